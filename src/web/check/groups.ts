import { catalogue, type PageFact, pageFact } from '../shell/catalogue.ts';

/** The sections of the form, in order. */
export const GROUPS = ['who', 'place', 'honours', 'pay', 'time'] as const;
export type Group = (typeof GROUPS)[number];

/** Facts that say who it is; the policy need not use them. */
const WHO = ['id', 'name', 'school'];
const HONOURS = new Set(['backboneLevel', 'masterLevel', 'studioHost', 'assessment', 'degree', 'honour']);

/** The facts that the form asks for, section by section, in the order of the dictionary. */
export const FACTS_BY_GROUP: ReadonlyMap<Group, readonly PageFact[]> = new Map(
  GROUPS.map((group) => [group, [...catalogue.facts.values()].filter((fact) => isAsked(fact) && groupOf(fact) === group)]),
);

/** The facts that may change during the year. */
export const MONTHLY_FACTS: readonly PageFact[] = [...FACTS_BY_GROUP.values()].flat().filter(({ monthly }) => monthly);

/** Whether a teacher needs this fact. */
export function isRequired(id: string): boolean {
  return id === 'id' || catalogue.policy.document.requires.includes(id);
}

function isAsked({ id }: PageFact): boolean {
  return WHO.includes(id) || catalogue.used.has(id);
}

/** By what the fact is, so that facts that a policy adds find their section. */
function groupOf({ id, type }: PageFact): Group {
  if (WHO.includes(id)) return 'who';
  if (HONOURS.has(id)) return 'honours';
  if (type === 'money' || type === 'integer') return 'pay';
  if (type === 'month' || type === 'date' || id === 'onPayroll') return 'time';
  return 'place';
}

/** Whether a fact is money a month, for its label. */
export function isMoney(id: string): boolean {
  return pageFact(id).type === 'money';
}
