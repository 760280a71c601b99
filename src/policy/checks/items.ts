import { isChoice } from '../../words/grammar/choice.ts';
import type { AllowanceNode, PolicyDocument } from '../document/schema.ts';
import { visitPolicy } from '../document/stands.ts';
import type { FaultCode, Step } from '../reading/fault.ts';
import type { Check } from './check.ts';

/** An allowance that rests on what another one pays. */
interface Need {
  readonly by: string;
  readonly on: string;
  readonly path: readonly Step[];
}

/**
 * An amount that rests on what other allowances pay: of the same month, or of the year where it is paid once a year; and in no circle, also
 * through the groups that are settled together.
 */
export const checkItems: Check = ({ document, report }) => {
  const needs: Need[] = [];
  visitPolicy(document, ({ section, node }) => ({
    named({ slot, node: on, path, beside }) {
      if (section !== 'allowances' || slot.section !== 'allowances') return;
      const other = document.allowances[on];
      if (!other) return;
      const fault = rhythmFault(node, beside.of === 'year', other);
      if (fault) report(path, fault, { allowance: on });
      needs.push({ by: String(path[1]), on, path });
    },
  }));
  for (const { by, on, path } of needs) {
    const way = wayBack(on, by, needs, document);
    if (way) report(path, 'item-circle', { circle: [by, ...way].join(' → ') });
  }
};

function rhythmFault({ pays }: AllowanceNode, isOfYear: boolean, other: AllowanceNode): FaultCode | null {
  if ('at' in pays) return 'item-at-date';
  if (isOfYear) return pays.every === 'year' ? null : 'item-of-year';
  if (pays.spread) return 'item-needs-year';
  return 'every' in other.pays && (other.pays.every === 'month' || other.pays.spread) ? null : 'item-not-monthly';
}

/** The allowances from one on to another, each resting on the next or in one group with it; `null` if no way leads there. */
function wayBack(from: string, to: string, needs: readonly Need[], document: PolicyDocument): string[] | null {
  const ways = new Map<string, string[]>([[from, [from]]]);
  for (const [at, way] of ways) {
    if (at === to) return way;
    const next = [...needs.filter(({ by }) => by === at).map(({ on }) => on), ...groupOf(at, document)];
    for (const one of next) if (!ways.has(one)) ways.set(one, [...way, one]);
  }
  return null;
}

/** What is settled together with an allowance, under some reading. */
function groupOf(id: string, { stacking }: PolicyDocument): string[] {
  return stacking.flatMap(({ allowances, keep = 'all', cap = 'none' }) => {
    const settles = keep === 'largest' || cap !== 'none' || isChoice(keep);
    return settles && allowances.includes(id) ? allowances : [];
  });
}
