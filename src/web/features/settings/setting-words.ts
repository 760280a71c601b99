import type { TFunction } from 'i18next';
import type { PageParameter } from '../../policy/catalogue.ts';
import type { Speaker } from '../../policy/speaker.ts';
import { UNIT_WORDS } from '../../policy/units.ts';
import { type Departed, type Departure, departFrom, type Settings } from './settings.ts';
import { wireFigures } from './typed-figures.ts';
import { typedTowns, wirePlaces } from './typed-places.ts';

type Words = Pick<Speaker, 't' | 'labels' | 'catalogue'>;
type Figure = string | null | readonly { readonly from: string; readonly value: string | null }[];
type Towns = readonly { readonly town: string; readonly villages?: readonly string[] | undefined }[];

/** A figure with its unit, or with each month from which another applies. */
export function figureWords(figure: Figure, parameter: Pick<PageParameter, 'unit' | 'period'> | undefined, t: TFunction): string {
  if (figure === null) return t('unit.awaited');
  const unit = UNIT_WORDS[parameter?.unit ?? 'yuan'].after({ period: parameter?.period }, t);
  if (typeof figure === 'string') return `${figure} ${unit}`.trim();
  return figure.map(({ from, value }) => t('print.basis.from', { from, value: figureWords(value, parameter, t) })).join(t('app.semicolon'));
}

/** Towns and their villages. */
export function townsWords(towns: Towns, t: TFunction): string {
  const named = towns.map(({ town, villages }) =>
    villages ? t('fields.placeVillages', { town, villages: villages.join(t('app.listComma')) }) : t('fields.placeTown', { town }),
  );
  return named.join(t('app.listComma')) || t('print.basis.nowhere');
}

/** The departures of a page, each with what holds on it and what on the other pages. */
export function departureWords(departed: readonly Departed[], shared: Settings, departure: Departure, words: Words): string {
  const { t } = words;
  const own = departFrom(shared, departure);
  return departed
    .map((one) => {
      const name = settingName(one, words);
      const here = valueWords(one, own, words);
      return here === null ? name : t('settings.departed', { name, here, shared: valueWords(one, shared, words) });
    })
    .join(t('app.listComma'));
}

/** The name of a setting: a whole one, a figure, a reading or a list of places. */
export function settingName({ part, id }: Departed, { t, labels }: Words): string {
  if (id === null) return t(`whatIf.parts.${part}`);
  if (part === 'figures') return labels.parameter(id);
  if (part === 'places') return labels.fact(id);
  return labels.reading(id);
}

/** What a setting comes to; `null` for pay scales, which are too long to repeat. */
function valueWords({ part, id }: Departed, settings: Settings, { t, labels, catalogue }: Words): string | null {
  const { document } = catalogue.policy;
  if (part === 'year') return settings.year;
  if (part === 'asIfInForce') return t(settings.asIfInForce ? 'inForce.value' : 'settings.onlyInForce');
  if (id === null) return null;
  if (part === 'figures') {
    const parameter = catalogue.parameters.find(({ key }) => key === id);
    return figureWords(wireFigures(settings.figures)[id] ?? parameter?.figure ?? null, parameter, t);
  }
  if (part === 'places') {
    const typed = settings.places[id] ?? typedTowns(document.places[id]?.towns ?? [], t('app.listComma'));
    return townsWords(wirePlaces({ [id]: typed })[id] ?? [], t);
  }
  return labels.option(id, settings.readings[id] ?? document.readings[id]?.default ?? '');
}
