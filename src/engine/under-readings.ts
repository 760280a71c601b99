import { january, type MonthIndex } from '../calendar/month.ts';
import { NO_MONTHS } from '../calendar/month-set.ts';
import { factOf } from '../facts/dictionary.ts';
import { unique } from '../words/grammar/word.ts';
import type { Differing, Doubtful, Entitlement, Item, MissingInMonths, Repayment } from './item.ts';
import { withEarlier } from './missing-inputs.ts';
import { itemUnder, Options } from './options.ts';
import type { CompiledAllowance, Part, Plan } from './plan.ts';
import { bondsOf, nothingOf } from './repay.ts';

/**
 * What a teacher is entitled to where readings without a default are not chosen: for each part of the plan what is the same under all of
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
  const owed = found.map(({ under, options }) => repaymentsUnder(decided, under, options));
  const items = found.flatMap(({ under, options }, at) => (owed[at] as Owed).open.reduce(withOpen, itemsUnder(plan, under, options)));
  const known = owed.flatMap((one) => one.known);
  return {
    ...decided,
    items: inOrder(plan.allowances.map(nameOf), items, ({ allowance }) => nameOf(allowance)),
    repayments: inOrder(bondsOf(plan).map(nameOf), known, ({ allowance }) => nameOf(allowance)),
    doubtful: doubtfulUnder(plan, all),
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

/** A clawback of which it rests on readings whether there is one, and how much it is; in the month of leaving. */
interface Open {
  readonly allowance: CompiledAllowance;
  readonly month: MonthIndex;
  readonly readings: readonly string[];
}

interface Owed {
  readonly known: readonly Repayment[];
  readonly open: readonly Open[];
}

function repaymentsUnder({ year }: Entitlement, under: readonly Entitlement[], options: Options): Owed {
  const known: Repayment[] = [];
  const open: Open[] = [];
  for (const name of unique(under.flatMap(({ repayments }) => repayments.map(({ allowance }) => nameOf(allowance))))) {
    const owed = under.map(({ repayments }) => repayments.find(({ allowance }) => nameOf(allowance) === name));
    const first = owed.find((one) => one !== undefined) as Repayment;
    const readings = options.decidedBy(owed.map((one, at) => textOf(one, under[at] as Entitlement, first.allowance.id)));
    if (readings.length === 0) known.push(first);
    else open.push({ allowance: first.allowance, month: january(year) + first.month, readings });
  }
  return { known, open };
}

function textOf(repayment: Repayment | undefined, { items }: Entitlement, id: string): string {
  if (!repayment) return items.some(({ allowance, missing }) => allowance.id === id && missing.length > 0) ? 'missing' : 'none';
  const { allowance, since, served, paidFen, amountFen } = repayment;
  return JSON.stringify([since, served, paidFen, amountFen, allowance.service?.months]);
}

/** Adds the readings on which a clawback rests to its allowance, which is listed for them even if no policy pays it in the year any more. */
function withOpen(items: readonly Item[], { allowance, month, readings }: Open): Item[] {
  const holder = items.find((item) => item.allowance.id === allowance.id);
  const before = holder ?? nothingOf(allowance);
  const lacks = readings.map((reading): MissingInMonths => ({ input: { code: 'reading', reading }, months: NO_MONTHS, earlier: [month] }));
  const after: Item = { ...before, missing: lacks.reduce(withEarlier, before.missing), declined: null };
  return holder ? items.map((item) => (item === holder ? after : item)) : [...items, after];
}

/** The questions that no document settles under some option, each once. */
function doubtfulUnder(plan: Plan, under: readonly Entitlement[]): Doubtful[] {
  const told = new Map(under.flatMap(({ doubtful }) => doubtful.map((one) => [JSON.stringify(one), one] as const)));
  const order = ['service-interrupted', 'granted-before'];
  const ids = bondsOf(plan).map(({ id }) => id);
  return [...told.values()].toSorted(
    (a, b) => order.indexOf(a.code) - order.indexOf(b.code) || ids.indexOf(a.allowance) - ids.indexOf(b.allowance),
  );
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
