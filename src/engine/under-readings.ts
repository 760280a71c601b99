import { NO_MONTHS } from '../calendar/month-set.ts';
import { factOf } from '../facts/dictionary.ts';
import { unique } from '../words/grammar/word.ts';
import type { Differing, Entitlement, Item, Unsettled } from './item.ts';
import { itemUnder, Options } from './options.ts';
import type { CompiledAllowance, Part, Plan } from './plan.ts';

/**
 * What a teacher is paid where readings without a default are not chosen: for each part of the plan what is the same under all of
 * its options, and which readings have to be chosen to know the rest.
 *
 * @param entitleIn the entitlement of the teacher under one option of a part
 */
export function underReadings(plan: Plan, parts: readonly Part[], entitleIn: (plan: Plan) => Entitlement): Entitlement {
  const found = parts.map(({ facts, options }) => ({
    facts,
    options: new Options(options.map(({ chosen }) => chosen)),
    under: options.map((option) => entitleIn(option.plan)),
  }));
  const decided = found[0]?.under[0] as Entitlement;
  const all = found.flatMap(({ under }) => under);
  const items = found.flatMap(({ under, options }) => itemsUnder(plan, under, options));
  return {
    ...decided,
    items: inOrder(plan.allowances.map(nameOf), items, ({ allowance }) => nameOf(allowance)),
    unsettled: unsettledUnder(all),
    under: found.map(({ under }) => under),
    differing: [...decided.differing, ...found.flatMap(({ facts, under }) => facts.flatMap((fact) => differingUnder(fact, under)))],
  };
}

/** An allowance by its policy, which is another object under other options. */
function nameOf({ policy, id }: Pick<CompiledAllowance, 'policy' | 'id'>): string {
  return `${policy.document.id} ${id}`;
}

/** Some entries in the order of their names in a list; those that are not in it are last. */
function inOrder<T>(names: readonly string[], entries: readonly T[], nameIn: (entry: T) => string): T[] {
  const place = (entry: T) => (names.indexOf(nameIn(entry)) + names.length + 1) % (names.length + 1);
  return entries.toSorted((a, b) => place(a) - place(b));
}

function itemsUnder(plan: Plan, under: readonly Entitlement[], options: Options): Item[] {
  const { dictionary } = plan.policy;
  const derived = unique(plan.versions.flatMap(({ derivations }) => derivations.map(({ fact }) => factOf(dictionary, fact).index)));
  const names = unique(under.flatMap(({ items }) => items.map(({ allowance }) => nameOf(allowance))));
  return names.map((name) => {
    const items = under.map((one) => one.items.find(({ allowance }) => nameOf(allowance) === name));
    const own = plan.allowances.find((one) => nameOf(one) === name);
    const { allowance } = items.find((item) => item !== undefined) as Item;
    return itemUnder(own ?? allowance, items, options, derived);
  });
}

/** The questions that no document settles under some option, each once. */
function unsettledUnder(under: readonly Entitlement[]): Unsettled[] {
  return [...new Map(under.flatMap(({ unsettled }) => unsettled.map((one) => [JSON.stringify(one), one] as const))).values()];
}

/** Where a derived fact is given otherwise than it follows under every option. */
function differingUnder(fact: string, under: readonly Entitlement[]): Differing[] {
  const [first = [], ...others] = under.map(({ differing }) => differing.filter((one) => one.fact === fact));
  return first.flatMap((one): Differing[] => {
    const months = others.reduce((all, list) => {
      const same = list.filter(({ given, derived }) => given === one.given && derived === one.derived);
      return all & same.reduce((set, { months: own }) => set | own, NO_MONTHS);
    }, one.months);
    return months === NO_MONTHS ? [] : [{ ...one, months }];
  });
}
