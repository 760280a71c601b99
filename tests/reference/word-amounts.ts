/** The amounts of the rule language for one month, in exact decimals of yuan. */
import { Decimal } from 'decimal.js';
import { Exact, exact, percentOf } from './figures.ts';
import type { ReferenceScale } from './pay-scales.ts';
import { askedFor, type Given } from './word-facts.ts';

export type Lack =
  | { readonly code: 'fact'; readonly fact: string }
  | { readonly code: 'no-figure'; readonly parameter: string }
  | { readonly code: 'outside-employment'; readonly fact: string }
  | { readonly code: 'open-period'; readonly fact: string }
  | { readonly code: 'reading'; readonly reading: string };

/** What is lacking by its name: a fact, or after `open ` one of which the end of a period is lacking. */
export function lackOf(name: string): Lack {
  return name.startsWith('open ') ? { code: 'open-period', fact: name.slice('open '.length) } : { code: 'fact', fact: name };
}

/** What an amount comes to: `null` where something is lacking. */
export interface Worth {
  readonly yuan: Decimal | null;
  readonly lacks: readonly Lack[];
  readonly notes: readonly string[];
}

/** The same before it is rounded: `yuan` are yet to be divided by `over`, where it is there. */
type Unrounded = Worth & { readonly over?: Decimal };

/** One month of one run. */
export interface Situation {
  /** `YYYY-MM` */
  readonly month: string;
  readonly facts: Given;
  readonly chosen: (reading: string) => string;
  /** The text of a figure in that month, `null` while it is awaited. */
  readonly figure: (parameter: string) => string | null;
  readonly scale: ReferenceScale | null;
  /** What another allowance pays, in the month or in the year. */
  readonly item: (allowance: string, of: 'month' | 'year') => Worth;
  /** In a claim: what an allowance has paid, and the months served, complete and begun, of how many. */
  readonly claim?: {
    readonly paidOf: (allowance: string) => Worth;
    readonly service: { readonly whole: number; readonly begun: number; readonly months: number } | null;
  };
}

/** No amount of a month may be larger: three million million yuan. */
const MOST = new Exact('3000000000000');

/** Thrown where an amount is larger than the engine counts. */
export class TooLarge extends Error {}

type Node = Record<string, unknown>;

const known = (yuan: Decimal, notes: readonly string[] = []): Worth => ({ yuan, lacks: [], notes });
const lacking = (...lacks: Lack[]): Worth => ({ yuan: null, lacks, notes: [] });
const lackingFact = (fact: string): Worth => lacking({ code: 'fact', fact });

/** What an amount comes to in one month, to the fen: a product is rounded half up, once. */
export function worthOf(node: unknown, situation: Situation): Worth {
  const { yuan, over = exact('1'), lacks, notes } = unroundedOf(node, situation);
  return { yuan: yuan?.dividedBy(over).toDecimalPlaces(2, Decimal.ROUND_HALF_UP) ?? null, lacks, notes };
}

/** A part of an amount, rounded once: so many of so many days. */
export function partWorth(node: unknown, situation: Situation, days: number, of: number): Worth {
  const whole = unroundedOf(node, situation);
  if (whole.yuan === null) return whole;
  const over = (whole.over ?? exact('1')).times(of);
  const yuan = whole.yuan.times(days).dividedBy(over).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return { yuan, lacks: whole.lacks, notes: [...whole.notes, 'prorated'] };
}

/** What a product comes to before it is rounded, as a whole and what it is divided by; any other amount is rounded already. */
function unroundedOf(node: unknown, situation: Situation): Unrounded {
  if (node === 'nothing') return known(exact('0'));
  const at = node as Node;
  const worth = typeof at.reading === 'string' ? unroundedOf(at[situation.chosen(at.reading)], situation) : worthOfWord(at, situation);
  if (worth.yuan?.greaterThan(MOST.times(worth.over ?? 1))) throw new TooLarge();
  return worth;
}

/** A word of the language, evaluated anew. */
interface Twin {
  worth(at: Node, situation: Situation): Unrounded;
  /** The keys under which it names a single figure. */
  readonly figures?: readonly string[];
}

