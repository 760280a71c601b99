import { wireInteger } from '../../policy/fact-values.ts';
import { type Choices, NO_CHOICES, overlayChoices, wireChoices } from './choices.ts';
import { NO_TYPED_CODES, type TypedCodes, wireCodes } from './own-codes.ts';
import { type TypedScale, wireScales } from './typed-scales.ts';

/** What holds on every page about a policy, as it is typed. Each page begins with it; where one departs from it, it says so. */
export interface Settings extends Choices {
  readonly year: string;
  readonly scales: readonly TypedScale[];
  readonly codes: TypedCodes;
  /** Whether to go on as if the document were in force also outside its dates. */
  readonly asIfInForce: boolean;
}

/** Raised where settings or departures from them take another shape than that which an earlier visit may have kept; `stored-settings.ts` has the way. */
export const SETTINGS_VERSION = 2;

/** The settings where nobody has set anything. */
export function noSettings(year: number): Settings {
  return { ...NO_CHOICES, year: String(year), scales: [], codes: NO_TYPED_CODES, asIfInForce: false };
}

/** The parts of a request of the API that a setting amounts to. A setting that is not here does not compile. */
const WIRE: { readonly [K in keyof Settings]: (settings: Settings) => Record<string, unknown> } = {
  year: ({ year }) => ({ year: wireInteger(year) }),
  readings: ({ readings }) => ({ readings }),
  figures: (settings) => ({ parameters: wireChoices(settings).parameters }),
  places: (settings) => ({ places: wireChoices(settings).places }),
  scales: ({ scales }) => ({ payScales: wireScales(scales) }),
  codes: ({ codes }) => ({ budgetCodes: wireCodes(codes) }),
  asIfInForce: ({ asIfInForce }) => (asIfInForce ? { asIfInForce } : {}),
};

/** The names of all settings. */
export const SETTINGS = Object.keys(WIRE) as readonly (keyof Settings)[];

/** Settings in the terms of the API. @param parts those that the request takes: codes are of a budget alone */
export function wireSettings(settings: Settings, parts: readonly (keyof Settings)[] = SETTINGS): Record<string, unknown> {
  return Object.assign({}, ...parts.map((part) => WIRE[part](settings)));
}

/** The settings that make an amount, of one teacher too. */
export const OF_AMOUNTS = SETTINGS.filter((part) => part !== 'codes');

/** Only the settings of something that has more. */
export function settingsIn(state: Settings): Settings {
  return Object.fromEntries(SETTINGS.map((part) => [part, state[part]])) as unknown as Settings;
}

/** What a page has otherwise than the settings of all pages; `null` where it follows them. Figures, readings and places stand for themselves. */
export interface Departure extends Choices {
  readonly year: string | null;
  readonly scales: readonly TypedScale[] | null;
  readonly asIfInForce: boolean | null;
}

/** A page that follows the settings of all pages. */
export const NO_DEPARTURE: Departure = { ...NO_CHOICES, year: null, scales: null, asIfInForce: null };

/** The settings by which a page goes. */
export function departFrom(settings: Settings, departure: Departure): Settings {
  const { year, scales, asIfInForce } = departure;
  return {
    ...settings,
    ...overlayChoices(settings, departure),
    year: year ?? settings.year,
    scales: scales ?? settings.scales,
    asIfInForce: asIfInForce ?? settings.asIfInForce,
  };
}

/** Something in which a page departs: a setting as a whole, or one figure, reading or list of places. */
export interface Departed {
  readonly part: keyof Departure;
  /** The reading, the key of the figure, the fact of the places. */
  readonly id: string | null;
}

/** In what a page really departs: what is set to what holds anyway is no departure. */
export function departedFrom(settings: Settings, departure: Departure): readonly Departed[] {
  const own = departFrom(settings, departure);
  const whole = (['year', 'scales', 'asIfInForce'] as const).filter((part) => !isSame(own[part], settings[part]));
  const single = (['readings', 'figures', 'places'] as const).flatMap((part) =>
    Object.keys(own[part])
      .filter((id) => !isSame(own[part][id] ?? '', settings[part][id] ?? ''))
      .map((id) => ({ part, id })),
  );
  return [...whole.map((part) => ({ part, id: null })), ...single];
}

/** What is set for all pages, besides the year. */
export function setIn(settings: Settings): readonly Departed[] {
  return departedFrom({ ...noSettings(0), year: settings.year }, { ...settings, year: null });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
