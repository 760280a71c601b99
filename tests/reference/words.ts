/**
 * A plain evaluator of any policy document in the rule language, for one teacher and one calendar year: month by month, in exact decimals,
 * written from docs/rule-language.md alone. The words of the product are tested against it.
 */
import { Decimal } from 'decimal.js';
import { daysEmployed, hasReturned, isEmployedIn, isEmployedOn, isInForce, isOverruled, leavesWith } from './employment.ts';
import { monthsOf, type PlaceList } from './facts.ts';
import type { ParameterOverrides } from './figures.ts';
import { Exact, exact } from './figures.ts';
import { type RequestScale, scaleAt } from './pay-scales.ts';
import { instalment, type Lack, lackOf, partWorth, type Situation, type Worth, worthOf } from './word-amounts.ts';
import { decisive, underWhich, type Way, waysToChoose } from './word-asking.ts';
import { applyCaps, type CapGroup, capGroups, underCaps } from './word-caps.ts';
import {
  type ClaimNode,
  type ClaimRun,
  claimsOf,
  interruptedServices,
  joined as joinedClaim,
  type OpenClaim,
  type Owed,
} from './word-claims.ts';
import { conditionsOf, type Judged } from './word-conditions.ts';
import type { DerivationNode } from './word-derivations.ts';
import { entriesIn, type Given, type MonthRow, monthRows, type Places } from './word-facts.ts';
import type { SourceNode } from './word-funding.ts';

type FigureNode = string | null | readonly { readonly from: string; readonly value: string }[];
type Months = 'all' | { readonly except: readonly number[] } | { readonly only: readonly number[] } | { readonly first: number };

export interface AllowanceNode {
  readonly payee: 'teacher' | 'institution';
  readonly economicCode: string;
  readonly when: unknown;
  readonly pays:
    | {
        readonly every: 'month' | 'year';
        readonly spread?: 'months';
        readonly prorate?: { readonly basis: unknown };
        readonly amount: unknown;
      }
    | {
        readonly at: string;
        readonly amount: unknown;
        readonly after?: unknown;
        readonly count?: unknown;
        readonly shares?: readonly string[];
        readonly skipped?: unknown;
      };
  readonly months: unknown;
  readonly from?: string;
  readonly to?: string;
  readonly paid?: { readonly in: readonly number[] };
  readonly funding?: readonly SourceNode[];
  readonly starts?: { readonly after: string; readonly from: unknown };
  readonly stops?: { readonly at: string; readonly last: unknown };
}

/** As much of a policy document as the evaluator reads. */
export interface Document {
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly derive?: Readonly<Record<string, DerivationNode>>;
  readonly effectiveFrom?: string | null;
  readonly effectiveTo?: string | null;
  readonly places?: Readonly<Record<string, { readonly towns: PlaceList }>>;
  readonly months: Readonly<Record<string, Months>>;
  readonly readings: Readonly<Record<string, { readonly default: string; readonly options: Readonly<Record<string, unknown>> }>>;
  readonly parameters: Readonly<Record<string, ParameterNode>>;
  readonly allowances: Readonly<Record<string, AllowanceNode>>;
  readonly claims?: Readonly<Record<string, ClaimNode>>;
  readonly stacking: readonly { readonly allowances: readonly string[]; readonly keep?: unknown; readonly cap?: unknown }[];
  readonly envelopes?: Readonly<Record<string, EnvelopeNode>>;
  readonly checks?: Readonly<Record<string, { readonly kind: string; readonly multiple?: string; readonly line?: string }>>;
  readonly targets?: Readonly<Record<string, { readonly count: unknown; readonly costOf?: string }>>;
}

interface EnvelopeNode {
  readonly parameter: string;
  readonly atLeast?: boolean;
  readonly parts?: Readonly<Record<string, { readonly parameter: string }>>;
}

interface ParameterNode {
  readonly period?: string;
  readonly value?: unknown;
  readonly values?: unknown;
  readonly atLeast?: string;
  readonly atMost?: string;
}

export interface WordsRequest {
  readonly year: number;
  readonly teacher: Given;
  readonly readings?: Readonly<Record<string, string>>;
  readonly parameters?: ParameterOverrides;
  readonly payScales?: readonly RequestScale[] | undefined;
  readonly places?: Places | undefined;
  /** Facts of a person of whom they are not given. */
  readonly facts?: Given | undefined;
  /** Whether to go on as if the document were in force also outside its dates. */
  readonly asIfInForce?: boolean | undefined;
}

interface Run extends WordsRequest {
  readonly document: Document;
  /** The twelve months, and those of them that count: employed, and the document in force. */
  readonly months: readonly MonthRow[];
  readonly employed: readonly MonthRow[];
  readonly isInForce: (month: string) => boolean;
  readonly chosen: (reading: string) => string;
  readonly caps: readonly CapGroup[];
  /** What another allowance pays, which has been settled before. */
  readonly item: (allowance: string, of: 'month' | 'year', month: string) => Worth;
}

/** What a figure is read from: the policy's own, and those of a request. */
interface Figures {
  readonly document: Document;
  readonly parameters?: ParameterOverrides | undefined;
}

/** One employed month of an allowance. */
interface MonthState {
  readonly month: string;
  payable: boolean;
  readonly conditions: readonly Judged[];
  readonly holds: boolean | null;
  readonly yuan: Decimal | null;
  /** The amount of which it is a part. */
  readonly whole: Decimal | null;
  readonly lacks: readonly Lack[];
  readonly notes: readonly string[];
  readonly limits: ReadonlyMap<number, Decimal>;
  outrankedBy: string | null;
  doubts: readonly Doubt[];
}

interface Draft {
  readonly id: string;
  readonly node: AllowanceNode;
  readonly states: readonly MonthState[];
  /** Set where the calendar refuses it. */
  readonly refused: Reason | null;
  /** What is missing in earlier years to know which of several sums falls in this one. */
  readonly earlier?: readonly Lacking[] | undefined;
}

