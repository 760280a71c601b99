import { type Bilingual, dictionarySchema, type FactsDocument } from '../../facts/dictionary.ts';
import { EMPLOYMENT } from '../../facts/employment.ts';
import { checkFactEntries } from '../checks/own-facts.ts';
import type { FaultCode, FaultParams, Finding, Step } from '../reading/fault.ts';
import { type RuleFile, readRules } from '../reading/read-rules.ts';

type Facts = { readonly facts: FactsDocument };
type Report = (path: readonly Step[], code: FaultCode, params?: FaultParams) => void;

/** How a roster reads its cells; the core knows no rosters. */
export interface Spelling {
  /** The form in which two spellings are compared. */
  fold(text: string): string;
  /** Whether a header means something other than a fact. */
  isReserved(header: string): boolean;
}

/** Reads and checks the dictionary of facts, `rules/facts.yaml`: no header may mean two facts, and no spelling two values of one fact. */
export function readFactsFile(text: string, spelling: Spelling): RuleFile<Facts> {
  return readRules<Facts>(text, dictionarySchema, ({ facts }) => {
    const found: Finding[] = [];
    const report: Report = (path, code, params = {}) => found.push({ path, code, params });
    for (const id of Object.values(EMPLOYMENT)) {
      if (!Object.hasOwn(facts, id)) report(['facts'], 'missing-key', { key: id });
    }
    checkFactEntries(facts, null, report);
    checkHeaders(facts, spelling, report);
    for (const [id, fact] of Object.entries(facts)) {
      if (fact.type === 'enum') checkValues(fact.values, ['facts', id, 'values'], spelling, report);
      if (fact.type === 'periods') checkValues(fact.kinds ?? {}, ['facts', id, 'kinds'], spelling, report);
    }
    return found;
  });
}

/** A text and its path. */
interface Spelt {
  readonly text: string;
  readonly path: readonly Step[];
}

/** Labels, headers and ids: each means one fact. Nothing is listed twice under `headers` either. */
function checkHeaders(facts: FactsDocument, { fold, isReserved }: Spelling, report: Report): void {
  const owners = new Map<string, string>();
  for (const [id, { label, headers }] of Object.entries(facts)) {
    const at = ['facts', id];
    const listed = headers.map((text, index): Spelt => ({ text, path: [...at, 'headers', index] }));
    const named = [{ text: label.zh, path: [...at, 'label', 'zh'] }, ...listed, { text: label.en, path: [...at, 'label', 'en'] }];
    for (const { text, path } of [...named, { text: id, path: at }]) {
      const owner = owners.get(fold(text));
      if (fold(text) === '') report(path, 'empty');
      else if (isReserved(text)) report(path, 'header-reserved', { header: text });
      else if (owner !== undefined && owner !== id) report(path, 'header-taken', { header: text, fact: owner });
      else owners.set(fold(text), id);
    }
    reportRepeats(listed, [label.zh, label.en, id], fold, report);
  }
}

/** Labels, further spellings and ids of values: each means one value of its fact. */
function checkValues(
  values: Readonly<Record<string, Bilingual & { readonly also: readonly string[]; readonly roughly?: readonly string[] }>>,
  at: readonly Step[],
  { fold }: Spelling,
  report: Report,
): void {
  const owners = new Map<string, string>();
  for (const [id, { zh, en, ...further }] of Object.entries(values)) {
    const listed = (['also', 'roughly'] as const).flatMap((list) =>
      (further[list] ?? []).map((text, index): Spelt => ({ text, path: [...at, id, list, index] })),
    );
    const named = [
      { text: zh, path: [...at, id, 'zh'] },
      ...listed,
      { text: en, path: [...at, id, 'en'] },
      { text: id, path: [...at, id] },
    ];
    for (const { text, path } of named) {
      const owner = owners.get(fold(text));
      if (fold(text) === '') report(path, 'empty');
      else if (owner !== undefined && owner !== id) report(path, 'spelling-taken', { spelling: text, value: owner });
      else owners.set(fold(text), id);
    }
    reportRepeats(listed, [zh, en, id], fold, report);
  }
}

/** Every listed spelling adds something new. */
function reportRepeats(listed: readonly Spelt[], said: readonly string[], fold: Spelling['fold'], report: Report): void {
  const seen = new Set(said.map(fold));
  for (const { text, path } of listed) {
    if (fold(text) !== '' && seen.has(fold(text))) report(path, 'repeated', { value: text });
    seen.add(fold(text));
  }
}
