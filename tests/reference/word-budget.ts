/** What a budget adds to the people under any policy document: envelopes, checks, targets, and what each source of funds bears. */
import type { Decimal } from 'decimal.js';
import { monthsOf } from './facts.ts';
import { Exact, exact, type ParameterOverrides } from './figures.ts';
import { factEntries, type Given } from './word-facts.ts';
import { fundingOf } from './word-funding.ts';
import { type Document, evaluateWords, figureAt } from './words.ts';

export interface WordBudgetRequest {
  readonly year: number;
  readonly readings: Readonly<Record<string, string>>;
  readonly parameters: ParameterOverrides;
  readonly checks: Readonly<Record<string, unknown>>;
  readonly cohorts: readonly { readonly count: number; readonly facts: Given }[];
}

type Run = WordBudgetRequest & { readonly document: Document };
type Result = ReturnType<typeof evaluateWords>;

const sum = (amounts: readonly Decimal[]): Decimal => amounts.reduce((total, one) => total.plus(one), exact('0'));

/** The budget of some groups of people alike. */
export function evaluateBudget(document: Document, request: WordBudgetRequest) {
  const run = { ...request, document };
  const people = request.cohorts.map(({ count, facts }) => ({ count, facts, result: entitled(run, facts) }));
  const of = (amount: (result: Result) => string) => sum(people.map(({ count, result }) => exact(amount(result)).times(count)));
  const envelopes = Object.entries(document.envelopes ?? {}).map(([id, { parameter, atLeast }]) => {
    const figure = december(run, parameter);
    return { id, amount: figure && exact(figure).toFixed(2), ...(atLeast && { atLeast }) };
  });
  const envelopeTotal = sum(envelopes.map(({ amount }) => exact(amount ?? '0')));
  const byAllowance = Object.keys(document.allowances).map((allowance) => ({
    allowance,
    amount: of(({ lines }) => lines.find((line) => line.allowance === allowance)?.amount ?? '0').toFixed(2),
  }));
  return {
    total: sum([of((result) => result.personalTotal), of((result) => result.institutionTotal), envelopeTotal]).toFixed(2),
    envelopeTotal: envelopeTotal.toFixed(2),
    incomplete: people.reduce((heads, { count, result }) => (result.complete ? heads : heads + count), 0),
    byAllowance,
    ...(Object.values(document.allowances).some(({ paid }) => paid) && { paidOut: paidOutOf(people, request.year) }),
    envelopes,
    repayments: repaymentsOf(document, people),
    warnings: people.flatMap(({ count, result }) => result.warnings.map((warning) => ({ ...warning, headcount: count }))),
    funding: fundingOf(document, run, people).funding,
    targets: Object.entries(document.targets ?? {}).map(([id, target]) => ({ id, ...targetOf(run, target) })),
    checks: Object.entries(document.checks ?? {}).map(([id, check]) => ({
      id,
      ...checkOf(run, check, request.checks[id] as Given | undefined),
    })),
  };
}

/** What is paid out in each month of the year, and in those of the next in which something is. */
function paidOutOf(people: readonly { count: number; result: Result }[], year: number) {
  const months = [...monthsOf(year), ...monthsOf(year + 1)];
  const paid = people.flatMap(({ count, result }) =>
    result.lines.flatMap(({ byMonth, paidOut = byMonth }) =>
      paidOut.map(({ month, amount }) => ({ month, yuan: exact(amount).times(count) })),
    ),
  );
  const sums = months.map((month) => ({ month, yuan: sum(paid.filter((one) => one.month === month).map(({ yuan }) => yuan)) }));
  return sums.flatMap(({ month, yuan }, at) => (at < 12 || !yuan.isZero() ? [{ month, amount: yuan.toFixed(2) }] : []));
}

/** What people owe under each claim, and by allowance where a claim takes back, for a service, what one has paid. */
function repaymentsOf(document: Document, people: readonly { count: number; result: Result }[]) {
  const claims = document.claims ?? {};
  const owed = people.flatMap(({ count, result }) => result.repayments.map((one) => ({ ...one, count })));
  const open = people.flatMap(({ count, result }) => result.open.map((one) => ({ ...one, count })));
  const heads = (of: readonly { count: number }[]) => of.reduce((all, { count }) => all + count, 0);
  const sumOf = (of: readonly { amount: string; count: number }[]) =>
    sum(of.map(({ amount, count }) => exact(amount).times(count))).toFixed(2);
  const taken = owed.flatMap((one) => {
    const [only, ...others] = paidIn(claims[one.claim]);
    return only !== undefined && others.length === 0 && claims[one.claim]?.service ? [{ ...one, allowance: only, amount: one.owed }] : [];
  });
  return {
    headcount: people.reduce((all, { count, result }) => all + (result.repayments.length > 0 ? count : 0), 0),
    amount: sumOf(owed),
    byAllowance: [...new Set(taken.map(({ allowance }) => allowance))].map((allowance) => {
      const own = taken.filter((one) => one.allowance === allowance);
      return { allowance, headcount: heads(own), amount: sumOf(own) };
    }),
    byClaim: Object.keys(claims).flatMap((claim) => {
      const [own, unknown] = [owed.filter((one) => one.claim === claim), open.filter((one) => one.claim === claim)];
      if (own.length + unknown.length === 0) return [];
      return [{ claim, headcount: heads(own), amount: sumOf(own), openHeadcount: heads(unknown) }];
    }),
    missing: missingOf(document, open),
    openHeadcount: people.reduce((all, { count, result }) => all + (result.open.length > 0 ? count : 0), 0),
  };
}

