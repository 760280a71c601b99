import { ALL_MONTHS, type MonthSet } from '../../calendar/month-set.ts';
import type { FactValue } from '../../facts/dictionary.ts';
import { canExceed } from '../../words/amount.ts';
import { AmountTooLargeError } from '../../words/too-large.ts';
import { FAILS, type Finding, HOLDS, isLack, type Lack, NOT_KNOWN, sameLack, UNKNOWN, type Verdict } from '../../words/word.ts';
import type { CompiledAllowance, Plan } from '../plan.ts';
import type { Field, Layout } from './layout.ts';

/** Some neighbouring bits of a word, few enough to be the key of a table. */
export interface Window {
  readonly shift: number;
  readonly mask: number;
}

/** Allowances that pay every month by facts of few values alone, together: one look gives what they come to. */
export interface RateTable extends Window {
  /** The months in which they can pay. */
  readonly set: MonthSet;
  /** By key: the outcome. Many keys have the same, so that what follows is small and near. */
  readonly outcomes: Uint16Array;
  /** By outcome: fen a month to the person, and to anybody. */
  readonly personalFen: Float64Array;
  readonly allFen: Float64Array;
  /** By outcome: what is missing, as places in {@link Tables.lacks}. */
  readonly lacks: Int32Array;
  /** Whether any outcome pays at all. */
  readonly pays: boolean;
  /** By outcome: what each allowance pays. */
  readonly members: readonly { readonly row: number; readonly rateFen: Float64Array }[];
}

/** An allowance that needs a look at each row in which it may hold. */
export interface Single {
  readonly allowance: CompiledAllowance;
  readonly toTeacher: boolean;
  readonly set: MonthSet;
  readonly atMost: number;
  /** By key of its table. */
  readonly verdicts: Uint8Array;
  readonly lacks: Int32Array;
  /** By key: fen, `NOT_KNOWN` where something is missing; `null` where the amount rests on numbers of the person. */
  readonly rateFen: Float64Array | null;
  /** Where to find the facts that its amount reads, if it rests on numbers of the person. */
  readonly fields: readonly Field[];
  readonly measures: readonly { readonly column: number; readonly index: number }[];
  /** The column of the date at which it is paid. */
  readonly date: number;
}

/** Singles that are looked for together: by key, those that may hold, as bits. */
export interface SingleTable extends Window {
  readonly may: Int32Array;
  readonly singles: readonly Single[];
  /** Those that are paid at a date. */
  readonly dated: number;
}

/** A plan as tables over a layout. */
export interface Tables {
  readonly plan: Plan;
  readonly layout: Layout;
  readonly rates: readonly RateTable[];
  readonly singles: readonly SingleTable[];
  /** Everything that can be missing; at most thirty-one, so that a word holds any of them. */
  readonly lacks: readonly { readonly allowance: string; readonly lack: Lack }[];
}

const WINDOW_BITS = 12;
const MOST_LACKS = 31;

/**
 * Compiles a plan to tables.
 *
 * @returns `null` where a year has more to it than tables hold (versions, rates that change, limits and ranks across allowances, instalments,
 *   terms of service, amounts that may grow too large): the engine goes through such a plan person by person
 */
export function compileTables(plan: Plan, layout: Layout): Tables | null {
  const [version] = plan.versions;
  if (plan.versions.length > 1 || version.inForce !== ALL_MONTHS) return null;
  if (version.stacks.length > 0 || version.caps.length > 0 || version.breaks.length > 0) return null;
  const fields = new Map(layout.fields.map((field) => [field.fact.id, field]));
  const lacks: Tables['lacks'][number][] = [];
  const bitOf = (allowance: string, lack: Lack) => {
    let at = lacks.findIndex((one) => one.allowance === allowance && sameLack(one.lack, lack));
    if (at < 0) at = lacks.push({ allowance, lack }) - 1;
    return 1 << at;
  };
  try {
    const judged: Judged[] = [];
    for (const allowance of plan.allowances) {
      const one = judge(allowance, fields, layout, bitOf);
      if (one === null) return null;
      judged.push(one);
    }
    if (lacks.length > MOST_LACKS) return null;
    const rates = grouped(judged.filter(({ isRegular, allowance }) => isRegular && allowance.months.atMost >= 12));
    const singles = grouped(judged.filter(({ isRegular, allowance }) => !isRegular || allowance.months.atMost < 12));
    return {
      plan,
      layout,
      rates: rates.flatMap((window) => rateTables(window)),
      singles: singles.map((window) => singleTable(window, layout)),
      lacks,
    };
  } catch (error) {
    if (error instanceof AmountTooLargeError) return null;
    throw error;
  }
}

