import { ALL_MONTHS, lastMonth, type MonthSet, NO_MONTHS } from '../../calendar/month-set.ts';
import type { Packed } from '../../facts/coded-teacher.ts';
import { type Dictionary, type Fact, type FactValue, factOf } from '../../facts/dictionary.ts';
import { defaultOf } from '../../facts/value.ts';
import type { CompiledAllowance, Plan, RunSettings } from '../plan.ts';

/** Where a fact of few values stands in the packed facts. */
export interface Field extends Packed {
  /**
   * By code: the value, `null` where nothing is known. The codes are those of the reader of teachers; the unknown comes after the values.
   */
  readonly values: readonly FactValue[];
}

/** Which facts of people are kept in columns, and how. */
export interface Layout {
  /** The months in which the policy is in force, the only ones that rows have; and the first of them (0 to 11), in which figures are read. */
  readonly months: MonthSet;
  readonly start: number;
  readonly fields: readonly Field[];
  /** Facts that are numbers: a column each. */
  readonly measures: readonly Fact[];
  /** Dates at which something is paid once: a column each, of the month of the year in which it falls. */
  readonly dates: readonly Fact[];
  /** Whether a yearly sum has months of its own, so that whoever leaves may be due it in a later month. */
  readonly hasLateSums: boolean;
  readonly dictionary: Dictionary;
}

const PACKED_BITS = 31;

/** Which settings of a run decide what stands in columns; every setting answers. */
const IS_IN_COLUMNS: Record<keyof RunSettings, boolean> = {
  year: true,
  places: true,
  readings: false,
  parameters: false,
  payScales: false,
  facts: true,
  rateGrowth: false,
  asIfInForce: true,
};

/** Whether the same columns of people are right for two plans. */
export function shareColumns(a: Plan, b: Plan): boolean {
  const settings = Object.keys(IS_IN_COLUMNS) as (keyof RunSettings)[];
  return a.policy === b.policy && settings.every((key) => !IS_IN_COLUMNS[key] || a.settings[key] === b.settings[key]);
}

/**
 * Lays out the facts that some plans read, which {@link shareColumns}. Facts that are read together stand side by side, those of monthly
 * rates first, so that few packed bits decide an amount.
 *
 * @returns `null` where the facts do not fit these bits, or one that decides is text or follows from a place that is assumed
 */
export function layOut(plans: readonly Plan[]): Layout | null {
  const [first] = plans as [Plan, ...Plan[]];
  const { dictionary } = first.policy;
  const { inForce } = first.versions[0];
  const allowances = plans.flatMap((plan) => plan.allowances);
  const measures = new Set<Fact>();
  const dates = new Set<Fact>();
  const found = new Set<Fact>();
  const isRegular = ({ rhythm, facts }: CompiledAllowance) =>
    rhythm.kind === 'month' && facts.every((id) => hasFewValues(factOf(dictionary, id)));
  for (const allowance of [...allowances.filter(isRegular), ...allowances.filter((one) => !isRegular(one))]) {
    if (allowance.rhythm.kind === 'dated') dates.add(factOf(dictionary, allowance.rhythm.fact));
    for (const id of allowance.facts) {
      const fact = factOf(dictionary, id);
      if (restsOnDefault(fact, dictionary)) return null;
      if (hasFewValues(fact)) found.add(fact);
      else if (isMeasure(fact)) measures.add(fact);
      else return null;
    }
  }
  let shift = 0;
  const fields = [...found].map((fact): Field => {
    const values = valuesOf(fact, first);
    const bits = Math.max(1, Math.ceil(Math.log2(values.length)));
    const field = { fact, shift, mask: (1 << bits) - 1, values, absent: values.indexOf(defaultOf(fact)) };
    shift += bits;
    return field;
  });
  const hasLateSums = allowances.some(({ rhythm, months }) => rhythm.kind === 'year' && (months.set & inForce) !== ALL_MONTHS);
  if (shift > PACKED_BITS) return null;
  const start = inForce === NO_MONTHS ? 0 : lastMonth(inForce & -inForce);
  return { months: inForce, start, fields, measures: [...measures], dates: [...dates], hasLateSums, dictionary };
}

/** Which of some facts are packed. */
export function fieldsOf({ fields }: Pick<Layout, 'fields'>, facts: readonly string[]): Field[] {
  return fields.filter(({ fact }) => facts.includes(fact.id));
}

/** Whether all of some facts are packed, so that the packed bits decide what they do. */
export function areFields({ fields }: Pick<Layout, 'fields'>, facts: readonly string[]): boolean {
  return facts.every((id) => fields.some(({ fact }) => fact.id === id));
}

/**
 * A row of facts of which nothing is known yet but that there are towns: a fact that follows from a place and has a default is not known
 * only where the village is missing.
 */
export function blankRow({ facts, byId }: Dictionary): FactValue[] {
  const row: FactValue[] = facts.map(() => null);
  for (const fact of facts) if (fact.type === 'boolean' && fact.place) row[byId.get(fact.place.town)?.index as number] = '';
  return row;
}

/** Whether a fact is a number, whose code is its value. */
function isMeasure({ type }: Fact): boolean {
  return type === 'money' || type === 'integer' || type === 'decimal';
}

/** Whether a fact follows from a place that a default may stand in for: judges of places go by what is given. */
function restsOnDefault(fact: Fact, dictionary: Dictionary): boolean {
  return fact.type === 'boolean' && Object.values(fact.place ?? {}).some((id) => defaultOf(factOf(dictionary, id)) !== null);
}

/** Whether a fact has few values. */
function hasFewValues(fact: Fact): boolean {
  return fact.type === 'enum' || fact.type === 'boolean';
}

/** The values that a fact can have once defaults are applied and places judged, in the order of their codes. */
function valuesOf(fact: Fact, { versions }: Plan): FactValue[] {
  const values: FactValue[] = fact.type === 'enum' ? Object.keys(fact.values) : [false, true];
  const isPlace = fact.type === 'boolean' && fact.place && versions[0].places.has(fact.id);
  return defaultOf(fact) === null || isPlace ? [...values, null] : values;
}