/** What becomes of one allowance. */
interface Outcome {
  readonly draft: Draft;
  /** `null` where it has no line. */
  readonly paid: readonly MonthState[] | null;
  readonly missing: readonly Missing[];
  readonly hanging: readonly Hanging[];
  readonly declined: Reason | null;
}

/** What a rival lacks in a month in which it may be paid instead. */
interface Doubt {
  readonly by: string;
  readonly lacks: readonly Lack[];
}
type Hanging = Doubt & { readonly month: string };

/** What is missing, with the months in which it is, in order. */
export type Missing = Lack & { readonly months: readonly string[] };

/** What one month lacks, or hangs on. */
interface Lacking {
  readonly lacks: readonly Lack[];
  readonly month: string;
}

type Reason = { readonly code: string; readonly fact?: string; readonly by?: string; readonly readings?: readonly string[] };

/**
 * What one teacher is due under a document, and owes.
 *
 * @param paidIn what was paid in a month, where that is known otherwise than by the document
 * @throws TooLarge where an amount is larger than any that is counted
 */
export function evaluateWords(document: Document, request: WordsRequest, paidIn?: ClaimRun['paidIn']) {
  const ways = waysToChoose(document, request.readings);
  const results = ways.map((readings) => evaluateChosen(document, { ...request, readings }, paidIn));
  const { outcomes: _, ...result } = results.length === 1 ? (results[0] as Chosen) : whatIsSame(document, request, ways, results);
  return result;
}

type Chosen = ReturnType<typeof evaluateChosen>;

/** The same where every reading has its option. */
function evaluateChosen(document: Document, request: WordsRequest, paidIn?: ClaimRun['paidIn']) {
  const result = evaluateYear(document, request);
  const run = claimRun(
    document,
    request,
    (year) => (year === request.year ? result : evaluateYear(document, { ...request, year })),
    paidIn,
  );
  const { repayments, open } = claimsOf(run);
  return { ...result, complete: result.complete && open.length === 0, repayments, open };
}

/** What comes out the same whatever is chosen; what does not is missing, with the readings of which an option has to be chosen. */
function whatIsSame(document: Document, request: WordsRequest, ways: readonly Way[], results: readonly Chosen[]): Chosen {
  const outcomes = Object.entries(document.allowances).map(([id, node]) => {
    const own = results.map((result) => ({
      paid: result.outcomes.find(({ draft }) => draft.id === id)?.paid ?? null,
      missing: result.missing.filter(({ allowance }) => allowance === id),
      declined: result.declined.find(({ allowance }) => allowance === id) ?? null,
    }));
    const byReading: Lacking[] = [];
    const paid = monthsOf(request.year).flatMap((month): MonthState[] => {
      const states = own.map((one) => one.paid?.find((state) => state.month === month));
      const lacks = own.map((one) =>
        one.missing.filter(({ months }) => months.includes(month)).map(({ months: _, ...lack }) => JSON.stringify(lack)),
      );
      const found = states.map((state, at) =>
        JSON.stringify([(state?.yuan ?? exact('0')).toFixed(2), ...(lacks[at] as string[]).toSorted()]),
      );
      const readings = decisive(ways, found);
      byReading.push({ month, lacks: readings.map((reading): Lack => ({ code: 'reading', reading })) });
      const there = states.filter((state) => state !== undefined);
      const notes = (there[0]?.notes ?? []).filter((note) => there.every((state) => state.notes.includes(note)));
      return there[0] && readings.length === 0 ? [{ ...there[0], notes }] : [];
    });
    const same = joinedLacks(byReading);
    const missing = [
      ...joined(own.flatMap((one) => one.missing)).map(({ allowance: _, ...lack }): Missing => {
        const under = underWhich(
          ways,
          own.map((one) => one.missing.some(({ months: _m, allowance: _a, ...other }) => isSame({ ...lack, months: [] }, other as Lack))),
        );
        return { ...lack, ...(under && { under }) } as Missing;
      }),
      ...same,
    ];
    const hasLine = paid.length > 0 || (same.length === 0 && own.some((one) => one.paid !== null));
    const reasons = own.flatMap(({ declined }) => declined ?? []);
    const rests = decisive(
      ways,
      reasons.map((reason) => JSON.stringify(reason)),
    );
    const reason = rests.length > 0 ? { code: 'by-reading', readings: rests } : reasons[0];
    const isDeclined = !hasLine && missing.length === 0 && reasons.length === own.length;
    return {
      draft: { id, node, states: [], refused: null },
      paid: hasLine ? paid : null,
      missing,
      hanging: [],
      declined: isDeclined && reason ? reason : null,
    };
  });
  const result = resultOf(document, request, outcomes, ways);
  const { repayments, open } = claimsInAllWays(Object.keys(document.claims ?? {}), ways, results);
  return { ...result, complete: result.complete && open.length === 0, repayments, open };
}

/** Claims that are the same in all ways; of the others the readings are missing. */
function claimsInAllWays(
  ids: readonly string[],
  ways: readonly Way[],
  results: readonly Chosen[],
): { repayments: Owed[]; open: OpenClaim[] } {
  const repayments: Owed[] = [];
  const open: OpenClaim[] = [];
  for (const id of ids) {
    const known = results.map((result) => result.repayments.find(({ claim }) => claim === id));
    const unknown = results.map((result) => result.open.find(({ claim }) => claim === id));
    const readings = decisive(
      ways,
      results.map((_, at) => JSON.stringify(known[at] ?? unknown[at] ?? 'none')),
    );
    const first = [...known, ...unknown].find((one) => one !== undefined);
    if (!first) continue;
    if (readings.length === 0) {
      if ('missing' in first) open.push(first);
      else repayments.push(first);
      continue;
    }
    const months = first.date === undefined ? [] : [first.date.slice(0, 7)];
    const asked = readings.map((reading) => ({ code: 'reading' as const, reading, months }));
    const lacks = unknown.flatMap((one) => (one ? one.missing : []));
    const { date } = first;
    open.push({ claim: id, ...(date !== undefined && { date }), missing: joinedClaim([...lacks, ...asked]) });
  }
  return { repayments, open };
}

