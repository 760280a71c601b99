import { wireInteger } from '../../policy/fact-values.ts';
import { type Choices, NO_CHOICES, overlayChoices, wireChoices } from './choices.ts';
import { NO_TYPED_CODES, type TypedCodes, wireCodes } from './own-codes.ts';
import { type TypedScale, wireScales } from './typed-scales.ts';

/** The settings that every page about a policy shares, as typed. A page that departs from one says so. */
export interface Settings extends Choices {
  readonly year: string;
  readonly scales: readonly TypedScale[];
  readonly codes: TypedCodes;
  /** Whether to compute as if the document were in force outside its dates. */
  readonly asIfInForce: boolean;
}

/** Incremented when settings, or departures from them, change shape; `stored-settings.ts` migrates what an earlier visit has stored. */
export const SETTINGS_VERSION = 3;

/** The initial settings. */
export function noSettings(year: number): Settings {
  return { ...NO_CHOICES, year: String(year), scales: [], codes: NO_TYPED_CODES, asIfInForce: false };
}

/** The parts of an API request that each setting amounts to. A setting that is missing here does not compile. */
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

/** Settings in the form of the API. @param parts those that the request accepts: codes are only for budgets */
export function wireSettings(settings: Settings, parts: readonly (keyof Settings)[] = SETTINGS): Record<string, unknown> {
  return Object.assign({}, ...parts.map((part) => WIRE[part](settings)));
}

/** The settings that affect amounts, also those of one teacher. */
export const OF_AMOUNTS = SETTINGS.filter((part) => part !== 'codes');

/** Picks the settings out of a larger object. */
export function settingsIn(state: Settings): Settings {
  return Object.fromEntries(SETTINGS.map((part) => [part, state[part]])) as unknown as Settings;
}

/** Where a page departs from the shared settings; `null` for a setting that it follows. Figures, readings and places each stand alone. */
export interface Departure extends Choices {
  readonly year: string | null;
  readonly scales: readonly TypedScale[] | null;
  readonly asIfInForce: boolean | null;
}

/** A page that follows all shared settings. */
export const NO_DEPARTURE: Departure = { ...NO_CHOICES, year: null, scales: null, asIfInForce: null };

/** The settings in effect on a page. */
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

/** One departure of a page: a whole setting, or one figure, reading or list of places. */
export interface Departed {
  readonly part: keyof Departure;
  /** The reading, the key of the figure, or the fact of the places. */
  readonly id: string | null;
}

/**
 * The real departures of a page: a value equal to the shared one does not count, nor does an amount written in another way.
 *
 * @param defaults the default option of each reading
 */
export function departedFrom(
  settings: Settings,
  departure: Departure,
  defaults: Readonly<Record<string, string>> = {},
): readonly Departed[] {
  const own = departFrom(settings, departure);
  const whole = (['year', 'scales', 'asIfInForce'] as const).filter((part) => !isSame(own[part], settings[part]));
  const valueIn = (part: keyof Choices, from: Settings, id: string): unknown => {
    const value = from[part][id] ?? (part === 'readings' ? defaults[id] : undefined) ?? '';
    return part === 'figures' && typeof value === 'string' ? plainFigure(value) : value;
  };
  const single = (['readings', 'figures', 'places'] as const).flatMap((part) =>
    Object.keys({ ...settings[part], ...own[part] })
      .filter((id) => !isSame(valueIn(part, own, id), valueIn(part, settings, id)))
      .map((id) => ({ part, id })),
  );
  return [...whole.map((part) => ({ part, id: null })), ...single];
}

/** A typed figure without what does not change its value: 180.00 is 180. */
function plainFigure(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** The shared settings that were changed, besides the year. */
export function setIn(settings: Settings): readonly Departed[] {
  return departedFrom({ ...noSettings(0), year: settings.year }, { ...settings, year: null });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
