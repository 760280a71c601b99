import { ALL_MONTHS, lastMonth, stretchesOf } from '../../calendar/month-set.ts';
import { type Fact, factOf } from '../../facts/dictionary.ts';
import { defaultOf } from '../../facts/value.ts';
import { MOST_YUAN_FEN, percentOfFen } from '../../money/fen.ts';
import type { AllowanceNode } from '../../policy/document/schema.ts';
import type { Amount, Condition, Share } from '../../words/grammar/word.ts';
import type { PayLimits } from '../../words/timing/limits.ts';
import type { PayMonths } from '../../words/timing/months.ts';
import type { CompiledAllowance, Plan, Version } from '../plan.ts';
import type { Rhythm } from '../rhythm.ts';
import { areFields, blankRow, fieldsOf, type Layout } from './layout.ts';
import { type Window, widthOf, windowOver } from './window.ts';

/** An allowance is judged for every combination of the values of its facts, if these are within so many bits. */
const MOST_BITS = 12;

type KeyOf<T> = T extends unknown ? keyof T : never;
type ValueOf<T, Key> = T extends unknown ? (Key extends keyof T ? T[Key] : undefined) : never;

/**
 * For every key of a type (of a union: of each member), whether tables hold its value. A new field does not compile until it is answered
 * for here.
 */
export type Answers<T, Context> = { readonly [Key in KeyOf<T>]-?: (value: ValueOf<T, Key>, context: Context) => boolean };

interface Context {
  readonly plan: Plan;
  readonly layout: Layout;
}

interface AllowanceContext extends Context {
  readonly allowance: CompiledAllowance;
}

/** Tables hold any value: they read it, it does not affect amounts, or it is compiled into another field that has its own answer. */
const HELD = () => true;
/** Tables hold only its absence. */
const ABSENT = (value: unknown) => value === undefined;

const PLAN: Answers<Plan, Context> = {
  policy: HELD,
  settings: HELD,
  versions: (versions, context) => versions.length === 1 && holds(VERSION, versions[0], context),
  outside: HELD,
  readings: HELD,
  allowances: HELD,
  rows: HELD,
  scope: (scope) => scope === null,
  // What is the same under all options has to be seen for each person.
  parts: (parts) => parts.length === 0,
  // Whoever may owe something stands apart.
  claiming: HELD,
};

const VERSION: Answers<Version, Context> = {
  // A predecessor reads facts by its own declarations.
  policy: (policy, { plan }) => policy === plan.policy,
  rules: HELD,
  // Figures are read in the first month of one stretch.
  inForce: (months, { layout }) => months === layout.months && stretchesOf(months).length === 1,
  ruled: (months, { layout }) => months === layout.months,
  readings: HELD,
  allowances: (allowances, context) => allowances.every((allowance) => holds(ALLOWANCE, allowance, { ...context, allowance })),
  stacks: (stacks) => stacks.length === 0,
  caps: (caps) => caps.length === 0,
  rounds: HELD,
  claims: HELD,
  // A derived fact has no column.
  derivations: (derivations) => derivations.length === 0,
  timeline: HELD,
  places: HELD,
  // Where the policy takes effect or ends, rows do.
  breaks: (breaks, { layout: { months } }) => breaks.every((month) => ((months >> month) ^ (months >> (month - 1))) & 1),
  figure: HELD,
};

const ALLOWANCE: Answers<CompiledAllowance, AllowanceContext> = {
  id: HELD,
  index: HELD,
  row: HELD,
  node: (node, context) => holds(NODE, node, context),
  policy: (policy, { plan }) => policy === plan.policy,
  rhythm: (rhythm, context) => holds(RHYTHM, rhythm, context),
  conditions: (conditions, context) => conditions.every((condition) => holds(CONDITION, condition, context)),
  amount: (amount, context) => holds(AMOUNT, amount, context),
  months: (months, context) => holds(MONTHS, months, context),
  window: (months) => months === ALL_MONTHS,
  counted: (months, { layout }) => months === layout.months,
  limits: (limits, context) => holds(LIMITS, limits, context),
  // The last month of a person differs.
  spread: (spread) => spread === null,
  // What sources bear is told of the run itself and of years to come, which are reckoned person by person; tables sum other runs.
  funding: HELD,
  readings: HELD,
  facts: (facts, { layout }) => {
    const fields = fieldsOf(layout, facts);
    return widthOf(fields.reduce<Window>(windowOver, { shift: 0, mask: 0 })) <= MOST_BITS && !fields.some(({ fact }) => isOpenPlace(fact));
  },
};