/** The same thing is missing once, in all of its months. */
function joined<T extends Lack & { allowance: string; months: readonly string[] }>(entries: readonly T[]): T[] {
  const known = new Map<string, T>();
  for (const entry of entries) {
    const name = JSON.stringify({ ...entry, months: null });
    known.set(name, { ...entry, months: [...new Set([...(known.get(name)?.months ?? []), ...entry.months])].sort() });
  }
  return [...known.values()];
}

function claimRun(document: Document, request: WordsRequest, resultOf: ClaimRun['resultOf'], paidIn?: ClaimRun['paidIn']): ClaimRun {
  const { teacher, year, places, readings, facts, payScales = [] } = request;
  const chosen = chosenIn(document, readings);
  const entries = entriesIn(document);
  return {
    claims: document.claims ?? {},
    allowances: document.allowances,
    teacher,
    year,
    since: request.asIfInForce ? null : (document.effectiveFrom?.slice(0, 7) ?? null),
    chosen,
    isNever: (fact) => entries[fact]?.blank === 'never',
    rowAt: (month) =>
      monthRows(document, Number(month.slice(0, 4)), teacher, places, readings, facts).find((row) => row.month === month) as MonthRow,
    situationAt: ({ month, facts: known }) => ({
      month,
      facts: known,
      chosen,
      figure: (key) => figureAt({ document, parameters: request.parameters }, key, month),
      scale: scaleAt(payScales, month),
      item: () => {
        throw new Error('what an allowance pays stands in no claim');
      },
    }),
    resultOf,
    paidIn,
  };
}

function evaluateYear(document: Document, request: WordsRequest) {
  return resultOf(document, request, outcomesOf(document, request), [request.readings ?? {}]);
}

/** @param ways the options of all readings under which the outcomes are so */
function resultOf(document: Document, request: WordsRequest, outcomes: readonly Outcome[], ways: readonly Way[]) {
  const outside = outsideMonths(document, request.year);
  const overruled = monthsOf(request.year).filter((month) => isCounted(document, request, month) && isOverruled(month, request.teacher));
  const total = (payee: string) =>
    outcomes
      .flatMap(({ draft, paid }) => (draft.node.payee === payee && paid ? [sumOf(paid)] : []))
      .reduce(plus, exact('0'))
      .toFixed(2);
  const missing = outcomes.flatMap(({ draft, missing: lacks }) => lacks.map((lack) => ({ allowance: draft.id, ...lack })));
  return {
    outcomes,
    personalTotal: total('teacher'),
    institutionTotal: total('institution'),
    complete: missing.length === 0,
    lines: outcomes.flatMap(({ draft, paid }) => (paid ? [lineOf(draft, paid)] : [])),
    declined: outcomes.flatMap(({ draft, declined }) => (declined ? [{ allowance: draft.id, ...declined }] : [])),
    missing,
    warnings: [
      ...(outside.length > 0 ? [{ code: 'outside-effective-dates', allowance: '' }] : []),
      ...outOfRange({ document, ...request }),
      ...(overruled.length > 0 ? [{ code: 'employment-dates-differ', allowance: '' }] : []),
      ...derivedOtherwise(document, request, ways),
      ...interruptions(document, request, ways),
      ...outcomes.flatMap(({ draft, paid }) =>
        [...new Set((paid ?? []).flatMap(({ notes }) => notes))].map((code) => ({ code, allowance: draft.id })),
      ),
    ],
  };
}

/** Derived facts that are given otherwise than they follow in every way, each pair of values a warning. */
function derivedOtherwise(document: Document, request: WordsRequest, ways: readonly Way[]) {
  const { year, teacher, places, facts } = request;
  const [first = [], ...others] = ways.map((readings) =>
    monthRows(document, year, teacher, places, readings, facts)
      .filter((row) => row.employed && isCounted(document, request, row.month))
      .flatMap(({ month, differing }) => differing.map((pair) => `${month} ${pair}`)),
  );
  const always = first.filter((one) => others.every((list) => list.includes(one))).map((one) => one.slice('2025-01 '.length));
  return [...new Set(always)].map(() => ({ code: 'derived-differs', allowance: '' }));
}

/** Services that were interrupted in some way, each once. */
function interruptions(document: Document, request: WordsRequest, ways: readonly Way[]) {
  const all = ways.flatMap((readings) =>
    interruptedServices(claimRun(document, { ...request, readings }, () => ({ lines: [], missing: [] }))),
  );
  const told = all.filter((one, at) => all.findIndex(({ claim }) => claim === one.claim) === at);
  const ids = Object.keys(document.claims ?? {});
  return told.toSorted((a, b) => ids.indexOf(a.claim) - ids.indexOf(b.claim));
}

/** The months of each allowance that something missing decides. @throws TooLarge as {@link evaluateWords} */
export function missingMonthsOf(document: Document, request: WordsRequest): Record<string, readonly string[]> {
  const monthsIn = (missing: readonly Missing[]) => [...new Set(missing.flatMap(({ months }) => months))].sort();
  const ways = waysToChoose(document, request.readings);
  if (ways.length > 1) {
    const results = ways.map((readings) => evaluateChosen(document, { ...request, readings }));
    const { outcomes } = whatIsSame(document, request, ways, results);
    const inYear = (month: string) => month.startsWith(`${request.year}-`);
    return Object.fromEntries(outcomes.map(({ draft, missing }) => [draft.id, monthsIn(missing).filter(inYear)]));
  }
  return Object.fromEntries(
    outcomesOf(document, { ...request, readings: ways[0] ?? {} }).map(({ draft, missing }) => [draft.id, monthsIn(missing)]),
  );
}

const isCounted = ({ effectiveFrom, effectiveTo }: Document, { asIfInForce = false }: Pick<WordsRequest, 'asIfInForce'>, month: string) =>
  asIfInForce || isInForce(month, effectiveFrom, effectiveTo);