/** Every word for amounts by its key. */
export const AMOUNT_TWINS: Readonly<Record<string, Twin>> = {
  parameter: { worth: tableWorth },
  fact: { worth: (at, { facts }) => factWorth(String(at.fact), facts) },
  percent: {
    worth: (at, situation) =>
      times(unroundedOf(at.of, situation), tableWorth({ parameter: at.percent, by: at.by }, situation), exact('100')),
  },
  rest: {
    worth: (at, situation) =>
      together([worthOf(at.rest, situation), worthOf(at.less, situation)], ([whole, part]) => Exact.max(0, whole.minus(part))),
  },
  match: { worth: matchWorth },
  combine: { worth: combineWorth },
  grow: { worth: growWorth, figures: ['yearly', 'by', 'at'] },
  times: {
    worth: (at, situation) => {
      const [count, per] = [numberOf(at.times, situation), at.per === undefined ? known(exact('1')) : divisorOf(at.per, situation)];
      const product = times(unroundedOf(at.of, situation), count);
      if (product.yuan === null || per.yuan === null) return lacking(...product.lacks, ...per.lacks);
      return { ...product, over: (product.over ?? exact('1')).times(per.yuan) };
    },
  },
  scale: { worth: scaleWorth },
  bands: { worth: bandsWorth },
  round: { worth: roundWorth },
  allowance: { worth: (at, { item }) => item(String(at.allowance), at.of === 'year' ? 'year' : 'month') },
  each: {
    worth: (at, situation) => {
      const count = numberWorth(String(at.each), situation.facts);
      const most = at.atMost === undefined ? count.yuan : count.yuan && Exact.min(count.yuan, exact(String(at.atMost)));
      const paid = most && Exact.max(0, most.minus(exact(String(at.after ?? 0))));
      return times(unroundedOf(at.amount, situation), { ...count, yuan: paid });
    },
  },
  paid: { worth: (at, { claim }) => claim?.paidOf(String(at.paid)) ?? lacking() },
  unserved: {
    worth: (at, situation) =>
      times(unroundedOf(at.amount, situation), known(exact(String(serviceParts(at.unserved, at.begun, situation).left)))),
  },
  part: {
    worth: (at, situation) => {
      const { left, all } = serviceParts(at.unit, at.begun, situation);
      const part = byName(at.part, situation) === 'served' ? all - left : left;
      return times(unroundedOf(at.of, situation), known(exact(String(part))), exact(String(all)));
    },
  },
};

/** How many years or months of a service there are, and how many of them were not served. */
function serviceParts(unit: unknown, begun: unknown, situation: Situation): { left: number; all: number } {
  const { whole, begun: started, months } = situation.claim?.service ?? { whole: 0, begun: 0, months: 0 };
  const size = byName(unit, situation) === 'years' ? 12 : 1;
  const served = byName(begun, situation) === 'served' ? Math.ceil(started / size) : Math.floor(whole / size);
  return { left: Math.max(0, months / size - served), all: months / size };
}

function twinOf(at: Node): Twin | undefined {
  const key = Object.keys(at).find((one) => Object.hasOwn(AMOUNT_TWINS, one));
  return key === undefined ? undefined : AMOUNT_TWINS[key];
}

function worthOfWord(at: Node, situation: Situation): Unrounded {
  const twin = twinOf(at);
  if (!twin) throw new Error(`no word among ${Object.keys(at).join(', ')}`);
  return twin.worth(at, situation);
}

/** The single figures that the word of an amount names, without those of the amounts within. */
export function figuresOf(at: Node): string[] {
  return (twinOf(at)?.figures ?? []).flatMap((key) => (at[key] === undefined ? [] : [String(at[key])]));
}

/** Something made of several worths: what one of them lacks, the whole lacks. */
function together(parts: readonly Worth[], make: (yuan: [Decimal, Decimal]) => Decimal): Worth {
  const lacks = parts.flatMap((part) => part.lacks);
  const notes = parts.flatMap((part) => part.notes);
  if (parts.some(({ yuan }) => yuan === null)) return lacking(...lacks);
  return known(make(parts.map(({ yuan }) => yuan) as [Decimal, Decimal]), notes);
}

/** A product that is not rounded yet. */
function times(of: Unrounded, by: Worth, over: Decimal = exact('1')): Unrounded {
  const lacks = [...of.lacks, ...by.lacks];
  const notes = [...of.notes, ...by.notes];
  return of.yuan && by.yuan ? { ...known(of.yuan.times(by.yuan), notes), over: (of.over ?? exact('1')).times(over) } : lacking(...lacks);
}

