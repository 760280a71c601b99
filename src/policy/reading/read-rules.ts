import type * as z from 'zod';
import { type Fault, type Finding, isWarning, MOST_FAULTS, type Step } from './fault.ts';
import { findingsOf } from './shape.ts';
import { type Located, parseYaml } from './yaml.ts';

/** A file of rules that was read: its document or its faults; and in either case its warnings. */
export type RuleFile<T> = { readonly warnings: readonly Fault[] } & (
  | { readonly document: T; readonly faults: readonly [] }
  | { readonly document: null; readonly faults: readonly Fault[] }
);

/** What a file holds, for saying more of its faults. */
export interface Given<T> {
  /** As it was written. */
  readonly root: unknown;
  /** What was read of it, where its shape is valid. */
  readonly document: T | null;
  /** The keys that the mapping at a path may have, where it has others. */
  keysAt(path: readonly Step[]): readonly string[];
}

/**
 * Reads and checks a file of rules; whatever the text, the answer is a document or faults.
 *
 * @param schema its shape
 * @param check the checks of a document of valid shape
 * @param advise says more of what was found
 * @returns the document as plain data, safe to ship as JSON, or faults; they and the warnings in the order in which they stand
 */
export function readRules<T>(
  text: string,
  schema: z.ZodType<T>,
  check: (document: T) => readonly Finding[],
  advise: (findings: readonly Finding[], given: Given<T>) => readonly Finding[] = (findings) => findings,
): RuleFile<T> {
  const yaml = parseYaml(text);
  if ('faults' in yaml) return { document: null, faults: yaml.faults, warnings: [] };
  const keys = new Map<string, readonly string[]>();
  const result = schema.safeParse(yaml.value, { error: (issue) => noteKeys(issue, keys) });
  const plain = result.success ? check(result.data) : findingsOf(result.error.issues, yaml.value);
  const document = result.success ? result.data : null;
  const found = advise(plain, { root: yaml.value, document, keysAt: (path) => keys.get(path.join('/')) ?? [] });
  const faults = found.filter(({ code }) => !isWarning(code));
  const warnings = [...found.filter(({ code }) => isWarning(code)), ...emptyValues(yaml, faults)];
  const warned = locate(warnings, yaml);
  if (document !== null && faults.length === 0) return { document, faults: [], warnings: warned };
  return { document: null, faults: locate(faults, yaml), warnings: warned };
}

/** Keys behind which nothing is written are read as null, which may not be what was meant; of one that is a fault, that is said already. */
function emptyValues({ empty }: Located, faults: readonly Finding[]): Finding[] {
  const told = new Set(faults.map(({ path }) => path.join('/')));
  return empty
    .filter((path) => !told.has(path.join('/')))
    .map((path) => ({ path, code: 'empty-value', params: { key: String(path.at(-1)) } }));
}

/** Notes which keys a mapping may have in which others were found; the issue stays as it is. */
function noteKeys({ code, inst, path = [] }: z.core.$ZodRawIssue, keys: Map<string, readonly string[]>): undefined {
  const shape = code === 'unrecognized_keys' && (inst as z.core.$ZodObject | undefined)?._zod.def.shape;
  if (shape) keys.set(path.map(String).join('/'), Object.keys(shape));
}

/** Faults whose position is a key, not its value. */
const AT_KEY =
  /^(unknown-key|empty-value|former-form|missing-key|invalid-id|invalid-parameter-key|invalid-step|unused-|unreachable-|option-without-effect|untitled-code)/;

function locate(found: readonly Finding[], yaml: Located): Fault[] {
  return found
    .slice(0, MOST_FAULTS)
    .map(({ path, code, params = {} }) => {
      const place = yaml.locate(path, AT_KEY.test(code) ? 'key' : 'value');
      return { ...place, path: path.map(String).join('.'), code, params };
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}
