import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import type { WireValue } from '../../../facts/value.ts';
import type { Counted, SpokenFact, SpokenItem } from '../../../text/page/item-sentence.ts';
import type { DerivationKey, DerivationNodeOf } from '../../../words/derivations/derivation-words.ts';
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
    segments: segments.map(({ from, to, months, rate, uncapped, items = [], facts }) => ({
      from: Number(from.slice(5)),
      to: Number(to.slice(5)),
      months,
      rate: groupDigits(rate),
      uncapped: uncapped === undefined ? undefined : groupDigits(uncapped),
      facts: [...spokenFacts(facts, labels, catalogue), ...items.map((item) => spokenItem(item, labels))],
    })),
  };
}

/** What another allowance pays in the month or in the year, as a fact. */
function spokenItem({ allowance, of, amount }: NonNullable<Line['segments'][number]['items']>[number], labels: Labels): SpokenFact {
  return { item: of, label: labels.allowance(allowance), value: groupDigits(amount) };
}

/** The facts that are known, years in one with the date since which they are counted, other numbers with the periods that they are counted in. */
function spokenFacts(facts: Line['segments'][number]['facts'], labels: Labels, catalogue: Catalogue): SpokenFact[] {
  const { derive } = catalogue.policy.document;
  const dates = new Map(
    Object.keys(facts).flatMap((fact) => {
      const rule = derive[fact];
      const date = rule && 'years' in rule ? String(rule.years) : '';
      return facts[fact] !== null && typeof facts[date] === 'string' ? [[fact, date]] : [];
    }),
  );
  const named = new Set(dates.values());
  return Object.entries(facts).flatMap(([fact, value]): SpokenFact[] => {
    if (value === null || named.has(fact)) return [];
    const date = dates.get(fact);
    const counted = derive[fact] && countedIn(derive[fact], labels);
    return [
      {
        label: labels.fact(fact),
        value: typeof value === 'boolean' ? value : factText(fact, value, labels, catalogue),
        ...(date !== undefined && { since: String(facts[date]) }),
        ...(counted && { counted }),
      },
    ];
  });
}

/** What a derived number says of periods; nothing where it is counted in none. */
function countedIn(rule: object, labels: Labels): Counted | undefined {
  if (isWord('nth', rule)) return { what: 'nth', unit: rule.unit, of: periodNames(rule.nth, rule.kinds, labels) };
  if (isWord('longest', rule)) return { what: 'longest', unit: rule.unit, of: periodNames(rule.longest, rule.kinds, labels) };
  return isWord('days', rule) ? { what: rule.of, unit: 'days', of: periodNames(rule.days, rule.kinds, labels) } : undefined;
}

function isWord<K extends DerivationKey>(key: K, rule: unknown): rule is DerivationNodeOf<K> {
  return typeof rule === 'object' && rule !== null && key in rule;
}

/** The kinds that count, or the periods of all kinds where a reading chooses or all do. */
function periodNames(fact: string, kinds: unknown, labels: Labels): string[] {
  return Array.isArray(kinds) ? kinds.map((kind) => labels.value(fact, String(kind))) : [labels.fact(fact)];
}

function factText(fact: string, value: WireValue, labels: Labels, catalogue: Catalogue): string {
  const isMoney = catalogue.facts.get(fact)?.type === 'money' && typeof value === 'string';
  return isMoney ? groupDigits(value) : labels.value(fact, value);
}