/** Rounded to whole yuan, tenths or hundredths of one, from what the amount within is before it is rounded. */
function roundWorth(at: Node, situation: Situation): Worth {
  const { yuan, over = exact('1'), lacks, notes } = unroundedOf(at.of, situation);
  if (yuan === null) return lacking(...lacks);
  const places = { yuan: 0, jiao: 1, fen: 2 }[byName(at.round, situation)] as number;
  // Up or down is up or down however little is left, so the quotient must not be cut off: whole units first, and then what is left of them.
  const units = yuan.times(new Exact(10).pow(places));
  const whole = units.dividedToIntegerBy(over);
  const left = units.minus(whole.times(over));
  const mode = byName(at.mode, situation);
  const isUp = mode === 'up' ? left.greaterThan(0) : mode === 'half-up' && left.times(2).greaterThanOrEqualTo(over);
  return known(whole.plus(isUp ? 1 : 0).dividedBy(new Exact(10).pow(places)), notes);
}

/** A number that is given outright, a fact, or a figure. */
function numberOf(node: unknown, situation: Situation): Worth {
  if (typeof node !== 'object' || node === null) return known(exact(String(node)));
  const at = node as Node;
  if (typeof at.reading === 'string') return numberOf(at[situation.chosen(at.reading)], situation);
  return typeof at.fact === 'string' ? factWorth(at.fact, situation.facts) : tableWorth(at, situation);
}

/** A number to divide by: a figure of 0 is taken for none. */
function divisorOf(node: unknown, situation: Situation): Worth {
  const at = Object(node) as Node;
  if (typeof at.reading === 'string') return divisorOf(at[situation.chosen(at.reading)], situation);
  const worth = numberOf(node, situation);
  const key = [at.parameter, ...((at.by ?? []) as string[]).map((fact) => situation.facts[fact])].join('/');
  return worth.yuan?.isZero() ? lacking({ code: 'no-figure', parameter: key }) : worth;
}

/** A number of the person, as it is given: of money its yuan. */
const numberWorth = factWorth;

function bandsWorth(at: Node, situation: Situation): Unrounded {
  const count = numberWorth(String(at.by), situation.facts);
  if (count.yuan === null) return count;
  const bands = (at.bands as { from: unknown; amount: unknown }[]).map(({ from, amount }) => ({ from: exact(String(from)), amount }));
  if (at.progressive !== true) {
    const band = bands.findLast(({ from }) => from.lessThanOrEqualTo(count.yuan as Decimal));
    if (!band) throw new Error(`no band for ${String(at.by)}`);
    return unroundedOf(band.amount, situation);
  }
  let sum: Unrounded = known(exact('0'));
  for (const [index, { from, amount }] of bands.entries()) {
    const begins = index === 0 ? exact('0') : from;
    const within = Exact.min(count.yuan, bands[index + 1]?.from ?? count.yuan).minus(begins);
    if (within.greaterThan(0)) sum = plus(sum, times(unroundedOf(amount, situation), known(within)));
  }
  return sum;
}

function plus(a: Unrounded, b: Unrounded): Unrounded {
  const [overA, overB] = [a.over ?? exact('1'), b.over ?? exact('1')];
  if (!a.yuan || !b.yuan) return lacking(...a.lacks, ...b.lacks);
  return { ...known(a.yuan.times(overB).plus(b.yuan.times(overA)), [...a.notes, ...b.notes]), over: overA.times(overB) };
}

function figure(parameter: string, situation: Situation): Worth {
  const text = situation.figure(parameter);
  return text === null ? lacking({ code: 'no-figure', parameter }) : known(exact(text));
}

function factWorth(fact: string, facts: Given): Worth {
  return facts[fact] === null ? lackingFact(fact) : known(exact(String(facts[fact])));
}

function tableWorth(at: Node, situation: Situation): Worth {
  const by = (at.by ?? []) as string[];
  const unknown = by.filter((fact) => situation.facts[fact] === null);
  if (unknown.length > 0) return lacking(...unknown.flatMap((fact) => lackingFact(fact).lacks));
  return figure([at.parameter, ...by.map((fact) => situation.facts[fact])].join('/'), situation);
}