/** The months of a year in which a document is not in force. */
export const outsideMonths = (document: Document, year: number): string[] =>
  monthsOf(year).filter((month) => !isCounted(document, {}, month));

/** The option of a reading in a run. */
export function chosenIn(document: Document, readings: WordsRequest['readings']): (reading: string) => string {
  return (reading) => readings?.[reading] ?? (document.readings[reading]?.default as string);
}

function outcomesOf(document: Document, request: WordsRequest): Outcome[] {
  const chosen = chosenIn(document, request.readings);
  const caps = capGroups(document.stacking, (key) => document.parameters[nodeOf(document.parameters, key)]?.period, chosen);
  const months = monthRows(document, request.year, request.teacher, request.places, request.readings, request.facts);
  const counts = (month: string) => isCounted(document, request, month);
  const employed = months.filter((row) => row.employed && counts(row.month));
  const none = () => {
    throw new Error('nothing is settled yet');
  };
  const run: Run = { ...request, document, chosen, caps, months, employed, isInForce: counts, item: none };
  const ids = Object.keys(document.allowances);
  const done = new Map<string, Outcome>();
  while (done.size < ids.length) {
    const ready = ids.filter(
      (id) =>
        !done.has(id) &&
        familyOf(run, id).every((one) => itemsNamed(document.allowances[one]?.pays.amount).every((other) => done.has(other))),
    );
    if (ready.length === 0) throw new Error('a circle');
    const item: Run['item'] = (id, of, month) => paidWorth(run, done, id, of, month);
    for (const outcome of outcomesAmong({ ...run, item }, ready)) done.set(outcome.draft.id, outcome);
  }
  return ids.map((id) => done.get(id) as Outcome);
}

/** An allowance with all that it is ranked or limited with, directly or through others. */
function familyOf({ document, caps, chosen }: Run, id: string): string[] {
  const groups = [
    ...document.stacking.flatMap(({ allowances, keep }) => (named(keep ?? 'all', chosen) === 'largest' ? [allowances] : [])),
    ...caps.map(({ allowances }) => allowances),
  ];
  const family = new Set([id]);
  for (const one of family) for (const group of groups) if (group.includes(one)) for (const other of group) family.add(other);
  return [...family];
}

/** The allowances whose payments an amount names, under any reading. */
function itemsNamed(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { allowance } = node as { allowance?: unknown };
  return typeof allowance === 'string' ? [allowance] : Object.values(node).flatMap(itemsNamed);
}

/**
 * What an allowance pays in a month, or in all of them. It is not known where something is missing for it; nor, if it comes to something there,
 * where something is missing for another one of its family, which may leave it more or less.
 */
function paidWorth(run: Run, done: ReadonlyMap<string, Outcome>, id: string, of: 'month' | 'year', at: string): Worth {
  const own = done.get(id) as Outcome;
  const parts = (of === 'month' ? [at] : monthsOf(run.year)).map((month) => {
    const paid = own.paid?.find((state) => state.month === month);
    const isRanked = paid !== undefined && (!(paid.yuan as Decimal).isZero() || paid.notes.includes('capped'));
    const behind = isRanked ? familyOf(run, id).map((one) => done.get(one) as Outcome) : [own];
    const lacks = behind.flatMap(({ missing }) => missing.flatMap(({ months, ...lack }) => (months.includes(month) ? [lack as Lack] : [])));
    return { yuan: paid?.yuan ?? exact('0'), lacks };
  });
  const lacks = parts.flatMap((part) => part.lacks);
  return lacks.length > 0
    ? { yuan: null, lacks, notes: [] }
    : { yuan: parts.map(({ yuan }) => yuan).reduce(plus, exact('0')), lacks, notes: [] };
}

/** What becomes of some allowances that share groups only among themselves. */
function outcomesAmong(run: Run, ids: readonly string[]): Outcome[] {
  const { document, caps } = run;
  const drafts = ids.map((id) => {
    const node = document.allowances[id] as AllowanceNode;
    return draftOf(runOf(run, node), id, node);
  });
  for (const { allowances, keep } of document.stacking) {
    if (named(keep ?? 'all', run.chosen) !== 'largest' || !allowances.every((id) => ids.includes(id))) continue;
    outrank(allowances.map((id) => drafts.find((draft) => draft.id === id) as Draft));
  }
  const settled = drafts.map((draft) => settle(draft, run));
  const outcomes = settled.map((outcome) => withHanging(outcome, settled));
  const missingIn = (id: string, month: string): Lack[] => {
    const own = outcomes.find(({ draft }) => draft.id === id)?.missing ?? [];
    return own.flatMap(({ months: when, ...lack }) => (when.includes(month) ? [lack as Lack] : []));
  };
  const { left, lacking } = applyCaps(new Map(outcomes.map(({ draft, paid }) => [draft.id, paid ?? []])), caps, missingIn);
  return outcomes.map((outcome) => {
    const own = outcome.missing.flatMap(({ months: when, ...lack }) => when.map((month) => ({ lacks: [lack as Lack], month })));
    const all = joinedLacks([...own, ...lacking.filter(({ id }) => id === outcome.draft.id)]);
    // what decides in an earlier year which sum falls is missing there as well
    const earlier = (outcome.draft.earlier ?? []).filter(({ lacks }) => lacks.some((lack) => all.some((one) => isSame(one, lack))));
    const missing = joinedLacks([
      ...earlier,
      ...all.flatMap(({ months, ...lack }) => months.map((month) => ({ lacks: [lack as Lack], month }))),
    ]);
    return { ...outcome, missing, paid: outcome.paid && (left.get(outcome.draft.id) ?? null) };
  });
}

const isSame = ({ months: _, ...one }: Missing, lack: Lack): boolean => JSON.stringify(one) === JSON.stringify(lack);
const plus = (a: Decimal, b: Decimal): Decimal => a.plus(b);
const sumOf = (paid: readonly MonthState[]): Decimal => paid.map(({ yuan }) => yuan as Decimal).reduce(plus, exact('0'));

