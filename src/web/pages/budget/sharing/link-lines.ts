import type { TFunction } from 'i18next';
import type { PolicyDocument } from '../../../../policy/document/schema.ts';
import type { LinkedSettings } from '../../../compute/protocol/linked-settings.ts';
import { pointerSteps } from '../../../platform/pointer.ts';
import type { Labels } from '../../../policy/labels.ts';

/** What it takes to describe a link. */
export interface LinkWords {
  readonly document: PolicyDocument;
  readonly labels: Labels;
  readonly t: TFunction;
}

/** The most dropped settings that are named. */
const MOST_NAMES = 12;

/** What a link sets, a line each. */
export function linkLines(settings: LinkedSettings, words: LinkWords): string[] {
  const { t } = words;
  const {
    year,
    asIfInForce,
    readings = {},
    parameters = {},
    places = {},
    scenarios = [],
    payScales = [],
    budgetCodes = {},
    projection,
  } = settings;
  const line = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [t('app.colon', { label: name, value: values.join(t('whatIf.link.between')) })];
  const counted = (count: number) => (count === 0 ? [] : [t('whatIf.link.count', { count })]);
  return [
    ...line(t('fields.year'), [String(year)]),
    ...line(t('inForce.label'), asIfInForce ? [t('inForce.value')] : []),
    ...line(
      t('readings.title'),
      Object.entries(readings).map(([id, option]) => readingText(id, option, words)),
    ),
    ...line(
      t('parameters.title'),
      Object.entries(parameters).map(([key, value]) => figureText(key, value, words)),
    ),
    ...line(
      t('places.title'),
      Object.entries(places).map(([fact, towns]) => placesText(fact, towns, words)),
    ),
    ...line(
      t('whatIf.title'),
      scenarios.map((scenario, index) => {
        const { title, ...changed } = scenario;
        const count = Object.values(changed).reduce((sum, part) => sum + Object.keys(part ?? {}).length, 0);
        return t('whatIf.link.scenario', { name: title ?? t('whatIf.numbered', { number: index + 1 }), count });
      }),
    ),
    ...line(t('scales.title'), counted(payScales.length)),
    ...line(t('whatIf.parts.codes'), counted(Object.values(budgetCodes).reduce((sum, codes) => sum + Object.keys(codes ?? {}).length, 0))),
    ...line(t('whatIf.outlook.title'), projection ? [growthText(projection, words)] : []),
  ];
}

function readingText(id: string, option: string, { labels, t }: LinkWords): string {
  return t('whatIf.link.reading', { question: labels.reading(id), option: labels.option(id, option) });
}

function figureText(key: string, value: NonNullable<LinkedSettings['parameters']>[string], { labels, t }: LinkWords): string {
  const text = typeof value === 'string' ? value : value.map((dated) => t('parameters.from', { ...dated })).join(t('app.comma'));
  return t('whatIf.link.setting', { name: labels.parameter(key), value: text });
}

function placesText(fact: string, towns: NonNullable<LinkedSettings['places']>[string], { labels, t }: LinkWords): string {
  const names = towns.map(({ town, villages }) =>
    villages ? t('fields.placeVillages', { town, villages: villages.join(t('app.listComma')) }) : town,
  );
  return t('whatIf.link.setting', { name: labels.fact(fact), value: names.join(t('app.listComma')) || t('places.none') });
}

function growthText(projection: NonNullable<LinkedSettings['projection']>, { labels, t }: LinkWords): string {
  const { headcountGrowth = '0', headcountGrowthByStage = {}, rateGrowth = '0', rateGrowthByParameter = {} } = projection;
  const own = [
    ...Object.entries(headcountGrowthByStage).map(([stage, percent]) => [labels.value('stage', stage), percent] as const),
    ...Object.entries(rateGrowthByParameter).map(([key, percent]) => [labels.parameter(key), percent] as const),
  ];
  return [
    t('whatIf.link.growth', { headcount: headcountGrowth, rate: rateGrowth }),
    ...own.map(([name, percent]) => t('whatIf.link.growthOf', { name, percent })),
  ].join(t('app.comma'));
}

/** Names the settings that were dropped. @param left as in {@link FittedSettings} */
export function leftNames(left: readonly string[], words: LinkWords): string {
  const names = left.map((pointer) => leftName(pointerSteps(pointer), words));
  const shown = names.slice(0, MOST_NAMES).join(words.t('app.listComma'));
  return names.length > MOST_NAMES ? words.t('whatIf.link.andMore', { names: shown, count: names.length }) : shown;
}

function leftName([kind = '', id = '', part = '', ...further]: readonly string[], words: LinkWords): string {
  const { document, labels, t } = words;
  const named = (title: string, name: string) => (name === '' ? title : t('whatIf.link.setting', { name: title, value: name }));
  switch (kind) {
    case 'readings': {
      const node = document.readings[id];
      return named(t('readings.title'), node ? labels.say(node.question) : id);
    }
    case 'parameters':
      return named(t('parameters.title'), id === '' ? '' : labels.parameter(id));
    case 'places':
      return named(t('places.title'), id);
    case 'targets':
      return named(t('whatIf.targets.title'), id);
    case 'scenarios': {
      const scenario = id === '' ? t('whatIf.title') : t('whatIf.numbered', { number: Number(id) + 1 });
      if (part === 'title') return named(scenario, t('whatIf.name'));
      return named(scenario, part === '' ? '' : leftName([part, ...further], words));
    }
    case 'payScales':
      return t('scales.title');
    case 'budgetCodes':
      return named(t('whatIf.parts.codes'), part);
    default:
      return named(t('whatIf.outlook.title'), part);
  }
}
