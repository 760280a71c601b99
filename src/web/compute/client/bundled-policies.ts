import facts from '../../../../rules/facts.yaml';
import type { BundledPolicy } from '../../../policy/bundled.ts';

const FIRST_POLICY = 'jinfeng-2021';
const documents = import.meta.glob<BundledPolicy>('../../../../rules/*/policy.yaml', { eager: true, import: 'default' });

/** The dictionary of facts that all policies share. */
export const FACTS: unknown = facts;

/** The bundled policies; the one with figures for nearly everything first, then by date of issue. */
export const BUNDLED: readonly BundledPolicy[] = Object.values(documents).toSorted((a, b) => rank(a).localeCompare(rank(b)));

function rank({ document }: BundledPolicy): string {
  return document.id === FIRST_POLICY ? '' : (document.issuedOn ?? 'unknown');
}