function lineOf({ id, node }: Draft, paid: readonly MonthState[]) {
  const byMonth = paid.flatMap(({ month, yuan }) => (yuan?.isZero() ? [] : [{ month, amount: (yuan as Decimal).toFixed(2) }]));
  const line = { allowance: id, payee: node.payee, amount: sumOf(paid).toFixed(2), byMonth };
  return { ...line, ...(node.paid && { paidOut: paidOutOf(byMonth, node.paid.in) }) };
}

/** What is due in a month is paid out in the next of those listed, be it of the next year. */
function paidOutOf(byMonth: readonly { month: string; amount: string }[], listed: readonly number[]) {
  const sums = new Map<string, Decimal>();
  for (const { month, amount } of byMonth) {
    let [year, number] = month.split('-').map(Number) as [number, number];
    while (!listed.includes(number)) {
      number = number === 12 ? 1 : number + 1;
      if (number === 1) year += 1;
    }
    const at = `${year}-${String(number).padStart(2, '0')}`;
    sums.set(at, (sums.get(at) ?? exact('0')).plus(exact(amount)));
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, sum]) => ({ month, amount: sum.toFixed(2) }));
}

/** A plain name, or one that a reading chooses; `{reading: id}` alone means the option itself. */
function named(node: unknown, chosen: Run['chosen']): string {
  if (typeof node === 'string') return node;
  const { reading, ...options } = node as Record<string, unknown>;
  const option = chosen(String(reading));
  return Object.keys(options).length === 0 ? option : named(options[option], chosen);
}

/** A run for one allowance: the months before its own beginning or after its own end do not count. */
function runOf(run: Run, { from, to }: AllowanceNode): Run {
  const counts = (month: string) => run.isInForce(month) && (from ?? month) <= month && month <= (to ?? month);
  return { ...run, isInForce: counts, employed: run.employed.filter(({ month }) => counts(month)) };
}

function draftOf(run: Run, id: string, node: AllowanceNode): Draft {
  const { document, employed, months, year, teacher } = run;
  const refuse = (refused: Reason): Draft => ({ id, node, states: [], refused });
  const absent: Reason | null = employed.length > 0 ? null : { code: months.some((row) => row.employed) ? 'not-in-force' : 'not-employed' };
  const { pays } = node;
  if ('every' in pays) {
    if (absent) return refuse(absent);
    const parts = pays.spread ? monthsInYear(run, node) : 1;
    const states = employed.map((row) => stateOf(run, id, node, row, (yuan) => yuan.dividedBy(parts).toDecimalPlaces(2, Exact.ROUND_DOWN)));
    if (pays.every === 'year' && !pays.spread) {
      const within = states.length;
      if (!states.some(isDue)) states.push(...monthsAfterLeaving(run, node).map((row) => stateOf(run, id, node, row, (yuan) => yuan)));
      keepLast(states, within);
    }
    return { id, node, states, refused: null };
  }
  const { at: fact, shares } = pays;
  const first = Number(resolved(pays.after ?? 0, run.chosen));
  const count = shares?.length ?? Number(resolved(pays.count ?? 1, run.chosen));
  const date = (teacher[fact] ?? null) as string | null;
  const ineligible: Reason = absent ?? { code: 'not-eligible', fact };
  if (date === null) {
    if (entriesIn(document)[fact]?.blank === 'never') return refuse(ineligible);
    // a further sum can be earned by the last day as well
    const after = months.flatMap(({ month }) => {
      const isGone = first + count > 1 && run.isInForce(month) && !isEmployedIn(month, teacher);
      return isGone ? (dueOn(run, `${month}-01`) ?? []) : [];
    });
    if (absent && after.length === 0) return refuse(ineligible);
    const blank = [...employed, ...after].map((row) => stateOf(run, id, node, row, (yuan) => yuan, [{ code: 'fact', fact }]));
    return { id, node, states: blank, refused: null };
  }
  const since = year - Number(date.slice(0, 4));
  const falling = since < first ? null : whichFalls(run, node, date, { first, count, since, isAlike: !shares });
  if (!falling) return refuse(ineligible);
  const month = `${year}-${date.slice(5, 7)}`;
  if (!run.isInForce(month)) return refuse({ code: 'not-in-force' });
  const share = (yuan: Decimal) => (shares ? instalment(yuan, shares, falling.place) : yuan);
  const row = since === 0 ? employed.find((one) => one.month === month) : dueOn(run, yearsAfter(date, since));
  // further sums of one that was due on a date on which the person was not there rest on a date that is wrong
  const isWrong = first === 0 && since > 0 && !isEmployedIn(date.slice(0, 7), teacher);
  const open: Lack[] = isWrong ? [{ code: 'outside-employment', fact }] : falling.lacks;
  const earlier = isWrong ? [] : falling.earlier;
  if (row) return { id, node, states: [stateOf(run, id, node, row, share, open)], refused: null, earlier };
  if (since > 0) return refuse({ code: 'not-employed' });
  const outside = months.find((one) => one.month === month) as MonthRow;
  const then = stateOf(run, id, node, outside, share, [{ code: 'outside-employment', fact }]);
  return then.payable ? { id, node, states: [then], refused: null } : refuse({ code: 'not-employed' });
}

/** A plain value, or one that a reading chooses. */
function resolved(node: unknown, chosen: Run['chosen']): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const { reading, ...options } = node as Record<string, unknown>;
  const option = chosen(String(reading));
  return Object.keys(options).length === 0 ? option : resolved(options[option], chosen);
}

/** The same day years later; the last of February where there is no 29th. */
function yearsAfter(date: string, years: number): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const last = new Date(Date.UTC(Number(year) + years, Number(month), 0)).getUTCDate();
  return `${Number(year) + years}-${month}-${String(Math.min(Number(day), last)).padStart(2, '0')}`;
}

