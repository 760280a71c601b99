import { type Dictionary, type Fact, type FactsDocument, redeclare } from '../facts/dictionary.ts';
import { EMPLOYMENT } from '../facts/employment.ts';
import { valueSchema } from '../facts/teacher-schema.ts';
import type { PolicyDocument } from './document/schema.ts';
import { visitPolicy } from './document/stands.ts';
import type { Policy } from './policy.ts';
import { lineageOf } from './succession.ts';

/** Facts that a run gives for everybody of whom they are not given otherwise: values as on the wire, by id. */
export type RunFacts = Readonly<Record<string, string | number | boolean>>;

/** Who somebody is and when somebody is employed is nobody else's. */
const PERSONAL: ReadonlySet<string> = new Set(['id', 'name', ...Object.values(EMPLOYMENT)]);

/** Whether a fact belongs to each person alone, so that no run may give it: also one that is derived, periods, and a date at which something is paid. */
export function isPersonal(policy: Policy, fact: string): boolean {
  const entry = policy.dictionary.byId.get(fact);
  return (
    PERSONAL.has(fact) ||
    entry?.derived === true ||
    entry?.type === 'periods' ||
    lineageOf(policy).some(({ document }) => datesOf(document).has(fact))
  );
}

function datesOf(document: PolicyDocument): ReadonlySet<string> {
  const dates = new Set<string>();
  visitPolicy(document, { fact: ({ slot, node }) => slot.is === 'lasting-date' && dates.add(node) });
  return dates;
}

/** The policy last made of another by some facts, and of what it was made. */
const MADE = new WeakMap<Policy, { readonly key: string; readonly policy: Policy }>();
const MADE_BY = new WeakMap<Policy, string>();

/**
 * A policy under the facts of a run: they are defaults in place of the dictionary's, and nobody has to be given them. What a person is said to be
 * comes first, then what follows from the person's place, then these.
 *
 * @param facts of the policy, none of them {@link isPersonal personal}; one that a superseded version declares otherwise does not hold there
 */
export function underFacts(policy: Policy, facts: RunFacts): Policy {
  const key = JSON.stringify(facts);
  if (key === '{}' || MADE_BY.get(policy) === key) return policy;
  const known = MADE.get(policy);
  if (known?.key === key) return known.policy;
  const made = make(policy, facts);
  MADE.set(policy, { key, policy: made });
  MADE_BY.set(made, key);
  return made;
}

function make(policy: Policy, facts: RunFacts): Policy {
  const { document, dictionary, earlier } = policy;
  const declared = Object.entries(facts).flatMap(([id, value]) => assumed(dictionary, id, value));
  const requires = document.requires.filter((id) => !declared.some(([one]) => one === id));
  return {
    ...policy,
    document: { ...document, requires },
    dictionary: redeclare(dictionary, Object.fromEntries(declared)),
    earlier: earlier && make(earlier, facts),
  };
}

/** The entry of a fact that has a value by default; none where it cannot have the value. */
function assumed({ byId }: Dictionary, id: string, value: unknown): [id: string, fact: FactsDocument[string]][] {
  const fact = byId.get(id);
  if (!fact || !valueSchema(fact).safeParse(value).success) return [];
  const { index: _, ...entry } = { ...fact, default: value } as Fact;
  return [[id, entry]];
}