const NODE: Answers<AllowanceNode, AllowanceContext> = {
  title: HELD,
  payee: HELD,
  payer: HELD,
  funding: HELD,
  optional: HELD,
  taxable: HELD,
  contributions: HELD,
  pension: HELD,
  economicCode: HELD,
  clause: HELD,
  when: HELD,
  pays: (pays, context) => holds(PAYS, pays, context),
  months: HELD,
  // Compiled into the window.
  from: HELD,
  to: HELD,
  // When it is paid out changes no amount, and tables give none by month of a person.
  paid: HELD,
  starts: ABSENT,
  stops: ABSENT,
};

const PAYS: Answers<AllowanceNode['pays'], AllowanceContext> = {
  every: HELD,
  spread: ABSENT,
  // The days of arriving and leaving are no columns.
  prorate: ABSENT,
  at: HELD,
  after: HELD,
  count: HELD,
  skipped: HELD,
  amount: HELD,
  shares: ABSENT,
};

const RHYTHM: Answers<Rhythm, AllowanceContext> = {
  kind: (kind) => ({ month: true, year: true, dated: true })[kind],
  fact: HELD,
  index: HELD,
  isNeverWhenBlank: HELD,
  // Columns have the month of a date in the year, not the day by which a further sum is due.
  after: (after) => after === 0,
  count: (count) => count === 1,
  isPostponed: (isPostponed) => !isPostponed,
  readings: HELD,
  isInForce: HELD,
};

const CONDITION: Answers<Condition, AllowanceContext> = {
  fact: HELD,
  facts: (facts, { layout }) => areFields(layout, facts),
  readings: HELD,
  judge: HELD,
  collectMissing: HELD,
};

const AMOUNT: Answers<Amount, AllowanceContext> = {
  facts: HELD,
  readings: HELD,
  parameters: HELD,
  // What another allowance pays a person is settled person by person.
  items: (items) => items === undefined,
  // Sums over many people go by it instead of the amount.
  share: (share, { layout, allowance }) => !share || isTrue(share, allowance.amount, layout),
  // What rests on numbers of a person is known of each alone, and must not turn out too large then.
  exceeds: (exceeds = false, { layout, allowance }) => !exceeds || areFields(layout, allowance.amount.facts),
  evaluate: HELD,
  // What is paid is the amount as it is rounded.
  exact: HELD,
};

const MONTHS: Answers<PayMonths, AllowanceContext> = { set: HELD, atMost: HELD };

const LIMITS: Answers<PayLimits, AllowanceContext> = {
  facts: (facts) => facts.length === 0,
  readings: HELD,
  monthsOf: HELD,
};

/** Whether tables over a layout hold everything about a plan; if not, the engine computes it person by person. */
export function isHeld(plan: Plan, layout: Layout): boolean {
  return holds(PLAN, plan, { plan, layout });
}

function holds<T extends object, Context>(answers: Answers<T, Context>, whole: T, context: Context): boolean {
  return Object.entries(whole).every(([key, value]) => answers[key as KeyOf<T>]?.(value, context) ?? false);
}

/** Numbers with which a share is tested. */
const TRIED = [1, 99, 432_115, MOST_YUAN_FEN];

/** Whether an amount is the share of a number that it says it is: a word that is made of another's amount may have kept what it says. */
function isTrue({ fact, percentUnits }: Share, amount: Amount, { dictionary, months, start: first }: Layout): boolean {
  const facts = blankRow(dictionary);
  const { index } = factOf(dictionary, fact);
  return TRIED.every((fen) => {
    facts[index] = fen;
    return [first, lastMonth(months)].every((start) => amount.evaluate({ facts, start }, []) === percentOfFen(fen, percentUnits));
  });
}

/** Where nothing stands in for a place that is not known, the town may be missing or the village: a key does not tell which. */
function isOpenPlace(fact: Fact): boolean {
  return fact.type === 'boolean' && fact.place !== undefined && defaultOf(fact) === null;
}
