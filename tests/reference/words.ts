/**
 * A plain evaluator of any policy document in the rule language, for one teacher and one calendar year: month by month, in exact decimals,
 * written from docs/rule-language.md alone. The words of the product are tested against it.
 */
import { Decimal } from 'decimal.js';
import type { PlaceList } from './facts.ts';
import type { ParameterOverrides } from './figures.ts';
import { exact } from './figures.ts';
import { type RequestScale, scaleAt } from './pay-scales.ts';
import { instalment, type Lack, type Situation, worthOf } from './word-amounts.ts';
import { applyCaps, type CapGroup, capGroups, underCaps } from './word-caps.ts';
import { conditionsOf, type Judged } from './word-conditions.ts';
import { type Given, type MonthRow, monthRows, type Places } from './word-facts.ts';
import { owedBack } from './word-service.ts';

type FigureNode = string | null | readonly { readonly from: string; readonly value: string }[];
type Months = 'all' | { readonly except: readonly number[] } | { readonly only: readonly number[] } | { readonly first: number };

export interface AllowanceNode {
  readonly payee: 'teacher' | 'institution';
  readonly economicCode: string;
  readonly when: unknown;
  readonly pays:
    | { readonly every: 'month' | 'year'; readonly amount: unknown }
    | {
        readonly once: string;
        readonly amount: unknown;
        readonly instalments?: readonly string[];
        readonly service?: { readonly years: unknown; readonly repay: unknown };
      };
  readonly months: unknown;
  readonly funding?: readonly { readonly share?: string }[];
  readonly starts?: { readonly after: string; readonly from: unknown };
  readonly stops?: { readonly at: string; readonly last: unknown };
}

/** As much of a policy document as the evaluator reads. */
export interface Document {
  readonly places?: Readonly<Record<string, { readonly towns: PlaceList }>>;
  readonly months: Readonly<Record<string, Months>>;
  readonly readings: Readonly<Record<string, { readonly default: string; readonly options: Readonly<Record<string, unknown>> }>>;
  readonly parameters: Readonly<Record<string, ParameterNode>>;
  readonly allowances: Readonly<Record<string, AllowanceNode>>;
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
}

interface Run extends WordsRequest {
  readonly document: Document;
  readonly chosen: (reading: string) => string;
  readonly caps: readonly CapGroup[];
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
  readonly lacks: readonly Lack[];
  readonly notes: readonly string[];
  readonly limits: ReadonlyMap<number, Decimal>;
  outrankedBy: string | null;
}

interface Draft {
  readonly id: string;
  readonly node: AllowanceNode;
  readonly states: readonly MonthState[];
  /** Set where the calendar refuses it. */
  readonly refused: Reason | null;
}

/** What becomes of one allowance. */
interface Outcome {
  readonly draft: Draft;
  /** `null` where it has no line. */
  readonly paid: readonly MonthState[] | null;
  readonly missing: readonly Lack[];
  readonly missingMonths: readonly string[];
  readonly declined: Reason | null;
}

type Reason = { readonly code: string; readonly fact?: string; readonly by?: string };

/** What one teacher is due under a document. @throws TooLarge where an amount is larger than any that is counted */
export function evaluateWords(document: Document, request: WordsRequest) {
  const { year, teacher } = request;
  const result = evaluateYear(document, request);
  const owed = owedBack(document.allowances, teacher, year, chosenIn(document, request.readings), (other) =>
    other === year ? result : evaluateYear(document, { ...request, year: other }),
  );
  const missing = [...new Map([...result.missing, ...owed.missing].map((lack) => [JSON.stringify(lack), lack])).values()];
  return {
    ...result,
    complete: missing.length === 0,
    missing,
    // what is missing for a repayment alone is an answer too
    declined: result.declined.filter(({ allowance }) => !owed.missing.some((lack) => lack.allowance === allowance)),
    repayments: owed.repayments,
  };
}

