import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import type { SpokenItem } from '../../../text/page/item-sentence.ts';
import type { Catalogue } from '../../policy/catalogue.ts';
import type { Labels } from '../../policy/labels.ts';
import { groupDigits } from '../../ui/amounts.ts';

type Line = EntitlementResult['lines'][number];

/** A line item in words, as parameters of its sentence. */
export function spokenLine({ allowance, title, amount, segments }: Line, labels: Labels, catalogue: Catalogue): SpokenItem {
  const pays = catalogue.policy.document.allowances[allowance]?.pays;
  return {
    title,
    rhythm:
      pays && 'at' in pays
        ? pays.shares || pays.count !== undefined
          ? 'instalment'
          : 'once'
        : pays?.spread
          ? 'month'
          : (pays?.every ?? 'month'),
    amount: groupDigits(amount),
    segments: segments.map(({ from, to, months, rate, uncapped, facts }) => ({
      from: Number(from.slice(5)),
      to: Number(to.slice(5)),
      months,
      rate: groupDigits(rate),
      uncapped: uncapped === undefined ? undefined : groupDigits(uncapped),
      facts: Object.entries(facts).flatMap(([fact, value]) =>
        value === null
          ? []
          : [{ label: labels.fact(fact), value: typeof value === 'boolean' ? value : factText(fact, value, labels, catalogue) }],
      ),
    })),
  };
}

function factText(fact: string, value: string | number, labels: Labels, catalogue: Catalogue): string {
  const isMoney = catalogue.facts.get(fact)?.type === 'money' && typeof value === 'string';
  return isMoney ? groupDigits(value) : labels.value(fact, value);
}
