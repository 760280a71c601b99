const DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const PLACES = ['仟', '佰', '拾', ''];

/** The first sum without a usual name: 10^16 yuan, 亿 times 亿. */
const BOUND_FEN = 10n ** 18n;

/**
 * Writes an amount in the capital numerals of Chinese vouchers, by the rules of 《支付结算办法》附一: 整 after 元 and 角, never after 分; one 零 for
 * any number of zeros between two figures, also for those between 元 and 分. Where that text leaves the 零 to the writer (a group of four
 * that ends in zero before one that does not begin with it, and 元 before 角) there is none.
 *
 * @param fen integer fen, not negative
 * @returns `null` from 10^16 yuan on, for which there is no usual name
 * @throws RangeError where it is negative, or a `number` that is not a safe integer
 * @example writeCapitals(640_702n) // "人民币陆仟肆佰零柒元零贰分"
 */
export function writeCapitals(fen: number | bigint): string | null {
  if (fen < 0 || (typeof fen === 'number' && !Number.isSafeInteger(fen))) throw new RangeError('not an exact amount of fen');
  const exact = BigInt(fen);
  if (exact >= BOUND_FEN) return null;
  const [jiao, odd] = [Number((exact / 10n) % 10n), Number(exact % 10n)];
  const yuan = writeYuan(exact / 100n);
  const small = `${jiao > 0 ? `${DIGITS[jiao]}角` : odd > 0 && yuan !== '' ? '零' : ''}${odd > 0 ? `${DIGITS[odd]}分` : ''}`;
  if (yuan === '' && small === '') return '人民币零元整';
  return `人民币${yuan === '' ? '' : `${yuan}元`}${small}${odd > 0 ? '' : '整'}`;
}

/** Groups of four digits: 万亿, 亿, 万 and none. */
function writeYuan(yuan: bigint): string {
  const digits = yuan.toString().padStart(16, '0');
  let text = '';
  let skipped = false;
  for (const [at, unit] of ['万', '亿', '万', ''].entries()) {
    const group = digits.slice(at * 4, at * 4 + 4);
    // 万亿 without any 亿 still ends in 亿.
    const closing = at === 1 && text !== '' ? unit : '';
    if (group === '0000') {
      skipped = true;
      text += closing;
      continue;
    }
    const zero = text !== '' && (skipped || group.startsWith('0')) ? '零' : '';
    text += zero + writeGroup(group) + unit;
    skipped = false;
  }
  return text;
}

/** A group of four digits that is not zero, without zeros before it or after it. */
function writeGroup(group: string): string {
  let text = '';
  let zeros = false;
  for (const [at, digit] of [...group].entries()) {
    if (digit === '0') zeros = text !== '';
    else {
      text += `${zeros ? '零' : ''}${DIGITS[Number(digit)]}${PLACES[at]}`;
      zeros = false;
    }
  }
  return text;
}
