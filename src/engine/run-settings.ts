import type { MonthSet } from '../calendar/month-set.ts';
import { type PlaceTest, type PlaceTown, placeTest } from '../facts/place.ts';
import { figureOf, type Parameter, type ParameterValue } from '../policy/document/figures.ts';
import { growFigure, type RateGrowth } from '../policy/document/rate-growth.ts';
import type { PayScaleRecord } from '../policy/pay-scales.ts';
import type { Policy } from '../policy/policy.ts';
import type { RunFacts } from '../policy/run-facts.ts';
import { parameterOf } from '../policy/succession.ts';
import type { Figure } from '../words/grammar/word.ts';

/** What a run may set: the year, the readings and parameters that differ from the policy's own. */
export interface RunSettings {
  readonly year: number;
  readonly readings: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Pay scales of the run; they win over those that come with the product. */
  readonly payScales?: readonly PayScaleRecord[];
  /** Lists of places that replace the policy's, by the fact that follows from them. */
  readonly places?: Readonly<Record<string, readonly PlaceTown[]>>;
  /** Facts of everybody of whom they are not given; the policy is under them. */
  readonly facts?: RunFacts;
  /** For a future year, the growth of its rates. */
  readonly rateGrowth?: RateGrowth;
  /** Whether to treat the policies as in force before their effective dates and after their end. */
  readonly asIfInForce?: boolean;
}

/** A figure in each month of a run. */
export function figureIn(parameter: Parameter, { year, parameters, rateGrowth }: RunSettings): Figure {
  const figure = figureOf(parameter, Object.hasOwn(parameters, parameter.key) ? parameters[parameter.key] : undefined, year);
  return rateGrowth ? growFigure(parameter, figure, rateGrowth) : figure;
}

/** The places of the policy, but for the lists that the run sets. */
export function placesOf(policy: Policy, { places = {} }: RunSettings): ReadonlyMap<string, PlaceTest> {
  return new Map([...policy.places, ...Object.entries(places).map(([fact, towns]) => [fact, placeTest(towns)] as const)]);
}

/** The settings of a run for one version: a figure applies to it too, unless its unit has changed. */
export function overridesFor(version: Policy, asked: Policy, settings: RunSettings): RunSettings {
  const parameters = Object.entries(settings.parameters).filter(
    ([key]) => version.parameters.get(key)?.unit === parameterOf(asked, key)?.unit,
  );
  return version === asked ? settings : { ...settings, parameters: Object.fromEntries(parameters) };
}

/** Whether each of the twelve months is in a set, as 1 or 0. */
export function bitsOf(set: MonthSet): number[] {
  return Array.from({ length: 12 }, (_, month) => (set >> month) & 1);
}

/** The months before which some figure, the pay scale or the policy in force changes. */
export function breaksOf(figures: readonly (readonly unknown[])[]): number[] {
  return Array.from({ length: 11 }, (_, month) => month + 1).filter((month) =>
    figures.some((figure) => figure[month] !== figure[month - 1]),
  );
}
