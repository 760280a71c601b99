import type { Dictionary } from '../facts/dictionary.ts';
import { IDENTITY_HEADERS } from './identity.ts';

/** The column that makes a row one of changes: the month from which its other cells hold. */
export const CHANGE_MONTH = 'change-month';
/** The column of the identity card, see `identity.ts`. */
export const IDENTITY = 'identity-card';
/** A column that is not read. */
export const IGNORED = 'not-read';

/** What a column can tell besides the facts of a dictionary. No fact can be called so. */
export const SPECIAL_MEANINGS: readonly string[] = [CHANGE_MONTH, IDENTITY, IGNORED];

/** What a column tells: the id of a fact, or one of {@link SPECIAL_MEANINGS}. */
export type Meaning = string;

/** The header of the month of a change, as a template has it. */
export const CHANGE_HEADER = '变动起始月';
/** The headers of what is written beside rows that have faults, by language: the faults, and where the rows stood. They are not read back. */
export const BESIDE_FAULTY_ROWS = { zh: { problem: '问题', row: '原行号' }, en: { problem: 'Problem', row: 'Original row' } } as const;
const BESIDE = Object.values(BESIDE_FAULTY_ROWS);

/** Whether a column is one that was written beside rows that have faults. */
export function isBesideFaultyRows(header: string): boolean {
  return BESIDE.some(({ problem }) => foldText(problem) === foldText(header)) || isOriginalRow(header);
}

/** Whether a column says where rows stood in the sheet that they were taken out of. */
export function isOriginalRow(header: string): boolean {
  return BESIDE.some(({ row }) => foldText(row) === foldText(header));
}

/** The header of the identity card, where a sheet has none that says so. */
export const IDENTITY_HEADER = '身份证号';

const CHANGE_HEADERS = [CHANGE_HEADER, 'Change from month', '变动起始年月', '变动起始月份', '变动起始时间', '变动月份', '变动年月'];

/** What a header means. Of two headers for one meaning, the one of lower rank holds: 工号 before 编号, which may be a serial number. */
export interface HeaderMeaning {
  readonly meaning: Meaning;
  readonly rank: number;
}

/** Looks headers up. */
export type HeaderLookup = (header: string) => HeaderMeaning | null;

/** The form in which headers and values are compared: compatibility folding, no white space, no case. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Headers are written with more around them than their name: 「*工号」, 「是否班主任」, 「月工资总额（元）」, 「城乡：」. */
const AROUND = [/^[*★]+|[*★]+$/g, /[([【][^)\]】]*[)\]】]$/, /^是否(为|是)?/, /:$/];
const PLAIN_RANKS = 1_000;

/** Prepares to look up what headers mean by the dictionary: labels in both languages, further headers, ids. */
export function headerLookup(dictionary: Dictionary): HeaderLookup {
  const meanings = new Map<string, HeaderMeaning>();
  const add = (meaning: Meaning, names: readonly string[]) => {
    for (const [rank, name] of names.entries()) {
      const key = foldText(name);
      if (!meanings.has(key)) meanings.set(key, { meaning, rank });
    }
  };
  add(CHANGE_MONTH, CHANGE_HEADERS);
  add(IDENTITY, IDENTITY_HEADERS);
  for (const fact of dictionary.facts) add(fact.id, [fact.label.zh, ...fact.headers, fact.label.en, fact.id]);
  return (header) => {
    const folded = foldText(header);
    const exact = meanings.get(folded);
    if (exact) return exact;
    let bare = folded;
    for (const around of AROUND) {
      bare = bare.replace(around, '');
      const found = meanings.get(bare);
      if (found) return { meaning: found.meaning, rank: found.rank + PLAIN_RANKS };
    }
    return null;
  };
}
