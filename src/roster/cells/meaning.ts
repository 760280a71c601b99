import type { Dictionary, EnumFact, Fact } from '../../facts/dictionary.ts';
import { IDENTITY_HEADERS } from './identity.ts';
import { isOtherUnit } from './measure-unit.ts';

/** The column that makes a row one of changes: the month from which its other cells hold. */
export const CHANGE_MONTH = 'change-month';
/** The column of the identity card, see `identity.ts`. */
export const IDENTITY = 'identity-card';
/** A column that is not read. */
export const IGNORED = 'not-read';

/** What a column can tell besides the facts of a dictionary. No fact can be called so. */
export const SPECIAL_MEANINGS: readonly string[] = [CHANGE_MONTH, IDENTITY, IGNORED];

/** What a column tells: the id of a fact, a flag (see {@link flagOf}), or one of {@link SPECIAL_MEANINGS}. */
export type Meaning = string;

/** That a fact has one of its values: what a column of yes and no says, 「是否在编」 of the kind of employment. */
export interface Flag {
  readonly fact: EnumFact;
  readonly value: string;
}

/** The meaning of a column of yes and no about one value of a fact. @example flagMeaning('post', 'established') // "post=established" */
export function flagMeaning(fact: string, value: string): Meaning {
  return `${fact}=${value}`;
}

/** The flag that a column is about; `null` where its meaning is no flag of this dictionary. */
export function flagOf(meaning: Meaning, { byId }: Pick<Dictionary, 'byId'>): Flag | null {
  const [id = '', value] = meaning.split('=');
  const fact = value === undefined ? undefined : byId.get(id);
  return fact?.type === 'enum' && value !== undefined && Object.hasOwn(fact.values, value) ? { fact, value } : null;
}

/** The fact that a column tells something of: by its value, or by whether it is one of them. */
export function factOfMeaning(meaning: Meaning, dictionary: Pick<Dictionary, 'byId'>): Fact | undefined {
  return dictionary.byId.get(meaning) ?? flagOf(meaning, dictionary)?.fact;
}

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
const AROUND = [/^[*★]+|[*★]+$/g, /[([【][^)\]】]*[)\]】]$/, /^是否(为|是)?/, /:$/, /[/,]?[百千万]?元$/];
/** In brackets behind a name, this makes something else of it: the school of before, an assessment of another year. */
const OTHER_THAN_NOW = /[([【][^)\]】]*(原|曾|旧|拟|上年|去年|上一年)[^)\]】]*[)\]】]/;
const WHETHER = /^[*★]*是否(?:为|是)?(.+)$/;
const PLAIN_RANKS = 1_000;

/** Prepares to look up what headers mean by the dictionary: labels in both languages, further headers, ids; of yes and no, values of facts too. */
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
  const flags = flagsBySpelling(dictionary);

  const lookUp = (folded: string): HeaderMeaning | null => {
    const exact = meanings.get(folded);
    if (exact) return exact;
    if (OTHER_THAN_NOW.test(folded)) return null;
    let bare = folded;
    for (const around of AROUND) {
      bare = bare.replace(around, '');
      const found = meanings.get(bare);
      if (found) return { meaning: found.meaning, rank: found.rank + PLAIN_RANKS };
    }
    const flag = flags.get(WHETHER.exec(folded)?.[1] ?? '');
    return flag ? { meaning: flag, rank: PLAIN_RANKS } : null;
  };
  return (header) => {
    const found = lookUp(foldText(header));
    const chinese = found ? null : chineseNameOf(header);
    const ofChinese = chinese === null ? null : lookUp(foldText(chinese));
    const named = ofChinese ? { ...ofChinese, rank: ofChinese.rank + PLAIN_RANKS } : found;
    const fact = named && dictionary.byId.get(named.meaning);
    return fact && isOtherUnit(foldText(header), fact) ? null : named;
  };
}

/** The Chinese name of a header in two languages: 「工号⏎staff_no」. */
function chineseNameOf(header: string): string | null {
  const words = header.split(/[\s/|()（）【】[\]]+/).filter((word) => word !== '');
  const chinese = words.filter((word) => !/^[\w.'-]*[A-Za-z][\w.'-]*$/.test(word));
  return chinese.length === 0 || chinese.length === words.length ? null : chinese.join('');
}

/** By spelling, with or without the name of its fact behind it, the value that no other fact has. */
function flagsBySpelling({ facts }: Dictionary): ReadonlyMap<string, Meaning> {
  const flags = new Map<string, Meaning | null>();
  for (const fact of facts) {
    // Where it may still be open, yes and no do not tell.
    if (fact.type !== 'enum' || Object.values(fact.values).some(({ undecided }) => undecided)) continue;
    const names = ['', fact.label.zh, ...fact.headers];
    for (const [value, { zh, also }] of Object.entries(fact.values)) {
      const flag = flagMeaning(fact.id, value);
      for (const spelling of [zh, ...also].flatMap((one) => names.map((name) => foldText(one + name)))) {
        flags.set(spelling, flags.has(spelling) && flags.get(spelling) !== flag ? null : flag);
      }
    }
  }
  return new Map([...flags].flatMap(([spelling, flag]) => (flag === null ? [] : [[spelling, flag] as const])));
}