/** One allowance, judged for every combination of the values of its facts. */
interface Judged {
  readonly allowance: CompiledAllowance;
  readonly fields: readonly Field[];
  readonly low: number;
  readonly high: number;
  readonly isRegular: boolean;
  readonly isMeasured: boolean;
  readonly verdicts: Uint8Array;
  readonly rateFen: Float64Array;
  readonly lacks: Int32Array;
}

function judge(
  allowance: CompiledAllowance,
  known: ReadonlyMap<string, Field>,
  layout: Layout,
  bitOf: (allowance: string, lack: Lack) => number,
): Judged | null {
  const { rhythm, service, node, conditions, amount, limits } = allowance;
  if (service || limits.facts.length > 0 || (amount.cuts ?? []).length > 0) return null;
  if (rhythm.kind === 'once' && rhythm.years > 1) return null;
  if (conditions.some(({ facts }) => facts.some((id) => !known.has(id)))) return null;
  const isMeasured = amount.facts.some((id) => !known.has(id));
  if (isMeasured && canExceed(node.pays.amount)) return null;
  const fields = allowance.facts.flatMap((id) => known.get(id) ?? []);
  const low = Math.min(...fields.map(({ shift }) => shift), 31);
  const high = Math.max(...fields.map(({ shift, mask }) => shift + 32 - Math.clz32(mask)), low);
  if (high - low > WINDOW_BITS) return null;
  if (isMeasured) {
    // What a number of the person can lack is known beforehand, so that every lack has its bit.
    for (const id of amount.facts) bitOf(allowance.id, { code: 'fact', fact: id });
    for (const parameter of amount.parameters) bitOf(allowance.id, { code: 'no-figure', parameter });
  }
  const size = fields.reduce((product, { values }) => product * values.length, 1);
  const verdicts = new Uint8Array(size);
  const rateFen = new Float64Array(size);
  const lacks = new Int32Array(size);
  const facts: FactValue[] = layout.dictionary.facts.map(() => null);
  for (let at = 0; at < size; at++) {
    let rest = at;
    for (const { fact, values } of fields) {
      facts[fact.index] = values[rest % values.length] as FactValue;
      rest = Math.floor(rest / values.length);
    }
    const row = { facts, start: 0 };
    const verdict = conditions.reduce<Verdict>((all, one) => {
      const here = all === FAILS ? FAILS : one.judge(row);
      return here === FAILS ? FAILS : all === UNKNOWN ? UNKNOWN : here;
    }, HOLDS);
    verdicts[at] = verdict;
    const found: Finding[] = [];
    if (verdict === UNKNOWN) {
      const open: Lack[] = [];
      for (const condition of conditions) if (condition.judge(row) === UNKNOWN) condition.lacking(row, open);
      found.push(...open);
    } else if (verdict === HOLDS && !isMeasured) {
      rateFen[at] = amount.evaluate(row, found);
    }
    for (const one of found) if (isLack(one)) lacks[at] = (lacks[at] as number) | bitOf(allowance.id, one);
  }
  const isRegular = rhythm.kind === 'month' && !isMeasured;
  return { allowance, fields, low, high, isRegular, isMeasured, verdicts, rateFen, lacks };
}

interface Grouped extends Window {
  readonly judged: readonly Judged[];
}

/** Puts what is decided by neighbouring bits together, as long as few bits decide. */
function grouped(judged: readonly Judged[]): Grouped[] {
  const groups: { low: number; high: number; judged: Judged[] }[] = [];
  for (const one of judged.toSorted((a, b) => a.low - b.low)) {
    const last = groups.at(-1);
    const [low, high] = last ? [Math.min(last.low, one.low), Math.max(last.high, one.high)] : [one.low, one.high];
    if (last && high - low <= WINDOW_BITS) {
      last.judged.push(one);
      last.low = low;
      last.high = high;
    } else {
      groups.push({ low: one.low, high: one.high, judged: [one] });
    }
  }
  return groups.map((group) => ({ shift: group.low & 31, mask: (1 << (group.high - group.low)) - 1, judged: group.judged }));
}

