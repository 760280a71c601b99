/**
 * The number of a person's identity card (身份证). It is used here to check and to find the same person twice, and goes no further: no record
 * of a teacher, no fault and no sample of a column has it.
 */

/** Headers that mean it. */
export const IDENTITY_HEADERS: readonly string[] = [
  '身份证',
  '身份证号',
  '身份证号码',
  '身份证件号',
  '身份证件号码',
  '居民身份证号',
  '居民身份证号码',
  '公民身份号码',
  '公民身份证号码',
  '证件号',
  '证件号码',
  'ID card number',
];

/** GB 11643: the weights of the first seventeen digits, and the check characters by the remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * Reads a number of an identity card, in one form for one person.
 *
 * The numbers of fifteen digits that were issued until 1999 have no check digit; they are brought into the form of eighteen, in which
 * their holders were given them again, so that both are known for one person.
 *
 * @param text as a person or a spreadsheet writes it: spaces, full-width digits, a small x, an apostrophe before it
 * @returns eighteen characters; `null` where it is no such number: its length, its date of birth or its check character is wrong
 */
export function readIdentity(text: string): string | null {
  const folded = text.normalize('NFKC').replace(/[\s']/g, '').toUpperCase();
  if (/^[1-9]\d{14}$/.test(folded)) {
    const long = `${folded.slice(0, 6)}19${folded.slice(6)}`;
    return isBirthday(long.slice(6, 14)) ? long + checkCharacter(long) : null;
  }
  if (!/^[1-9]\d{16}[\dX]$/.test(folded)) return null;
  return isBirthday(folded.slice(6, 14)) && folded[17] === checkCharacter(folded) ? folded : null;
}

function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECKS[sum % 11] as string;
}

function isBirthday(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const SCIENTIFIC = /^\d(\.\d+)?E\+\d+$/i;
/** A spreadsheet keeps no more digits of a number. */
const MOST_DIGITS = 15;

/**
 * Whether a number that names somebody has lost digits in a spreadsheet: `6.4E+17`, or a cell that is a number of more than fifteen digits.
 *
 * @param isNumber whether the cell is a number; a text keeps all its digits
 */
export function hasLostDigits(text: string, isNumber: boolean): boolean {
  const folded = text.normalize('NFKC').trim();
  return SCIENTIFIC.test(folded) || (isNumber && folded.replace(/\D/g, '').length > MOST_DIGITS);
}