/** The facts by which a sum is due that falls on a day after the date: of its month, or where the person left with the day before, of that. */
function dueOn({ document, teacher, places, facts, readings }: Run, day: string): MonthRow | null {
  const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  if (!isEmployedOn(before, teacher)) return null;
  const month = day.slice(0, 7);
  const by = isEmployedIn(month, teacher) ? month : before.slice(0, 7);
  const row = monthRows(document, Number(by.slice(0, 4)), teacher, places, readings, facts).find((one) => one.month === by);
  return row?.employed ? { ...row, month } : null;
}

interface Falls {
  readonly place: number;
  readonly lacks: Lack[];
  readonly earlier?: readonly Lacking[];
}

/** Which of the sums falls so many years after the date: what was postponed before comes first. */
function whichFalls(
  run: Run,
  node: AllowanceNode,
  date: string,
  { first, count, since, isAlike }: { first: number; count: number; since: number; isAlike: boolean },
): Falls | null {
  const { document, teacher, places, chosen } = run;
  const isPostponed = resolved((node.pays as { skipped?: unknown }).skipped ?? 'lapsed', chosen) === 'postponed';
  if (!isPostponed) return since - first < count ? { place: since - first, lacks: [] } : null;
  let [paid, perhaps] = [0, 0];
  const earlier: Lacking[] = [];
  for (let after = first; after < since; after++) {
    const day = yearsAfter(date, after);
    const month = day.slice(0, 7);
    if (!run.isInForce(month)) {
      paid++;
      continue;
    }
    const inMonth = monthRows(document, Number(month.slice(0, 4)), teacher, places, run.readings, run.facts).find(
      (one) => one.month === month,
    );
    const row = after > 0 ? dueOn(run, day) : inMonth?.employed ? inMonth : null;
    const conditions = row ? conditionsOf(node.when, row.facts, chosen) : [];
    if (!row || conditions.some(({ holds }) => holds === false)) continue;
    const lacks = conditions.flatMap((part) =>
      part.holds === null ? part.lacks.flatMap((fact) => row.behind[fact] ?? [fact]).map(lackOf) : [],
    );
    if (lacks.length === 0) {
      paid++;
      continue;
    }
    if (paid >= count) break;
    perhaps++;
    earlier.push({ lacks, month });
  }
  if (paid >= count) return null;
  const isSure = perhaps === 0 || (isAlike && paid + perhaps < count);
  return isSure ? { place: paid, lacks: [] } : { place: paid, lacks: earlier.flatMap(({ lacks }) => lacks), earlier };
}

/** Into how many months a year is divided: those of the set. */
function monthsInYear(run: Run, node: AllowanceNode): number {
  const set = run.document.months[named(node.months, run.chosen)] as Months;
  return set !== 'all' && 'first' in set ? set.first : Math.max(1, run.months.filter(({ month }) => isInSet(run, node, month)).length);
}

const isDue = ({ holds, payable }: MonthState): boolean => holds === true && payable;

/** Whoever leaves, be it to come back, is due a yearly sum in the first of its months that comes before any return, by what held in the last paid month. */
function monthsAfterLeaving(run: Run, node: AllowanceNode): MonthRow[] {
  return run.months.flatMap(({ month: left }, at) => {
    if (!isEmployedIn(left, run.teacher) || !leavesWith(left, run.teacher)) return [];
    const before = run.months.slice(0, at + 1);
    const away = before.findLastIndex(({ month }) => !isEmployedIn(month, run.teacher));
    const last = before.slice(away + 1).findLast(({ employed }) => employed);
    if (!last || !isBetweenEnds(run, node, last)) return [];
    const back = run.months.find(({ month }) => month > left && isEmployedIn(month, run.teacher))?.month ?? '9999';
    const after = run.months.find(({ month }) => left < month && month < back && run.isInForce(month) && isInSet(run, node, month));
    return after ? [{ ...last, month: after.month, earnedIn: last.month }] : [];
  });
}

/**
 * @param shareOf what of the amount falls in the month
 * @param open what is missing where all conditions hold, before any amount
 */
function stateOf(
  run: Run,
  id: string,
  node: AllowanceNode,
  row: MonthRow,
  shareOf: (yuan: Decimal) => Decimal,
  open: readonly Lack[] = [],
): MonthState {
  const { month, facts, behind } = row;
  const decisive = (fact: string) => behind[fact] ?? [fact];
  const conditions = conditionsOf(node.when, facts, run.chosen).map((part) => ({ ...part, lacks: part.lacks.flatMap(decisive) }));
  const unknown = conditions.filter((part) => part.holds === null);
  const holds = conditions.some((part) => part.holds === false) ? false : unknown.length > 0 ? null : true;
  const common = {
    month,
    payable: inMonths(run, node, row),
    conditions,
    holds,
    limits: new Map<number, Decimal>(),
    outrankedBy: null,
    doubts: [],
  };
  if (holds !== true) {
    const lacks = holds === null ? unknown.flatMap((part) => part.lacks.map(lackOf)) : [];
    return { ...common, yuan: null, whole: null, lacks, notes: [] };
  }
  if (open.length > 0) return { ...common, yuan: null, whole: null, lacks: open, notes: [] };
  const figure = (key: string) => figureAt(run, key, month);
  // what another allowance lacks is traced to what would decide it already
  const traced = new Set<Lack>();
  const item: Situation['item'] = (allowance, of) => {
    const worth = run.item(allowance, of, (row as { earnedIn?: string }).earnedIn ?? month);
    for (const lack of worth.lacks) traced.add(lack);
    return worth;
  };
  const situation: Situation = { month, facts, chosen: run.chosen, figure, scale: scaleAt(run.payScales ?? [], month), item };
  const whole = monthWorth(node, situation, run);
  const over = run.caps.flatMap(({ allowances, limit }, place) =>
    allowances.includes(id) ? [{ place, worth: worthOf(limit, situation) }] : [],
  );
  const limits = new Map(over.flatMap(({ place, worth: { yuan } }) => (yuan ? [[place, yuan] as const] : [])));
  const above = over.map(({ worth }) => worth);
  const partOf = (worth: Worth): Worth => ({ ...worth, yuan: worth.yuan && shareOf(worth.yuan) });
  // of a year by month, the limits are those on the whole
  const isSpread = 'every' in node.pays && node.pays.spread !== undefined;
  const capped = isSpread ? partOf(underCaps(whole, above)) : underCaps(partOf(whole), above);
  const lacks = capped.lacks.flatMap((one): Lack[] =>
    one.code === 'fact' && !traced.has(one) ? decisive(one.fact).map((fact) => ({ ...one, ...lackOf(fact) })) : [one],
  );
  return { ...common, whole: whole.yuan, ...capped, lacks, limits };
}