/** The place of each key of a window in the tables of an allowance; -1 for bits that stand for nothing. */
function placesOf({ shift, mask }: Window, { fields }: Judged): Int32Array {
  return Int32Array.from({ length: mask + 1 }, (_, key) => {
    let at = 0;
    let stride = 1;
    for (const field of fields) {
      const code = (key >>> (field.shift - shift)) & field.mask;
      if (code >= field.values.length) return -1;
      at += code * stride;
      stride *= field.values.length;
    }
    return at;
  });
}

function rateTables(window: Grouped): RateTable[] {
  const sets = [...new Set(window.judged.map(({ allowance }) => allowance.months.set))];
  return sets.map((set) => rateTable(window, set));
}

function rateTable(window: Grouped, set: MonthSet): RateTable {
  const judged = window.judged.filter(({ allowance }) => allowance.months.set === set);
  const places = judged.map((one) => placesOf(window, one));
  const known = new Map<string, number>();
  const found: { fen: number[]; lacks: number }[] = [];
  const outcomes = Uint16Array.from({ length: window.mask + 1 }, (_, key) => {
    let lacks = 0;
    const fen = judged.map((one, at) => {
      const place = places[at]?.[key] as number;
      if (place < 0 || one.verdicts[place] === FAILS) return 0;
      lacks |= one.lacks[place] as number;
      const rate = one.rateFen[place] as number;
      return one.verdicts[place] === HOLDS && rate !== NOT_KNOWN ? rate : 0;
    });
    const name = `${lacks} ${fen.join(' ')}`;
    let outcome = known.get(name);
    if (outcome === undefined) {
      outcome = found.push({ fen, lacks }) - 1;
      known.set(name, outcome);
    }
    return outcome;
  });
  const sumOf = (counts: (one: Judged) => boolean) =>
    Float64Array.from(found, ({ fen }) => fen.reduce((sum, rate, at) => sum + (counts(judged[at] as Judged) ? rate : 0), 0));
  const allFen = sumOf(() => true);
  return {
    shift: window.shift,
    mask: window.mask,
    set,
    outcomes,
    personalFen: sumOf(({ allowance }) => allowance.node.payee === 'teacher'),
    allFen,
    lacks: Int32Array.from(found, ({ lacks }) => lacks),
    pays: allFen.some((fen) => fen > 0),
    members: judged.map(({ allowance }, at) => ({ row: allowance.row, rateFen: Float64Array.from(found, ({ fen }) => fen[at] as number) })),
  };
}

function singleTable(window: Grouped, layout: Layout): SingleTable {
  const may = new Int32Array(window.mask + 1);
  let dated = 0;
  const singles = window.judged.map((one, at): Single => {
    const { allowance } = one;
    const places = placesOf(window, one);
    const spread = <T extends Uint8Array | Int32Array | Float64Array>(to: T, from: T): T => {
      for (const [key, place] of places.entries()) if (place >= 0) to[key] = from[place] as number;
      return to;
    };
    const size = window.mask + 1;
    const verdicts = spread(new Uint8Array(size), one.verdicts);
    for (const [key, verdict] of verdicts.entries()) if (verdict !== FAILS) may[key] = (may[key] as number) | (1 << at);
    const { rhythm } = allowance;
    const date = rhythm.kind === 'once' ? layout.dates.findIndex(({ id }) => id === rhythm.fact) : -1;
    if (date >= 0) dated |= 1 << at;
    return {
      allowance,
      toTeacher: allowance.node.payee === 'teacher',
      set: allowance.months.set,
      atMost: allowance.months.atMost,
      verdicts,
      lacks: spread(new Int32Array(size), one.lacks),
      rateFen: one.isMeasured ? null : spread(new Float64Array(size), one.rateFen),
      fields: layout.fields.filter(({ fact }) => allowance.amount.facts.includes(fact.id)),
      measures: layout.measures.flatMap(({ id, index }, column) => (allowance.amount.facts.includes(id) ? [{ column, index }] : [])),
      date,
    };
  });
  return { shift: window.shift, mask: window.mask, may, singles, dated };
}
