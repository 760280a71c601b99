import type { Plan, Version } from '../engine/plan.ts';
import { factOf } from '../facts/dictionary.ts';
import { relativesOf } from '../policy/document/relatives.ts';
import { ruleOf } from '../policy/document/stands.ts';
import { readsScales } from '../words/amount.ts';

/**
 * Whether an allowance follows the same rules on both sides of a comparison, so that its amounts are equal whatever an unknown fact is.
 *
 * @returns `false` in case of doubt
 */
export function sameRules(now: Plan, then: Plan): (allowance: string) => boolean {
  const known = new Map<string, boolean>();
  return (allowance) => {
    let same = known.get(allowance);
    if (same === undefined) {
      same = rulesOf(now, allowance) === rulesOf(then, allowance);
      known.set(allowance, same);
    }
    return same;
  };
}

/** Everything that an allowance depends on under a plan, as text: equal texts are equal rules. */
function rulesOf(plan: Plan, allowance: string): string {
  return JSON.stringify(plan.versions.map((version) => [version.inForce, rulesIn(version, plan, allowance)]));
}

function rulesIn(version: Version, { settings }: Plan, id: string): unknown {
  const { document, dictionary } = version.policy;
  const relatives = relativesOf([document], id);
  const all = version.allowances.filter((one) => relatives.has(one.id));
  const readings = new Set(all.flatMap((one) => one.readings));
  const figures = new Set(all.flatMap(({ amount }) => amount.parameters));
  const facts = new Set(all.flatMap((one) => one.facts));
  const isOnScale = all.some(({ node }) => readsScales(node.pays.amount));
  const ids = new Set(all.map((one) => one.id));
  return {
    allowances: all.map((one) => [one.id, ruleOf(one.node)]),
    stacking: document.stacking.filter(({ allowances }) => allowances.some((one) => ids.has(one))),
    months: document.months,
    readings: [...readings].map((reading) => [reading, version.readings[reading]]),
    figures: [...figures].map((key) => [key, version.figure(key)]),
    facts: [...facts].map((fact) => factOf(dictionary, fact)),
    places: [document.places, settings.places].map((lists) => Object.entries(lists ?? {}).filter(([fact]) => facts.has(fact))),
    payScales: isOnScale ? (settings.payScales ?? []) : [],
  };
}