/** The amount of a month, or its part by the days on which the person is employed. */
function monthWorth({ pays }: AllowanceNode, situation: Situation, { teacher, chosen }: Run): Worth {
  const { days, all } = daysEmployed(situation.month, teacher);
  if (!('every' in pays) || !pays.prorate || days === all) return worthOf(pays.amount, situation);
  return named(pays.prorate.basis, chosen) === '30'
    ? partWorth(pays.amount, situation, Math.min(days, 30), 30)
    : partWorth(pays.amount, situation, days, all);
}

/** Whether a month is in the set of the allowance. */
function isInSet(run: Run, { months }: AllowanceNode, month: string): boolean {
  const set = run.document.months[named(months, run.chosen)] as Months;
  const number = Number(month.slice(5));
  if (set !== 'all' && 'except' in set) return !set.except.includes(number);
  return set === 'all' || !('only' in set) || set.only.includes(number);
}

/**
 * The months of the allowance, from its start to its end: each in place of the end of the employment that it names, so that of whoever has come
 * back the months before leaving count as well.
 */
function inMonths(run: Run, node: AllowanceNode, row: MonthRow): boolean {
  return isInSet(run, node, row.month) && isBetweenEnds(run, node, row);
}

function isBetweenEnds(run: Run, node: AllowanceNode, { month, facts }: MonthRow): boolean {
  const { starts, stops } = node;
  const { teacher } = run;
  const monthOf = (fact: string) => (facts[fact] as string | null)?.slice(0, 7) ?? null;
  // a day that contradicts the months given is of another employment
  const { employedFrom, employedTo } = teacher as { employedFrom?: string | null; employedTo?: string | null };
  const isOther = (fact: string, day: string) =>
    (fact === 'arrivedOn' && employedTo && day > employedTo) || (fact === 'leftOn' && employedFrom && day < employedFrom);
  const dayOf = (fact: string | undefined) => {
    const day = fact === undefined ? null : monthOf(fact);
    return day !== null && isOther(fact as string, day) ? null : day;
  };
  const [first, last] = [dayOf(starts?.after), dayOf(stops?.at)];
  const hasBegun = (from: string | null, next: boolean) => from === null || (next ? month > from : month >= from);
  const goesOn = (to: string | null, previous: boolean) => to === null || (previous ? month < to : month <= to);
  const begun = hasBegun(first, starts !== undefined && named(starts.from, run.chosen) === 'next-month');
  const open = goesOn(last, stops !== undefined && named(stops.last, run.chosen) === 'previous-month');
  const [ofArriving, ofLeaving] = [starts?.after === 'arrivedOn', stops?.at === 'leftOn'];
  if (!hasReturned(teacher) || !(ofArriving || ofLeaving)) return begun && open;
  const before = ofLeaving ? open : goesOn(monthOf('leftOn'), false);
  const after = ofArriving ? begun : hasBegun(monthOf('arrivedOn'), false);
  return (before || after) && (ofArriving || begun) && (ofLeaving || open);
}

/** The figure of a month: of a dated list the latest that is not later; before it the policy's own, which may be dated itself. */
export function figureAt({ document, parameters = {} }: Figures, key: string, month: string): string | null {
  const dated = (figure: FigureNode, before: string | null): string | null => {
    if (figure === null || typeof figure === 'string') return figure ?? before;
    const held = figure.filter(({ from }) => from <= month).sort((a, b) => (a.from < b.from ? -1 : 1));
    return held.at(-1)?.value ?? before;
  };
  const own = dated(ownFigure(document, key), null);
  return key in parameters ? dated(parameters[key] as FigureNode, own) : own;
}

const nodeOf = (parameters: Document['parameters'], key: string) =>
  (key in parameters ? key : Object.keys(parameters).find((one) => parameters[one]?.values && key.startsWith(`${one}/`))) as string;

/** A figure of the request that is not between the ends that the document gives is warned of, and counted as it is. */
function outOfRange({ document, parameters = {} }: Figures) {
  return Object.entries(parameters).flatMap(([key, figure]) => {
    const { atLeast, atMost } = document.parameters[nodeOf(document.parameters, key)] as ParameterNode;
    const values = (typeof figure === 'string' ? [figure] : figure.map(({ value }) => value)).map(exact);
    const outside = values.some((value) => value.lessThan(atLeast ?? value) || value.greaterThan(atMost ?? value));
    return outside ? [{ code: 'outside-range', allowance: '' }] : [];
  });
}

function ownFigure({ parameters }: Document, key: string): FigureNode {
  const name = nodeOf(parameters, key);
  const { value, values } = parameters[name] as { value?: unknown; values?: unknown };
  const steps = key === name ? [] : key.slice(name.length + 1).split('/');
  return steps.reduce((tree, step) => (tree as Record<string, unknown>)[step], values ?? value) as FigureNode;
}

/**
 * A yearly sum falls in the last month of its months in which it holds; what was not known before it does not matter then, but for a month after
 * leaving, which counts only where none of the months employed does.
 */
function keepLast(states: readonly MonthState[], within: number): void {
  const last = states.findLastIndex(isDue);
  for (const state of states.slice(last < within ? 0 : within, Math.max(0, last))) state.payable = false;
}