function evaluateYear(document: Document, request: WordsRequest) {
  const outcomes = outcomesOf(document, request);
  const total = (payee: string) =>
    outcomes
      .flatMap(({ draft, paid }) => (draft.node.payee === payee && paid ? [sumOf(paid)] : []))
      .reduce(plus, exact('0'))
      .toFixed(2);
  const missing = outcomes.flatMap(({ draft, missing: lacks }) => lacks.map((lack) => ({ allowance: draft.id, ...lack })));
  return {
    personalTotal: total('teacher'),
    institutionTotal: total('institution'),
    complete: missing.length === 0,
    lines: outcomes.flatMap(({ draft, paid }) => (paid ? [lineOf(draft, paid)] : [])),
    declined: outcomes.flatMap(({ draft, declined }) => (declined ? [{ allowance: draft.id, ...declined }] : [])),
    missing,
    warnings: [
      ...outOfRange({ document, ...request }),
      ...outcomes.flatMap(({ draft, paid }) =>
        [...new Set((paid ?? []).flatMap(({ notes }) => notes))].map((code) => ({ code, allowance: draft.id })),
      ),
    ],
  };
}

/** The months in which each allowance could pay and lacks something. @throws TooLarge as {@link evaluateWords} */
export function missingMonthsOf(document: Document, request: WordsRequest): Record<string, readonly string[]> {
  return Object.fromEntries(outcomesOf(document, request).map(({ draft, missingMonths }) => [draft.id, missingMonths]));
}

/** The option of a reading in a run. */
export function chosenIn(document: Document, readings: WordsRequest['readings']): (reading: string) => string {
  return (reading) => readings?.[reading] ?? (document.readings[reading]?.default as string);
}

function outcomesOf(document: Document, request: WordsRequest): Outcome[] {
  const chosen = chosenIn(document, request.readings);
  const caps = capGroups(document.stacking, (key) => document.parameters[nodeOf(document.parameters, key)]?.period, chosen);
  const run: Run = { ...request, document, chosen, caps };
  const employed = monthRows(document, request.year, request.teacher, request.places).filter((row) => row.employed);
  const drafts = Object.entries(document.allowances).map(([id, node]) => draftOf(run, id, node, employed));
  for (const { allowances, keep } of document.stacking) {
    if (named(keep ?? 'all', run.chosen) === 'largest') outrank(allowances.map((id) => drafts.find((draft) => draft.id === id) as Draft));
  }
  const outcomes = drafts.map((draft) => settle(draft, run));
  const left = applyCaps(new Map(outcomes.map(({ draft, paid }) => [draft.id, paid ?? []])), caps);
  return outcomes.map((outcome) => ({ ...outcome, paid: outcome.paid && (left.get(outcome.draft.id) ?? null) }));
}

const plus = (a: Decimal, b: Decimal): Decimal => a.plus(b);
const sumOf = (paid: readonly MonthState[]): Decimal => paid.map(({ yuan }) => yuan as Decimal).reduce(plus, exact('0'));

function lineOf({ id, node }: Draft, paid: readonly MonthState[]) {
  const byMonth = paid.flatMap(({ month, yuan }) => (yuan?.isZero() ? [] : [{ month, amount: (yuan as Decimal).toFixed(2) }]));
  return { allowance: id, payee: node.payee, amount: sumOf(paid).toFixed(2), byMonth };
}

/** A plain name, or one that a reading chooses; `{reading: id}` alone means the option itself. */
function named(node: unknown, chosen: Run['chosen']): string {
  if (typeof node === 'string') return node;
  const { reading, ...options } = node as Record<string, unknown>;
  const option = chosen(String(reading));
  return Object.keys(options).length === 0 ? option : named(options[option], chosen);
}

function draftOf(run: Run, id: string, node: AllowanceNode, employed: readonly MonthRow[]): Draft {
  const refuse = (refused: Reason): Draft => ({ id, node, states: [], refused });
  if (employed.length === 0) return refuse({ code: 'not-employed' });
  const { pays } = node;
  if ('every' in pays) {
    const states = employed.map((row) => stateOf(run, id, node, row, (yuan) => yuan));
    if (pays.every === 'year') keepLast(states);
    return { id, node, states, refused: null };
  }
  const { once: fact, instalments: shares = ['100'] } = pays;
  const date = employed[0]?.facts[fact] as string | null;
  const year = date === null ? Number.NaN : run.year - Number(date.slice(0, 4));
  if (date === null || year < 0 || year >= shares.length) return refuse({ code: 'not-eligible', fact });
  const row = employed.find(({ month }) => month === `${run.year}-${date.slice(5, 7)}`);
  if (row === undefined) return refuse({ code: 'not-employed' });
  return { id, node, states: [stateOf(run, id, node, row, (yuan) => instalment(yuan, shares, year))], refused: null };
}

