import { mapping } from '../../words/grammar/slots.ts';
import { type Visitor, visitSlot } from '../../words/stands.ts';
import type { AllowanceNode, PolicyDocument } from './schema.ts';
import { ALLOWANCE, CLAIM, DERIVATION, ENVELOPE, GROUP, LINE, RULE, TARGET, TOTAL } from './slots.ts';

/** The parts of a policy that contain words, figures and names, with the slots of their entries. */
const SECTIONS = {
  derive: DERIVATION,
  allowances: mapping(ALLOWANCE),
  claims: mapping(CLAIM),
  stacking: mapping(GROUP),
  envelopes: mapping(ENVELOPE),
  checks: mapping({}, { line: LINE, none: {} }),
  targets: mapping(TARGET),
  totals: mapping(TOTAL),
};

/** An entry of a policy. */
export type Entry = {
  [S in keyof typeof SECTIONS]: { readonly section: S; readonly node: PolicyDocument[S] extends Record<string, infer N> ? N : GroupNode };
}[keyof typeof SECTIONS];
type GroupNode = PolicyDocument['stacking'][number];

/** The rule of an allowance as the policy file has it, without what people read of it. */
export function ruleOf(allowance: AllowanceNode): Pick<AllowanceNode, keyof typeof RULE> {
  const entries = Object.keys(RULE).map((key) => [key, allowance[key as keyof typeof RULE]] as const);
  return Object.fromEntries(entries.filter(([, node]) => node !== undefined)) as Pick<AllowanceNode, keyof typeof RULE>;
}

/**
 * Visits everything that a policy says in the rule language, entry by entry.
 *
 * @param visitor the callbacks for the content of an entry; the same for all entries, or made for each
 */
export function visitPolicy(document: PolicyDocument, visitor: Visitor | ((entry: Entry) => Visitor)): void {
  for (const [section, slot] of Object.entries(SECTIONS)) {
    const entries = document[section as keyof typeof SECTIONS];
    for (const [id, node] of Object.entries(entries)) {
      const entry = { section, node } as Entry;
      visitSlot(slot, node, [section, Array.isArray(entries) ? Number(id) : id], typeof visitor === 'function' ? visitor(entry) : visitor);
    }
  }
}
