import { january, monthOfDate } from '../calendar/month.ts';
import { countMonths, listMonths, NO_MONTHS } from '../calendar/month-set.ts';
import { defaultOf, type Fact, type FactValue, factOf } from '../facts/dictionary.ts';
import { isOutside } from '../policy/bounds.ts';
import { type Note, unique } from '../words/word.ts';
import type { Entitlement, Item, Stretch } from './item.ts';
import type { CompiledAllowance, Plan, Version } from './plan.ts';

/** A stretch of months with the same facts and the same rate; months × rate of all segments of a line sum to its amount. */
export interface Segment {
  /** First and last month of the stretch, 0 to 11. */
  readonly from: number;
  readonly to: number;
  /** How many of them are paid. */
  readonly months: number;
  readonly rateFen: number;
  /** What the rate would be but for a cap across allowances. */
  readonly uncappedFen?: number | undefined;
  /** The facts on which it rests. */
  readonly facts: readonly (readonly [fact: Fact, value: FactValue])[];
}

/** How a line came about, in order of month. */
export function segmentsOf(plan: Plan, item: Item): Segment[] {
  const facts = factsOf(plan, item.allowance);
  const monthly = item.allowance.rhythm.kind === 'month';
  const segments: Segment[] = [];
  for (const stretch of item.stretches ?? []) {
    if (!monthly && stretch.paid === 0) continue;
    const segment = segmentOf(stretch, facts, monthly);
    const last = segments.at(-1);
    if (last && last.to + 1 === segment.from && alike(last, segment)) {
      segments[segments.length - 1] = { ...last, to: segment.to, months: last.months + segment.months };
    } else {
      segments.push(segment);
    }
  }
  return segments;
}

const FACTS = new WeakMap<CompiledAllowance, readonly Fact[]>();

/** The facts that an allowance of a plan reads. */
function factsOf({ policy }: Plan, allowance: CompiledAllowance): readonly Fact[] {
  let facts = FACTS.get(allowance);
  if (!facts) {
    facts = allowance.facts.map((id) => factOf(policy.dictionary, id));
    FACTS.set(allowance, facts);
  }
  return facts;
}

function segmentOf({ run, paid, rateFen, uncappedFen }: Stretch, facts: readonly Fact[], monthly: boolean): Segment {
  const [only = run.start] = monthly ? [] : listMonths(paid);
  return {
    from: monthly ? run.start : only,
    to: monthly ? run.end - 1 : only,
    months: countMonths(paid),
    rateFen,
    uncappedFen,
    facts: facts.map((fact) => [fact, run.facts[fact.index] as FactValue]),
  };
}

function alike(a: Segment, b: Segment): boolean {
  return a.rateFen === b.rateFen && a.uncappedFen === b.uncappedFen && a.facts.every(([, value], index) => b.facts[index]?.[1] === value);
}

/** Fen of a line in each of the twelve months. */
export function monthsOf(item: Item): number[] {
  const fen = new Array<number>(12).fill(0);
  for (const { paid, rateFen } of item.stretches ?? []) for (const month of listMonths(paid)) fen[month] = (fen[month] as number) + rateFen;
  return fen;
}

/** A fact that the policy uses and that has a default, and the town from which it would follow. */
export interface Assumable {
  readonly fact: Fact;
  readonly value: FactValue;
  readonly town: number | null;
}

/** The facts that may have to be assumed under a plan. */
export function assumablesOf({ policy: { dictionary }, allowances }: Plan): Assumable[] {
  return unique(['onPayroll', ...allowances.flatMap((allowance) => allowance.facts)]).flatMap((id): Assumable[] => {
    const fact = factOf(dictionary, id);
    const value = defaultOf(fact);
    if (value === null) return [];
    return [{ fact, value, town: fact.type === 'boolean' && fact.place ? factOf(dictionary, fact.place.town).index : null }];
  });
}

/** Whether a fact was not given in some employed month, so that its default stood in for it. */
export function isAssumed({ fact, town }: Assumable, { runs }: Entitlement): boolean {
  for (const { given } of runs) if (given[fact.index] === null && (town === null || given[town] === null)) return true;
  return false;
}

/** Facts that the policy uses and that were not given in some employed month, with the default that stood in for them. */
export function assumptionsOf(plan: Plan, entitlement: Entitlement): Assumable[] {
  return assumablesOf(plan).filter((one) => isAssumed(one, entitlement));
}

/** What a reader of the result should know though it changes no amount. */
export type Warning =
  | { readonly code: 'outside-effective-dates'; readonly effectiveFrom?: string; readonly effectiveTo?: string }
  | { readonly code: 'predecessor-unknown'; readonly supersedes: string }
  | { readonly code: 'outside-range'; readonly parameter: string; readonly atLeast?: string; readonly atMost?: string }
  | { readonly code: 'shares-not-whole'; readonly allowance: string }
  | (Note & { readonly allowance: string });

/** Warns of a year before the oldest policy in force, or after the end of the latest; and of months that a policy not at hand should rule. */
export function warningsOf({ versions, settings }: Plan): Warning[] {
  const { effectiveTo } = versions[0].policy.document;
  const { effectiveFrom, supersedes } = (versions.at(-1) as Version).policy.document;
  const isEarliest = (versions.at(-1) as Version).policy.earlier === null;
  const yearOf = (date: string) => Number(date.slice(0, 4));
  const unruled = isEarliest && supersedes !== undefined && effectiveFrom !== null && monthOfDate(effectiveFrom) > january(settings.year);
  const unknown: Warning[] = unruled ? [{ code: 'predecessor-unknown', supersedes }] : [];
  const before = isEarliest && effectiveFrom !== null && settings.year < yearOf(effectiveFrom);
  const after = effectiveTo !== null && settings.year > yearOf(effectiveTo);
  if (!before && !after) return unknown;
  return [
    ...unknown,
    { code: 'outside-effective-dates', ...(effectiveFrom !== null && { effectiveFrom }), ...(effectiveTo !== null && { effectiveTo }) },
  ];
}

/** Warns of figures of the run that lie outside the floor and the ceiling that the text sets for them. */
export function rangeWarningsOf({ versions, settings }: Plan): Warning[] {
  return Object.entries(settings.parameters).flatMap(([key, figure]): Warning[] => {
    const known = versions.flatMap(({ policy }) => policy.parameters.get(key) ?? []);
    const parameter = known.find((one) => isOutside(one, figure));
    if (!parameter) return [];
    const { atLeast, atMost } = parameter.bounds;
    return [{ code: 'outside-range', parameter: key, ...(atLeast !== null && { atLeast }), ...(atMost !== null && { atMost }) }];
  });
}

/** Warns of what was noted in some paid month of a line. */
export function notesOf({ items }: Entitlement): Warning[] {
  return items.flatMap(({ allowance, stretches }) => {
    if (!stretches?.some(({ notes }) => notes.length > 0)) return [];
    const noted = stretches.flatMap(({ paid, notes }) => (paid === NO_MONTHS ? [] : notes.map(({ code }) => code)));
    return unique(noted).map((code) => ({ code, allowance: allowance.id }));
  });
}