/** In each month the largest is paid, of equal ones the first; one that lacks something does not take part. */
function outrank(drafts: readonly Draft[]): void {
  for (const month of new Set(drafts.flatMap(({ states }) => states.map((state) => state.month)))) {
    const rivals = drafts.flatMap(({ id, states }) =>
      states.filter((one) => one.month === month && one.payable && one.yuan).map((state) => ({ id, state })),
    );
    const most = Decimal.max(0, ...rivals.map(({ state }) => state.yuan as Decimal));
    const winner = rivals.find(({ state }) => state.yuan?.equals(most));
    for (const rival of rivals) if (winner && rival !== winner) rival.state.outrankedBy ??= winner.id;
    const unknown = drafts.flatMap(({ id, states }) =>
      states.flatMap((one) => (one.month === month && one.payable && one.lacks.length > 0 ? [{ by: id, lacks: one.lacks }] : [])),
    );
    for (const { state } of rivals) state.doubts = [...state.doubts, ...unknown];
  }
}

/**
 * Walks the months: who pays, what is missing, and if neither, why not. Something missing is so in its own month, and in each other month whose
 * amount hangs on it: that of a yearly sum that may fall later, and one that is among the first so many, or not, only as some before it turn out.
 */
function settle(draft: Draft, run: Run): Outcome {
  const { node, states } = draft;
  const set = run.document.months[named(node.months, run.chosen)] as Months;
  const isSpread = 'every' in node.pays && node.pays.spread !== undefined;
  const isYearly = 'every' in node.pays && node.pays.every === 'year' && !isSpread;
  const most = 'every' in node.pays && !isYearly && set !== 'all' && 'first' in set ? set.first : 12;
  const paid: MonthState[] = [];
  const lacking: Lacking[] = [];
  const hanging: Hanging[] = [];
  /** The lacks of each month so far that may count or not, and how many count for certain. */
  const open: (readonly Lack[])[] = [];
  let sure = 0;
  for (const state of states) {
    const { month, holds, yuan, lacks, doubts } = state;
    if (!state.payable || state.outrankedBy !== null || holds === false || sure >= most) continue;
    if (open.length > 0 && sure + open.length >= most) lacking.push({ lacks: open.flat(), month });
    lacking.push({ lacks, month });
    const due = isYearly ? states.find((one) => isDue(one) && one.outrankedBy === null)?.month : undefined;
    if (due !== undefined) lacking.push({ lacks, month: due });
    hanging.push(...doubts.map((doubt) => ({ ...doubt, month })));
    if (yuan !== null && paid.length < most) paid.push(state);
    const unsure = [...lacks, ...doubts.flatMap((doubt) => doubt.lacks)];
    if (unsure.length > 0) open.push(unsure);
    else sure += 1;
  }
  if (isSpread) {
    // the last month takes the difference, and so hangs on all that is open; where months may be lost, each paid one may be the last
    const last = paid.slice(most < 12 || hanging.length > 0 ? 0 : -1);
    lacking.push(...last.map(({ month }) => ({ lacks: open.flat(), month })));
    takeDifference(paid, monthsInYear(run, node));
  }
  const holding = states.filter(({ holds }) => holds === true);
  const hasLine = paid.length > 0 || (holding.length > 0 && holding.every(({ payable }) => !payable));
  const missing = joinedLacks(lacking);
  const declined = hasLine || missing.length > 0 ? null : reasonOf(draft);
  return { draft, paid: hasLine ? paid : null, missing, hanging, declined };
}

/** The sum of the parts is rounded once; the last month takes what the others leave of it. */
function takeDifference(paid: MonthState[], parts: number): void {
  const last = paid.at(-1);
  if (!last) return;
  const wholes = paid.map(({ whole }) => whole as Decimal).reduce(plus, exact('0'));
  const others = sumOf(paid.slice(0, -1));
  paid[paid.length - 1] = { ...last, yuan: wholes.dividedBy(parts).toDecimalPlaces(2, Exact.ROUND_HALF_UP).minus(others) };
}

/** What a rival lacks is said with it; where it needs nothing any more for itself, with those before which it may stand. */
function withHanging(outcome: Outcome, all: readonly Outcome[]): Outcome {
  const isTold = ({ by, month }: Hanging, lack: Lack) =>
    all
      .find(({ draft }) => draft.id === by)
      ?.missing.some(({ months, ...one }) => JSON.stringify(one) === JSON.stringify(lack) && months.includes(month));
  const more = outcome.hanging.map((one) => ({ month: one.month, lacks: one.lacks.filter((lack) => !isTold(one, lack)) }));
  const own = outcome.missing.flatMap(({ months, ...lack }) => months.map((month) => ({ lacks: [lack as Lack], month })));
  const missing = joinedLacks([...own, ...more]);
  return { ...outcome, missing, declined: missing.length > 0 ? null : outcome.declined };
}

/** Each thing that is missing once, with its months in order. */
export function joinedLacks(lacking: readonly Lacking[]): Missing[] {
  const missing = new Map<string, Missing>();
  for (const { lacks, month } of lacking) {
    for (const lack of lacks) {
      const name = JSON.stringify(lack);
      missing.set(name, { ...lack, months: [...new Set([...(missing.get(name)?.months ?? []), month])].sort() });
    }
  }
  return [...missing.values()];
}

function reasonOf({ states, refused }: Draft): Reason {
  if (refused) return refused;
  const by = states.find((state) => state.payable && state.outrankedBy !== null)?.outrankedBy;
  if (by) return { code: 'outranked', by };
  for (const wanted of [false, null]) {
    for (let index = 0; states.some(({ conditions }) => index < conditions.length); index++) {
      const found = states.filter(({ holds }) => holds === wanted).map(({ conditions }) => conditions[index]);
      const part = found.find((one) => one?.holds === wanted);
      const fact = part && (wanted === false ? part.fact : part.lacks[0]);
      if (part) return { code: 'not-eligible', ...(fact ? { fact } : {}) };
    }
  }
  throw new Error('declined without a reason');
}
