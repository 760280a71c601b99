import type { AmountNote } from '../cells/amounts.ts';
import { foldText, IDENTITY, IGNORED, type Meaning } from '../cells/meaning.ts';
import type { MoneyUnit } from '../cells/money-unit.ts';

/** How the meaning of a column was come by; `none` where it was not, and the column is not read. */
export type GuessedBy = 'header' | 'values' | 'remembered' | 'chosen' | 'none';

/** A column of a sheet and what it tells. */
export interface MappedColumn {
  /** 0-based. */
  readonly index: number;
  /** As it stands in the sheet; 「骨干教师/级别」 where it has several lines; empty where it has none. */
  readonly header: string;
  readonly meaning: Meaning;
  readonly by: GuessedBy;
  /** How many of the cells that were looked at are filled, and how many of those can be read by this meaning. */
  readonly filled: number;
  readonly understood: number;
  /** Of a fact with a few values, different ones among the cells that cannot be read, for a person to recognise. */
  readonly unknown: readonly string[];
  /** A few of its cells, for a person to recognise it by; none of what may be identity cards. */
  readonly samples: readonly string[];
  /** What is said of its amounts, if it has any; absent where they are yuan a month. */
  readonly amount?: AmountNote | undefined;
  /** What its header means, where it is not read so: it speaks of another time than a month, or its cells tell another thing. */
  readonly refused?: Meaning | undefined;
}

/** How a sheet is to be read. */
export interface Mapping {
  /** The first and the last row of the header, 1-based. */
  readonly top: number;
  readonly bottom: number;
  /** How many cells the header has; a longer row of a CSV has slipped. */
  readonly width: number;
  readonly columns: readonly MappedColumn[];
  /** Where staff numbers come from: a column; or, where a sheet has none, the number of the row, `row-12`. */
  readonly ids: 'column' | 'rows';
}

/** What columns were chosen to mean, by header. It can be kept as JSON, and holds nothing of any person. */
export type RememberedColumns = Readonly<Record<string, Meaning>>;

/** A column before its cells were looked at. */
export type GuessedColumn = Pick<MappedColumn, 'index' | 'header' | 'meaning' | 'by' | 'amount' | 'refused'>;

/**
 * Lets a column mean what a person says. Another column of that meaning keeps it: two columns for one meaning are a fault, which says so.
 *
 * @param index of the column in the sheet
 * @throws RangeError where the sheet has no such column
 */
export function chooseMeaning(mapping: Mapping, index: number, meaning: Meaning): Mapping {
  if (!mapping.columns.some((column) => column.index === index)) throw new RangeError(`there is no column ${index}`);
  const columns = mapping.columns.map((column): MappedColumn => (column.index === index ? { ...column, meaning, by: 'chosen' } : column));
  return withIds({ ...mapping, columns });
}

/** Lets the amounts of a column be in a unit, whatever the sheet says of it. */
export function chooseUnit(mapping: Mapping, index: number, unit: MoneyUnit): Mapping {
  const columns = mapping.columns.map((column): MappedColumn => {
    if (column.index !== index) return column;
    return { ...column, amount: { isOtherPeriod: false, ...column.amount, unit, by: 'chosen' } };
  });
  return { ...mapping, columns };
}

/** Takes staff numbers from the rows, or again from a column. */
export function chooseIds(mapping: Mapping, ids: Mapping['ids']): Mapping {
  return { ...mapping, ids };
}

/** What to remember when this mapping is used: what a person chose, now or before. */
export function rememberColumns(remembered: RememberedColumns, { columns }: Mapping): RememberedColumns {
  const keys = keysOf(columns);
  const chosen = columns.flatMap(({ header, meaning, by }, at) =>
    by === 'chosen' && header !== '' ? [[keys[at] as string, meaning] as const] : [],
  );
  return { ...remembered, ...Object.fromEntries(chosen) };
}

/** The same of columns all of which are certain. */
export function rememberAll(columns: readonly Pick<MappedColumn, 'header' | 'meaning'>[]): RememberedColumns {
  const keys = keysOf(columns);
  return Object.fromEntries(columns.map(({ meaning }, at) => [keys[at] as string, meaning]));
}

/** The headers of columns that are not read. */
export function headersNotRead({ columns }: Mapping): string[] {
  return columns.flatMap(({ header, meaning }) => (meaning === IGNORED && header !== '' ? [header] : []));
}

/** By which a column is remembered: its header; the second of the same header is another. */
export function keysOf(columns: readonly { readonly header: string }[]): string[] {
  const seen = new Map<string, number>();
  return columns.map(({ header }) => {
    const key = foldText(header);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

/** Takes staff numbers from the rows where no column has them and identity cards tell people apart. */
export function withIds(mapping: Mapping): Mapping {
  const has = (meaning: Meaning) => mapping.columns.some((column) => column.meaning === meaning);
  return { ...mapping, ids: !has('id') && has(IDENTITY) ? 'rows' : 'column' };
}
