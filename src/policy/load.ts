import type { Dictionary } from '../facts/dictionary.ts';
import { checkPolicy } from './checks/all.ts';
import { type Fault, type Finding, MOST_FAULTS, PolicyFileError } from './fault.ts';
import { type PolicyDocument, policySchema } from './schema.ts';
import { findingsOf } from './shape.ts';
import { type Located, parseYaml } from './yaml.ts';

/** A policy file that was read: its document, or what is wrong with it. */
export type PolicyFile =
  | { readonly document: PolicyDocument; readonly faults: readonly [] }
  | { readonly document: null; readonly faults: readonly Fault[] };

/**
 * Reads and checks a policy file; whatever the text, the answer is a document or faults.
 *
 * @param text the YAML of a `policy.yaml`
 * @param dictionary the facts that it may speak of
 * @param source the document's own text, where it is at hand: the quotes of the clauses must stand in it
 * @returns the document as plain data, safe to ship as JSON, or faults in the order in which they stand
 */
export function readPolicyFile(text: string, dictionary: Dictionary, source: string | null = null): PolicyFile {
  const yaml = parseYaml(text);
  if ('faults' in yaml) return { document: null, faults: yaml.faults };
  const result = policySchema.safeParse(yaml.value);
  const found = result.success ? checkPolicy(result.data, dictionary, source) : findingsOf(result.error.issues, yaml.value);
  if (result.success && found.length === 0) return { document: result.data, faults: [] };
  return { document: null, faults: locate(found, yaml) };
}

/**
 * Reads a policy file that must be good.
 *
 * @param file its name, for messages
 * @param options `explain` for the sentences of the faults; `source` as {@link readPolicyFile}
 * @throws PolicyFileError with every fault, each with its line and column
 */
export function loadPolicy(
  text: string,
  file: string,
  dictionary: Dictionary,
  options: { source?: string | null; explain?: (fault: Fault) => string } = {},
): PolicyDocument {
  const { document, faults } = readPolicyFile(text, dictionary, options.source);
  if (document === null) throw new PolicyFileError(file, faults, options.explain);
  return document;
}

/** Faults whose place is a key, not what stands under it. */
const AT_KEY = /^(unknown-key|missing-key|invalid-id|invalid-parameter-key|unused-|unreachable-|option-without-effect)/;

function locate(found: readonly Finding[], yaml: Located): Fault[] {
  return found
    .slice(0, MOST_FAULTS)
    .map(({ path, code, params = {} }) => {
      const place = yaml.locate(path, AT_KEY.test(code) ? 'key' : 'value');
      return { ...place, path: path.map(String).join('.'), code, params };
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}