/** @param shareOf what of the amount falls in the month */
function stateOf(run: Run, id: string, node: AllowanceNode, row: MonthRow, shareOf: (yuan: Decimal) => Decimal): MonthState {
  const { month, facts } = row;
  const conditions = conditionsOf(node.when, facts, run.chosen);
  const unknown = conditions.filter((part) => part.holds === null);
  const holds = conditions.some((part) => part.holds === false) ? false : unknown.length > 0 ? null : true;
  const common = { month, payable: inMonths(run, node, row), conditions, holds, limits: new Map<number, Decimal>(), outrankedBy: null };
  if (holds !== true) {
    const lacks = holds === null ? unknown.flatMap((part) => part.lacks.map((fact): Lack => ({ code: 'fact', fact }))) : [];
    return { ...common, yuan: null, lacks, notes: [] };
  }
  const figure = (key: string) => figureAt(run, key, month);
  const situation: Situation = { month, facts, chosen: run.chosen, figure, scale: scaleAt(run.payScales ?? [], month) };
  const whole = worthOf(node.pays.amount, situation);
  const worth = { ...whole, yuan: whole.yuan && shareOf(whole.yuan) };
  const over = run.caps.flatMap(({ allowances, limit }, place) =>
    allowances.includes(id) ? [{ place, worth: worthOf(limit, situation) }] : [],
  );
  const limits = new Map(over.flatMap(({ place, worth: { yuan } }) => (yuan ? [[place, yuan] as const] : [])));
  return {
    ...common,
    ...underCaps(
      worth,
      over.map((one) => one.worth),
    ),
    limits,
  };
}

/** The months of the allowance, from its start to its end. */
function inMonths(run: Run, { months, starts, stops }: AllowanceNode, { month, facts }: MonthRow): boolean {
  const set = run.document.months[named(months, run.chosen)] as Months;
  const number = Number(month.slice(5));
  if (set !== 'all' && 'except' in set && set.except.includes(number)) return false;
  if (set !== 'all' && 'only' in set && !set.only.includes(number)) return false;
  const arrived = starts && (facts[starts.after] as string | null);
  if (starts && arrived) {
    const first = arrived.slice(0, 7);
    if (named(starts.from, run.chosen) === 'next-month' ? month <= first : month < first) return false;
  }
  const left = stops && (facts[stops.at] as string | null);
  if (!stops || !left) return true;
  const last = left.slice(0, 7);
  return named(stops.last, run.chosen) === 'previous-month' ? month < last : month <= last;
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

/** A yearly sum falls in the last month of its months in which it holds; only where there is none may something be missing. */
function keepLast(states: readonly MonthState[]): void {
  const last = states.findLast(({ holds, payable }) => holds === true && payable);
  if (last) for (const state of states) state.payable = state === last;
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
  }
}

/** Walks the months: who pays, what is missing, and if neither, why not. */
function settle(draft: Draft, run: Run): Outcome {
  const { node, states } = draft;
  const set = run.document.months[named(node.months, run.chosen)] as Months;
  const most = !('every' in node.pays) || node.pays.every === 'year' ? 1 : set !== 'all' && 'first' in set ? set.first : 12;
  const paid: MonthState[] = [];
  const missing = new Map<string, Lack>();
  const missingMonths: string[] = [];
  for (const state of states) {
    if (!state.payable || state.outrankedBy !== null || paid.length === most) continue;
    if (state.yuan !== null) paid.push(state);
    if (state.lacks.length > 0) missingMonths.push(state.month);
    for (const lack of state.lacks) missing.set(JSON.stringify(lack), lack);
  }
  const holding = states.filter(({ holds }) => holds === true);
  const hasLine = paid.length > 0 || (holding.length > 0 && holding.every(({ payable }) => !payable));
  const declined = hasLine || missing.size > 0 ? null : reasonOf(draft);
  return { draft, paid: hasLine ? paid : null, missing: [...missing.values()], missingMonths, declined };
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
