import { readScaleSheet } from '../../../roster/tables/scale-sheet.ts';
import type { LinkedSettings } from '../../compute/protocol/linked-settings.ts';
import type { Catalogue } from '../../policy/catalogue.ts';
import { wireInteger } from '../../policy/fact-values.ts';
import { type Choices, wireChoices } from '../settings/choices.ts';
import { wireCodes } from '../settings/own-codes.ts';
import type { Settings } from '../settings/settings.ts';
import { typedTowns } from '../settings/typed-places.ts';
import { wireScales } from '../settings/typed-scales.ts';
import { NO_GROWTH, type TypedOutlook, wireOutlook } from './outlook.ts';
import type { BudgetSettings, Scenario } from './state.ts';
import { kindKey, type TypedSplit, type TypedTargets, wireTargets } from './typed-targets.ts';

type SharedScenario = NonNullable<LinkedSettings['scenarios']>[number];

/** Not a valid year, for example because something else was typed. */
const NO_YEAR = 0;

/**
 * The settings of a budget that a link can carry, listed one by one so that nothing else slips in. Typed values may have faults.
 *
 * @param names whether scenarios keep their names, which are the user's own words
 */
export function settingsToShare(settings: BudgetSettings, { policy }: Pick<Catalogue, 'policy'>, names: boolean): LinkedSettings {
  const { scenarios, outlook } = settings;
  const shared = {
    policy: { id: policy.document.id, version: policy.version },
    ...Object.assign({}, ...Object.values(SHARED).map((share) => share(settings))),
    ...given({
      scenarios: scenarios.map(({ title, targets = {}, ...choices }) => ({
        ...(names && title.trim() !== '' && { title: title.trim() }),
        ...given({ ...wireChoices(choices), targets: wireTargets(withoutPeople(targets)) }),
      })),
    }),
    ...(outlook && { projection: growthOf(outlook) }),
  };
  return JSON.parse(JSON.stringify(shared));
}

/** What a link carries of each shared setting. A setting that is missing here does not compile. */
const SHARED: { readonly [K in keyof Settings]: (settings: Settings) => object } = {
  year: (settings) => {
    const year = wireInteger(settings.year);
    return { year: typeof year === 'number' ? year : NO_YEAR };
  },
  readings: ({ readings }) => given({ readings }),
  figures: (settings) => given({ parameters: wireChoices(settings).parameters }),
  places: (settings) => given({ places: wireChoices(settings).places }),
  // The pasted text stays here: only the steps that were read from it are shared.
  scales: ({ scales }) => given({ payScales: wireScales(scales).map(({ from, to, steps }) => ({ from, to, steps })) }),
  codes: ({ codes }) => given({ budgetCodes: given(wireCodes(codes)) }),
  asIfInForce: ({ asIfInForce }) => (asIfInForce ? { asIfInForce } : {}),
};

/** Drops empty values. */
function given<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0)) as Partial<T>;
}

function growthOf(outlook: TypedOutlook): object {
  const { years: _, ...growth } = wireOutlook(outlook);
  return growth;
}

/** A split that started from the present people would reveal their numbers; the recipient's split follows their own people. */
function withoutPeople(targets: TypedTargets): TypedTargets {
  return Object.fromEntries(Object.entries(targets).map(([id, one]) => [id, one !== 'present' && one.fromPeople ? 'present' : one]));
}

/**
 * The budget settings of a link that has been fitted to the policy. Cohorts and inputs of checks stay as they are.
 *
 * @param between the separator between villages
 */
export function settingsFromShared(shared: LinkedSettings, before: BudgetSettings, between: string): BudgetSettings {
  const { year, scenarios = [], payScales = [], budgetCodes = {}, projection, asIfInForce = false } = shared;
  const { allowances = {}, exceptions = {}, functional = {} } = budgetCodes;
  const settings: Settings = {
    ...choicesFrom(shared, between),
    year: String(year),
    asIfInForce,
    scales: payScales.map(({ from, to, steps }, index) => {
      const text = Object.entries(steps)
        .map(([step, yuan]) => `${step}\t${yuan}`)
        .join('\n');
      return { key: index + 1, from: from ?? '', to: to ?? '', text, sheet: readScaleSheet(text) };
    }),
    codes: { allowances, exceptions, functional },
  };
  return {
    ...before,
    ...settings,
    scenarios: scenarios.map(
      (scenario, index): Scenario => ({
        ...choicesFrom(scenario, between),
        key: index + 1,
        title: scenario.title ?? '',
        targets: Object.fromEntries(Object.entries(scenario.targets ?? {}).map(([id, split]) => [id, typedSplit(split)])),
      }),
    ),
    outlook: projection
      ? {
          headcount: projection.headcountGrowth ?? NO_GROWTH.headcount,
          byStage: projection.headcountGrowthByStage ?? NO_GROWTH.byStage,
          rate: projection.rateGrowth ?? NO_GROWTH.rate,
          byParameter: projection.rateGrowthByParameter ?? NO_GROWTH.byParameter,
        }
      : null,
  };
}

function choicesFrom({ readings = {}, parameters = {}, places = {} }: Omit<SharedScenario, 'title'>, between: string): Choices {
  return {
    readings,
    figures: parameters,
    places: Object.fromEntries(Object.entries(places).map(([fact, towns]) => [fact, typedTowns(towns, between)])),
  };
}

function typedSplit(split: NonNullable<SharedScenario['targets']>[string]): TypedSplit {
  if (split === 'present') return split;
  return {
    of: split.reduce((sum, { count }) => sum + count, 0),
    rows: Object.fromEntries(split.map(({ count, facts }) => [kindKey(facts), String(count)])),
    fromPeople: false,
  };
}