function matchWorth(at: Node, situation: Situation): Unrounded {
  const value = situation.facts[String(at.match)];
  if (value === null) return lackingFact(askedFor(String(at.match), situation.facts));
  return unroundedOf((at.amounts as Node)[String(value)], situation);
}

function combineWorth(at: Node, situation: Situation): Worth {
  const how = byName(at.combine, situation);
  return together(
    (at.of as unknown[]).map((part) => worthOf(part, situation)),
    (yuan) =>
      how === 'sum' ? yuan.reduce((sum, one) => sum.plus(one), exact('0')) : how === 'larger' ? Exact.max(...yuan) : Exact.min(...yuan),
  );
}

/** A name that is given outright, or chosen by a reading. */
function byName(node: unknown, situation: Situation): string {
  if (typeof node === 'string') return node;
  const choice = node as Node;
  const option = situation.chosen(String(choice.reading));
  return Object.keys(choice).length === 1 ? option : byName(choice[option], situation);
}

/** An amount of the year `at`, by a percentage year by year, or by yuan; years before it are reckoned back. */
function growWorth(at: Node, situation: Situation): Worth {
  const base = worthOf(at.grow, situation);
  const start = figure(String(at.at), situation);
  const years = start.yuan === null ? null : Number(situation.month.slice(0, 4)) - start.yuan.toNumber();
  const more = years === 0 ? known(exact('0')) : figure(String(at.by ?? at.yearly), situation);
  const lacks = [base, start, more].flatMap((part) => part.lacks);
  if (base.yuan === null || years === null || more.yuan === null) return lacking(...lacks);
  if ('by' in at) {
    const yuan = base.yuan.plus(more.yuan.times(years));
    return yuan.isNegative() && !yuan.isZero() ? known(exact('0'), [...base.notes, 'below-zero']) : known(yuan, base.notes);
  }
  let yuan = base.yuan;
  for (let year = 0; year < years; year++) yuan = yuan.plus(percentOf(yuan, more.yuan));
  for (let year = 0; year > years; year--) {
    yuan = yuan.dividedBy(more.yuan.dividedBy(100).plus(1)).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  }
  return known(yuan, base.notes);
}

/** By the pay scale of the month: the own step, what the one above is more, or both together. */
function scaleWorth(at: Node, situation: Situation): Worth {
  const { facts, scale } = situation;
  const [step, given] = [String(at.at), String(at.given)];
  if (facts[given] !== null) return factWorth(given, facts);
  if (scale === null) return lackingFact(given);
  if (facts[step] === null) return lackingFact(step);
  const own = Number(facts[step]);
  const pay = (which: number) => (scale.steps[which] === undefined ? null : exact(scale.steps[which]));
  const less = (a: Decimal | null, b: Decimal | null) => a && b && a.minus(b);
  const wanted = byName(at.step, situation);
  if (wanted === 'own') return orLacking(pay(own), given);
  const beyond = own === scale.last ? byName(at.beyond, situation) : null;
  const above: Readonly<Record<string, () => Decimal | null>> = {
    nothing: () => exact('0'),
    'last-difference': () => less(pay(own), pay(own - 1)),
    ask: () => null,
  };
  const rise = beyond === null ? less(pay(own + 1), pay(own)) : (above[beyond] as () => Decimal | null)();
  const notes = beyond === null ? [] : [beyond === 'nothing' ? 'top-step' : beyond];
  const here = pay(own);
  return orLacking(wanted === 'difference' ? rise : rise && (here?.plus(rise) ?? null), given, notes);
}

function orLacking(yuan: Decimal | null, fact: string, notes: readonly string[] = []): Worth {
  return yuan === null ? lackingFact(fact) : known(yuan, notes);
}

/** The share of a year in instalments: half up to the fen, never more than is left; the last takes the rest. */
export function instalment(whole: Decimal, shares: readonly string[], index: number): Decimal {
  let left = whole;
  for (const [at, share] of shares.entries()) {
    const part = at === shares.length - 1 ? left : Decimal.min(left, percentOf(whole, exact(share)));
    if (at === index) return part;
    left = left.minus(part);
  }
  throw new Error(`no instalment ${index}`);
}
