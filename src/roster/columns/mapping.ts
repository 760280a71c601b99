import type { AmountNote } from '../cells/amounts.ts';
import { foldText, IDENTITY, IGNORED, type Meaning } from '../cells/meaning.ts';
import type { MoneyUnit } from '../cells/money-unit.ts';

/** How the meaning of a column was found; `none` if it was not, so that the column is not read. */
export type GuessedBy = 'header' | 'values' | 'remembered' | 'chosen' | 'none';

/** A column of a sheet and its meaning. */
export interface MappedColumn {
  /** 0-based. */
  readonly index: number;
  /** As it stands in the sheet; 「骨干教师/级别」 where it has several lines; empty where it has none. */
  readonly header: string;
  readonly meaning: Meaning;
  readonly by: GuessedBy;
  /** How many of the sampled cells are filled, and how many of those can be read with this meaning. */
  readonly filled: number;
  readonly understood: number;
  /** For a fact with few values: distinct unreadable cells, for a person to recognise. */
  readonly unknown: readonly string[];
  /** A few cells by which a person can recognise the column; never what may be identity card numbers. */
  readonly samples: readonly string[];
  /** What the sheet says about its amounts, if it has any; absent if they are yuan a month. */
  readonly amount?: AmountNote | undefined;
  /** What its header means if the column is not read as that, because it is not about a month or its cells say something else. */
  readonly refused?: Meaning | undefined;
}

/** How to read a sheet. */
export interface Mapping {
  /** The first and the last row of the header, 1-based. */
  readonly top: number;
  readonly bottom: number;
  /** The number of cells of the header; a longer row of a CSV has shifted. */
  readonly width: number;
  readonly columns: readonly MappedColumn[];
  /** Where staff numbers come from: a column or, if the sheet has none, the row number, `row-12`. */
  readonly ids: 'column' | 'rows';
}

/** The meanings chosen for columns, by header. Can be stored as JSON, and contains no personal data. */
export type RememberedColumns = Readonly<Record<string, Meaning>>;

/** A column before its cells are looked at. */
export type GuessedColumn = Pick<MappedColumn, 'index' | 'header' | 'meaning' | 'by' | 'amount' | 'refused'>;

/**
 * Gives a column the meaning chosen by a person. Another column with that meaning keeps it, and the duplicate is reported as a fault.
 *
 * @param index of the column in the sheet
 * @throws RangeError if the sheet has no such column
 */
export function chooseMeaning(mapping: Mapping, index: number, meaning: Meaning): Mapping {
  if (!mapping.columns.some((column) => column.index === index)) throw new RangeError(`there is no column ${index}`);
  const columns = mapping.columns.map((column): MappedColumn => (column.index === index ? { ...column, meaning, by: 'chosen' } : column));
  return withIds({ ...mapping, columns });
}

/** Sets the unit of the amounts of a column, whatever the sheet says. */
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

/** What to remember of this mapping: the choices of a person, now or before. */
export function rememberColumns(remembered: RememberedColumns, { columns }: Mapping): RememberedColumns {
  const keys = keysOf(columns);
  const chosen = columns.flatMap(({ header, meaning, by }, at) =>
    by === 'chosen' && header !== '' ? [[keys[at] as string, meaning] as const] : [],
  );
  return { ...remembered, ...Object.fromEntries(chosen) };
}

/** The same if all columns are certain. */
export function rememberAll(columns: readonly Pick<MappedColumn, 'header' | 'meaning'>[]): RememberedColumns {
  const keys = keysOf(columns);
  return Object.fromEntries(columns.map(({ meaning }, at) => [keys[at] as string, meaning]));
}

/** The headers of columns that are not read. */
export function headersNotRead({ columns }: Mapping): string[] {
  return columns.flatMap(({ header, meaning }) => (meaning === IGNORED && header !== '' ? [header] : []));
}

/** The key of a remembered column: its header, numbered if the same header repeats. */
export function keysOf(columns: readonly { readonly header: string }[]): string[] {
  const seen = new Map<string, number>();
  return columns.map(({ header }) => {
    const key = foldText(header);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

/** Takes staff numbers from the rows if no column has them and identity cards tell people apart. */
export function withIds(mapping: Mapping): Mapping {
  const has = (meaning: Meaning) => mapping.columns.some((column) => column.meaning === meaning);
  return { ...mapping, ids: !has('id') && has(IDENTITY) ? 'rows' : 'column' };
}