/** What is missing to know claims, with the range of a figure, and of how many people. */
function missingOf({ parameters }: Document, open: readonly { claim: string; missing: readonly object[]; count: number }[]) {
  const known = new Map<string, object & { headcount: number }>();
  for (const { claim, missing, count } of open) {
    for (const one of missing) {
      const { months: _, ...lack } = one as { months?: unknown; parameter?: string };
      const { atLeast, atMost } = parameters[lack.parameter ?? ''] ?? {};
      const entry = { claim, ...lack, ...(atLeast && { atLeast }), ...(atMost && { atMost }) };
      const name = JSON.stringify(entry);
      known.set(name, { ...entry, headcount: (known.get(name)?.headcount ?? 0) + count });
    }
  }
  return [...known.values()];
}

/** The allowances of which a claim asks what they have paid. */
function paidIn(node: unknown): string[] {
  const found: string[] = [];
  JSON.stringify((node as { owes?: unknown } | undefined)?.owes, (key, value) => {
    if (key === 'paid' && typeof value === 'string') found.push(value);
    return value;
  });
  return [...new Set(found)];
}

const entitled = ({ document, year, readings, parameters }: Run, teacher: Given) =>
  evaluateWords(document, { year, teacher, readings, parameters });
const december = (run: Run, key: string) => figureAt(run, key, `${run.year}-12`);

/** The least and the most that one person costs a year who is paid the allowance all year, over all that could be true of them. */
function targetOf(run: Run, { count, costOf }: { count: unknown; costOf?: string }) {
  const number = typeof count === 'number' ? count : Number((count as Given)[chosenIn(run, (count as { reading: string }).reading)]);
  const node = costOf === undefined ? undefined : run.document.allowances[costOf];
  const limits = run.document.stacking.filter(({ allowances }) => allowances.includes(String(costOf)));
  const facts = Object.keys(factEntries).filter((fact) => JSON.stringify([node, limits]).includes(`"${fact}"`));
  const results = costOf === undefined ? [] : combinations(facts).map((teacher) => entitled(run, teacher));
  const amounts = results.flatMap(({ lines }) => lines.filter(({ allowance }) => allowance === costOf).map(({ amount }) => exact(amount)));
  const awaited = new Set(
    results.flatMap(({ missing }) =>
      missing.flatMap((lack) => (lack.allowance === costOf && lack.code === 'no-figure' ? [lack.parameter] : [])),
    ),
  );
  const known = amounts.length > 0 && awaited.size === 0;
  return {
    count: number,
    costFrom: known
      ? Exact.min(...amounts)
          .times(number)
          .toFixed(2)
      : null,
    costTo: known
      ? Exact.max(...amounts)
          .times(number)
          .toFixed(2)
      : null,
    awaited: [...awaited],
  };
}

const chosenIn = ({ document, readings }: Run, reading: string) => readings[reading] ?? document.readings[reading]?.default ?? '';

function combinations([fact, ...rest]: readonly string[]): Given[] {
  if (fact === undefined) return [{}];
  const entry = factEntries[fact];
  const values = entry?.type === 'boolean' ? [true, false] : entry?.type === 'enum' ? Object.keys(entry.values ?? {}) : [null];
  return combinations(rest).flatMap((others) => values.map((value) => ({ ...others, [fact]: value })));
}

function checkOf(run: Run, check: { kind: string; multiple?: string; line?: string }, input: Given | undefined) {
  if (!input) return { status: 'not-given' };
  const number = (name: string) => exact(String(input[name]));
  if (check.kind === 'pay-parity') {
    const gap = Exact.max(0, number('civilServantAverage').minus(number('teacherAverage')));
    return { status: gap.isZero() ? 'met' : 'not-met', gap: gap.toFixed(2), cost: gap.times(number('headcount')).toFixed(2) };
  }
  const line = december(run, String(check.line));
  if (line === null) return { status: 'awaited', parameter: check.line };
  const target = exact(String(check.multiple)).times(line).times(number('headcount')).toDecimalPlaces(2);
  const cost = Exact.max(0, target.minus(number('currentTotal')));
  return { status: cost.isZero() ? 'met' : 'not-met', target: target.toFixed(2), cost: cost.toFixed(2) };
}
