import type * as z from 'zod';
import { type Fault, type Finding, isWarning, MOST_FAULTS } from './fault.ts';
import { findingsOf } from './shape.ts';
import { type Located, parseYaml } from './yaml.ts';

/** A file of rules that was read: its document or its faults; and in either case its warnings. */
export type RuleFile<T> = { readonly warnings: readonly Fault[] } & (
  | { readonly document: T; readonly faults: readonly [] }
  | { readonly document: null; readonly faults: readonly Fault[] }
);

/**
 * Reads and checks a file of rules; whatever the text, the answer is a document or faults.
 *
 * @param schema its shape
 * @param check the checks of a document of valid shape
 * @returns the document as plain data, safe to ship as JSON, or faults; they and the warnings in the order in which they stand
 */
export function readRules<T>(text: string, schema: z.ZodType<T>, check: (document: T) => readonly Finding[]): RuleFile<T> {
  const yaml = parseYaml(text);
  if ('faults' in yaml) return { document: null, faults: yaml.faults, warnings: [] };
  const result = schema.safeParse(yaml.value);
  const found = result.success ? check(result.data) : findingsOf(result.error.issues, yaml.value);
  const [warnings, faults] = [found.filter(({ code }) => isWarning(code)), found.filter(({ code }) => !isWarning(code))];
  const warned = locate(warnings, yaml);
  if (result.success && faults.length === 0) return { document: result.data, faults: [], warnings: warned };
  return { document: null, faults: locate(faults, yaml), warnings: warned };
}

/** Faults whose position is a key, not its value. */
const AT_KEY =
  /^(unknown-key|former-form|missing-key|invalid-id|invalid-parameter-key|invalid-step|unused-|unreachable-|option-without-effect|untitled-code)/;

function locate(found: readonly Finding[], yaml: Located): Fault[] {
  return found
    .slice(0, MOST_FAULTS)
    .map(({ path, code, params = {} }) => {
      const place = yaml.locate(path, AT_KEY.test(code) ? 'key' : 'value');
      return { ...place, path: path.map(String).join('.'), code, params };
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}
