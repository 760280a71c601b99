import type { Catalogue, PageFact } from './catalogue.ts';

/** The sections of the form, in order. */
export const GROUPS = ['who', 'place', 'honours', 'pay', 'time'] as const;
export type Group = (typeof GROUPS)[number];

/** Facts that identify a person; the policy need not use them. */
const WHO = ['id', 'name', 'school'];
const HONOURS = new Set(['backboneLevel', 'masterLevel', 'studioHost', 'assessment', 'degree', 'honour']);

/** The facts that the form asks for, section by section, in the order of the dictionary. */
export function factsByGroup({ facts, used }: Catalogue): ReadonlyMap<Group, readonly PageFact[]> {
  const asked = [...facts.values()].filter(({ id }) => WHO.includes(id) || used.has(id));
  return new Map(GROUPS.map((group) => [group, asked.filter((fact) => groupOf(fact) === group)]));
}

/** The facts that may change during the year. */
export function monthlyFacts(catalogue: Catalogue): readonly PageFact[] {
  return [...factsByGroup(catalogue).values()].flat().filter(({ monthly }) => monthly);
}

/** Whether this fact is required of a teacher. */
export function isRequired({ policy }: Catalogue, id: string): boolean {
  return id === 'id' || policy.document.requires.includes(id);
}

/** Goes by the kind of fact, so that facts added by a policy find their section. */
function groupOf({ id, type }: PageFact): Group {
  if (WHO.includes(id)) return 'who';
  if (HONOURS.has(id)) return 'honours';
  if (type === 'money' || type === 'integer') return 'pay';
  if (type === 'month' || type === 'date' || type === 'periods' || id === 'onPayroll') return 'time';
  return 'place';
}
