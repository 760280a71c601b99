import type { Dictionary } from '../../facts/dictionary.ts';
import { checkPolicy } from '../checks/all.ts';
import type { OtherTexts } from '../checks/quotes.ts';
import { type PolicyDocument, policySchema } from '../document/schema.ts';
import { type Fault, PolicyFileError } from '../reading/fault.ts';
import { type RuleFile, readRules } from '../reading/read-rules.ts';
import { advise } from '../slips/advise.ts';

/** A policy file that was read: its document or its faults; and its warnings. */
export type PolicyFile = RuleFile<PolicyDocument>;

/**
 * Reads and checks a policy file; whatever the text, the answer is a document or faults.
 *
 * @param text the YAML of a `policy.yaml`
 * @param dictionary the facts that it may name
 * @param source the document's own text, where it is at hand: the quotes of the clauses must stand in it. Without it, a warning says that
 *   they were not looked up
 * @param others the texts of other documents that its clauses quote, by the names under which its `sources` has them
 * @returns the document as plain data, safe to ship as JSON, or faults; they and the warnings in the order in which they stand
 */
export function readPolicyFile(text: string, dictionary: Dictionary, source: string | null = null, others: OtherTexts = {}): PolicyFile {
  return readRules(
    text,
    policySchema,
    (document) => checkPolicy(document, dictionary, source, others),
    (findings, given) => advise(findings, given, dictionary),
  );
}

/**
 * Reads a policy file that must have no faults; warnings are allowed.
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
