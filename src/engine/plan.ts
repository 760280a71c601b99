import { ALL_MONTHS, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import type { PlaceTest } from '../facts/place.ts';
import { type Timeline, timelineOf } from '../facts/timeline.ts';
import { translationOf } from '../facts/translate-teacher.ts';
import type { AllowanceNode } from '../policy/document/schema.ts';
import { scalesIn } from '../policy/pay-scales.ts';
import { type Policy, readingsInEffect } from '../policy/policy.ts';
import { underFacts } from '../policy/run-facts.ts';
import { lineageOf, versionsInForce } from '../policy/succession.ts';
import { underLimits } from '../words/cap.ts';
import { compileConditions } from '../words/condition.ts';
import { type CompiledDerivation, compileDerivations, throughDerived, withInputs } from '../words/derive.ts';
import { compileFunding, type Funding } from '../words/funding.ts';
import { ASK, resolve } from '../words/grammar/choice.ts';
import { type Amount, type Condition, type Figure, type Settings, unique } from '../words/grammar/word.ts';
import { monthsWithin } from '../words/timing/in-force.ts';
import { compileLimits, type PayLimits } from '../words/timing/limits.ts';
import { compileMonths, type PayMonths } from '../words/timing/months.ts';
import { compileSpread, monthOf, type Spread } from '../words/timing/spread.ts';
import { amountOf, cutsFor } from './amount-paid.ts';
import { askedParts, readingAll } from './asked.ts';
import { type CompiledClaim, compileClaims } from './compiled-claim.ts';
import { type Cap, compileGroups, periodOf, placeGroups, type Stack } from './groups.ts';
import { type Rhythm, rhythmOf } from './rhythm.ts';
import { type Round, roundsOf } from './rounds.ts';
import { bitsOf, breaksOf, figureIn, overridesFor, placesOf, type RunSettings } from './run-settings.ts';
import { isWithin, optionIn, type Part as PartOf, type Scope, withChosen } from './scope.ts';

export type { RunSettings };
export type Part = PartOf<Plan>;

/** One allowance, compiled for a run. */
export interface CompiledAllowance {
  readonly id: string;
  /** Its place among all allowances of the plan. */
  readonly index: number;
  /** Its place among the titles of the plan: the same for an allowance that goes on under a later version. */
  readonly row: number;
  readonly node: AllowanceNode;
  /** The policy that grants it. */
  readonly policy: Policy;
  readonly rhythm: Rhythm;
  /** All of them must hold, in file order. */
  readonly conditions: readonly Condition[];
  readonly amount: Amount;
  /** Of the first so many months only what is paid every month counts. */
  readonly months: PayMonths;
  /** The months of the year that lie within its own first and last month. */
  readonly window: MonthSet;
  /** The months that count for it: those of the versions that have it in force. */
  readonly counted: MonthSet;
  /** From the month in which a person arrives to the month in which the person leaves. */
  readonly limits: PayLimits;
  /** How a yearly standard is divided among months, where it counts by month. */
  readonly spread: Spread | null;
  /** What each source of funds bears of it, where the text says so. */
  readonly funding: Funding | null;
  /** The readings that its result depends on. */
  readonly readings: readonly string[];
  /** The facts that it reads, each derived one followed by what it rests on. */
  readonly facts: readonly string[];
}

/** One policy under the settings of a run, and the months of the year in which it is in force. */
export interface Version {
  readonly policy: Policy;
  /** The months that this version alone rules, in force or not. */
  readonly rules: MonthSet;
  /** The months in which it pays; none where the whole year lies outside. */
  readonly inForce: MonthSet;
  /** The months in which this or another version of the plan pays: no others are counted. */
  readonly ruled: MonthSet;
  /** Every reading with the option in effect. */
  readonly readings: Readonly<Record<string, string>>;
  readonly allowances: readonly CompiledAllowance[];
  /** Members by their place among the allowances of the version. */
  readonly stacks: readonly Stack[];
  readonly caps: readonly Cap[];
  /** The allowances in the order in which they are settled. */
  readonly rounds: readonly Round[];
  readonly claims: readonly CompiledClaim[];
  /** The derived facts, each after those that it reads. */
  readonly derivations: readonly CompiledDerivation[];
  readonly timeline: Timeline;
  /** For every fact that follows from a place, the list. */
  readonly places: ReadonlyMap<string, PlaceTest>;
  /** The months (1 to 11) before which a figure or the pay scale changes. */
  readonly breaks: readonly number[];
  figure(key: string): Figure;
}

/** A policy under the settings of one run: everything that does not depend on a teacher is decided. */
export interface Plan {
  /** The policy that was asked for; in years before it took effect it is none of the versions. */
  readonly policy: Policy;
  readonly settings: RunSettings;
  /**
   * The versions that rule the year, the latest first: usually one, several where a policy took effect in the year and those that it
   * supersedes are known. Where none is in force, it is the one nearest to the year.
   */
  readonly versions: readonly [Version, ...Version[]];
  /** The months in which no policy is in force by its own dates, though the run may go on as if. */
  readonly outside: MonthSet;
  /** Every reading with the option in effect, that of the latest version where several have it. */
  readonly readings: Readonly<Record<string, string>>;
  /** Those of all versions, the latest first. */
  readonly allowances: readonly CompiledAllowance[];
  /** One allowance for each id, the latest: what sums are listed by. */
  readonly rows: readonly CompiledAllowance[];
  /**
   * The versions with claims, the latest first, also those that rule no month of the year: a claim goes by the terms of its time. None in a part.
   */
  readonly claiming: readonly Version[];
  /** Of which allowances it is a plan, and under which options of readings without a default; `null` where it is of all. */
  readonly scope: Scope | null;
  /**
   * Where some allowance rests on a reading that has no default and is not chosen: the plan in parts, which do not rest on one another, each
   * under every option that matters to it. The first part rests on no such reading. Otherwise there are none.
   */
  readonly parts: readonly Part[];
}

/**
 * Compiles a policy for a run.
 *
 * @param settings readings, parameters and facts that the policy knows (the contract has checked them)
 */
export function planRun(asked: Policy, settings: RunSettings): Plan {
  const plan = planScope(asked, settings, null);
  const parts = askedParts(plan.policy, settings, plan.versions).map(({ allowances, facts, combinations }): Part => {
    const options = combinations.map((chosen) => ({ chosen, plan: planScope(plan.policy, settings, { allowances, chosen }) }));
    return { allowances, facts, options };
  });
  return parts.length === 0 ? plan : inParts(plan, parts);
}

/** A plan with its parts. An allowance that rests on open readings reads what it reads under any of their options. */
function inParts(plan: Plan, parts: readonly Part[]): Plan {
  const all = parts.flatMap(({ options }) => options.flatMap((option) => option.plan.allowances));
  const allUnder = (own: CompiledAllowance) =>
    readingAll(
      own,
      all.filter(({ index }) => index === own.index),
    );
  const versions = plan.versions.map((version): Version => ({ ...version, allowances: version.allowances.map(allUnder) }));
  const allowances = versions.flatMap((version) => version.allowances);
  const rows = plan.rows.map(({ index }) => allowances.find((one) => one.index === index) as CompiledAllowance);
  return { ...plan, versions: versions as [Version, ...Version[]], allowances, rows, parts };
}

/** The same of some allowances alone, under options of readings without a default; what else is not chosen is not looked at. */
export function planScope(asked: Policy, settings: RunSettings, scope: Scope | null): Plan {
  const policy = underFacts(asked, settings.facts ?? {});
  const versions: Version[] = [];
  const rows = new Map<string, number>();
  let later: Record<string, string> = {};
  let index = 0;
  const asIf = settings.asIfInForce ?? false;
  const dated = versionsInForce(policy, settings.year);
  const outside = dated.reduce((rest, { inForce }) => rest & ~inForce, ALL_MONTHS);
  const ruled = asIf ? ALL_MONTHS : ALL_MONTHS & ~outside;
  const paying = dated.map((one) => ({ ...one, inForce: asIf ? one.months : one.inForce }));
  for (const { policy: ruling, months, inForce } of paying) {
    const version = planVersion({ policy: ruling, rules: months, inForce, ruled }, paying, policy, settings, later, scope, (id) => {
      if (!rows.has(id)) rows.set(id, rows.size);
      return { index: index++, row: rows.get(id) as number };
    });
    later = { ...version.readings, ...later };
    versions.push(version);
  }
  const allowances = versions.flatMap((version) => version.allowances);
  const claiming = (scope === null ? lineageOf(policy) : []).flatMap((one): Version[] => {
    if (Object.keys(one.document.claims).length === 0) return [];
    const none = { policy: one, rules: NO_MONTHS, inForce: NO_MONTHS, ruled };
    const at = { index: Number.NaN, row: Number.NaN };
    return [versions.find((version) => version.policy === one) ?? planVersion(none, paying, policy, settings, later, scope, () => at)];
  });
  return {
    policy,
    settings,
    versions: versions as [Version, ...Version[]],
    outside,
    readings: later,
    allowances,
    rows: allowances.filter(({ id }, at) => allowances.findIndex((one) => one.id === id) === at),
    claiming,
    scope,
    parts: [],
  };
}

function planVersion(
  { policy, rules, inForce, ruled }: Pick<Version, 'policy' | 'rules' | 'inForce' | 'ruled'>,
  all: readonly Pick<Version, 'policy' | 'inForce'>[],
  asked: Policy,
  run: RunSettings,
  later: Readonly<Record<string, string>>,
  scope: Scope | null,
  placeOf: (id: string) => { index: number; row: number },
): Version {
  const { document, dictionary } = policy;
  const settings = overridesFor(policy, asked, run);
  const readings = withChosen(readingsInEffect(policy, settings.readings, later), document, scope?.chosen ?? {});
  const figures = new Map<string, Figure>();
  const figure = (key: string): Figure => {
    let values = figures.get(key);
    if (!values) {
      const parameter = policy.parameters.get(key);
      values = parameter ? figureIn(parameter, settings) : [];
      figures.set(key, values);
    }
    return values;
  };
  const scales = scalesIn(settings.year, settings.payScales);
  const words: Settings = { dictionary, year: settings.year, scales, figure, chosen: (id) => optionIn(document, id, readings) };

  // What follows from a reading that is open is not known.
  const derivations = compileDerivations(document.derive, words).map((one) =>
    one.readings.some((id) => readings[id] === ASK) ? { ...one, derive: () => null } : one,
  );
  const stacked = compileGroups(document, words).filter((group) => isWithin(scope, group.allowances));
  const places = placesOf(policy, settings);
  const compiled = Object.entries(document.allowances).map(([id, node]): CompiledAllowance | null => {
    const place = placeOf(id);
    if (!isWithin(scope, [id])) return null;
    const conditions = compileConditions(node.when, words).map((part) => throughDerived(part, derivations));
    const groups = stacked.filter((group) => group.allowances.includes(id));
    const months = resolve(node.months, words);
    const paid = compileMonths(document.months[months.value] ?? 'all');
    // A part of a year can be 0 and the last one not: the limits on it are those on the whole.
    const limited = underLimits(
      amountOf(node, words),
      groups.flatMap(({ cap }) => cap.limit ?? []),
    );
    const whole = throughDerived(limited, derivations);
    const spread = 'every' in node.pays && node.pays.spread ? compileSpread(whole, paid) : null;
    const amount = spread ? monthOf(spread) : whole;
    const limits = compileLimits(node.starts, node.stops, words);
    const rhythm = rhythmOf(id, node, policy, words, settings.asIfInForce);
    return {
      id,
      ...place,
      node,
      policy,
      rhythm,
      spread,
      conditions,
      amount,
      limits,
      funding: compileFunding(node.funding, words, derivations, (parameter) => periodOf(policy, parameter)),
      months: rhythm.kind === 'month' ? paid : { ...paid, atMost: 12 },
      window: monthsWithin(node, settings.year),
      counted: all.reduce((months, one) => {
        const own = one.policy.document.allowances[id];
        return own ? months | (one.inForce & monthsWithin(own, settings.year)) : months;
      }, NO_MONTHS),
      readings: unique([
        ...[...conditions, amount, months].flatMap((part) => part.readings),
        ...(rhythm.kind === 'dated' ? rhythm.readings : []),
        ...[limits, ...groups].flatMap((part) => part.readings),
      ]),
      facts: withInputs([...conditions.flatMap((part) => part.facts), ...amount.facts, ...limits.facts], derivations),
    };
  });
  const allowances = compiled.filter((one) => one !== null);
  const ids = allowances.map(({ id }) => id);
  const { stacks, caps } = placeGroups(stacked, ids, policy);
  const translate = translationOf(asked.dictionary, dictionary);
  const breaks = breaksOf([
    ...all.map((one) => bitsOf(one.inForce)),
    bitsOf(ruled),
    ...allowances.flatMap(({ window, counted }) => [window, counted]).map(bitsOf),
    scales,
    ...unique(allowances.flatMap((allowance) => allowance.amount.parameters)).map(figure),
  ]);
  const cuts = cutsFor(Object.values(document.allowances), dictionary, settings.year);
  const timeline = timelineOf(dictionary, settings.year, places, breaks, derivations, cuts);
  return {
    policy,
    rules,
    inForce,
    ruled,
    readings,
    allowances,
    stacks,
    caps,
    rounds: roundsOf(allowances, stacks, caps),
    claims: compileClaims(policy, words, derivations),
    derivations,
    timeline: (teacher) => timeline(translate(teacher)),
    places,
    breaks,
    figure,
  };
}
