import { IDENTITY_HEADERS, readIdentity } from '../cells/identity.ts';
import { foldText, IDENTITY, IGNORED } from '../cells/meaning.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { MappedColumn, Mapping } from './mapping.ts';

/** Headers of columns with identity card or bank account numbers. */
const WORDS = /身份证|证件号|公民身份|银行|卡号|帐号|账号|帐户|账户|存折|开户|社保号|社会保障号|idcard|identitycard|idnumber|bank|account/;
/** Bank cards have 16 to 19 digits, identity cards 15 or 18. */
const LONG_NUMBER = /\d{15}/;

/**
 * The columns of a sheet with identity card or bank account numbers, by their header or by any of their cells. Columns that are read as
 * facts are judged by the header only, because their values are part of the roster anyway.
 */
export function privateColumns(sheet: Sheet, { columns, bottom }: Mapping): MappedColumn[] {
  const identities = new Set(IDENTITY_HEADERS.map(foldText));
  const open = new Map(columns.filter(({ meaning }) => meaning === IGNORED).map((column) => [column.index, column]));
  const found = new Set(
    columns.filter(({ meaning, header }) => {
      const folded = foldText(header);
      return meaning === IDENTITY || (meaning === IGNORED && (identities.has(folded) || WORDS.test(folded)));
    }),
  );
  for (const { number, cells } of sheet.rows) {
    if (number <= bottom) continue;
    for (const [index, column] of open) if (hasNumber(cells[index] ?? '')) found.add(column);
  }
  return columns.filter((column) => found.has(column));
}

function hasNumber(cell: string): boolean {
  if (cell.length < 15) return false;
  const plain = cell.normalize('NFKC').replace(/[\s'-]/g, '');
  return LONG_NUMBER.test(plain) || readIdentity(plain) !== null;
}
