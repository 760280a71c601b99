import { type Dictionary, type Fact, factOf } from '../../facts/dictionary.ts';
import { CHANGE_HEADER, IDENTITY_HEADER } from '../cells/meaning.ts';
import type { OutColumn, OutSheet } from '../xlsx/write.ts';

/** The columns of a template. */
export interface TemplateColumns {
  /** Ids of facts, in the order of the columns; the staff number comes first and need not be named. */
  readonly facts: readonly string[];
  /** Ids of facts that must be filled in. */
  readonly required: readonly string[];
  /** Whether there is a column for the identity card, by which the same person is found twice. */
  readonly withIdentity?: boolean;
}

/** Every word of a template besides its headers, which are those of the dictionary. */
export interface TemplateWords {
  /** The names of the two sheets. */
  readonly roster: string;
  readonly notes: string;
  /** The headers of the notes: column, needed or not, what goes into it. */
  readonly head: readonly [string, string, string];
  readonly required: string;
  readonly optional: string;
  /** What goes into a column. */
  describe(fact: Fact): string;
  readonly identity: string;
  readonly changeMonth: string;
  /** Further notes, a line each. */
  readonly remarks: readonly string[];
}

/**
 * An import template: a sheet with a header for people to be filled in below, and one that says what goes where. It can be read as it is.
 */
export function templateSheets(
  dictionary: Dictionary,
  { facts: named, required, withIdentity = false }: TemplateColumns,
  words: TemplateWords,
): OutSheet[] {
  const facts = ['id', ...named.filter((id) => id !== 'id')].map((id) => factOf(dictionary, id));
  const must = new Set(['id', ...required]);
  const lines = facts.map((fact) => [fact.label.zh, must.has(fact.id) ? words.required : words.optional, words.describe(fact)]);
  const extra = [
    ...(withIdentity ? [[IDENTITY_HEADER, words.optional, words.identity]] : []),
    [CHANGE_HEADER, words.optional, words.changeMonth],
  ];
  const columns = [...facts.map(columnOf), ...extra.map(() => ({ width: 20, isText: true }))];
  const notes = [words.head, ...lines, ...extra, ...words.remarks.map((remark) => ['', '', remark])];
  return [
    { name: words.roster, columns, rows: [[...lines, ...extra].map(([header = '']) => header)] },
    { name: words.notes, columns: [{ width: 24 }, { width: 10 }, { width: 80 }], rows: notes },
  ];
}

/** Text keeps all its digits; so do months and dates, which a spreadsheet would turn into what it takes them for. */
function columnOf(fact: Fact): OutColumn {
  const isText = fact.type === 'text' || fact.type === 'month' || fact.type === 'date';
  return { width: Math.max(12, fact.label.zh.length * 2 + 4), isText, choices: offered(fact) };
}

/** What can be chosen for a fact, in the words of a sheet. */
export function offered(fact: Fact): string[] {
  if (fact.type === 'enum') return Object.values(fact.values).map(({ zh }) => zh);
  return fact.type === 'boolean' ? ['是', '否'] : [];
}
