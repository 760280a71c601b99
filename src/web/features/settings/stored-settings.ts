import * as z from 'zod';
import { type Departure, NO_DEPARTURE, noSettings, SETTINGS, SETTINGS_VERSION, type Settings, setIn } from './settings.ts';
import type { TypedScale } from './typed-scales.ts';

const texts = z.record(z.string(), z.string());
const dated = z.array(z.object({ from: z.string(), value: z.string() }));
const choices = {
  readings: texts,
  figures: z.record(z.string(), z.union([z.string(), dated, z.null()])),
  places: z.record(z.string(), z.array(z.object({ town: z.string(), villages: z.string() }))),
};
const sheet = z.looseObject({ steps: texts, rows: z.looseObject({}), odd: z.looseObject({}) });
const scales = z.array(z.object({ key: z.number(), from: z.string(), to: z.string(), text: z.string(), sheet })) as unknown as z.ZodType<
  readonly TypedScale[]
>;

/** Stored settings, parsed one by one: an unreadable one does not affect the others. */
const STORED: { readonly [K in keyof Settings]: z.ZodType<Settings[K]> } = {
  ...choices,
  year: z.string(),
  scales,
  codes: z.object({ allowances: texts, exceptions: texts, functional: texts }),
  asIfInForce: z.boolean(),
};

const DEPARTURE: { readonly [K in keyof Departure]: z.ZodType<Departure[K]> } = {
  ...choices,
  year: z.string().nullable(),
  scales: scales.nullable(),
  asIfInForce: z.boolean().nullable(),
};

/** The stored forms of a policy that contain settings; each may be absent. */
export interface KeptForms {
  readonly settings?: unknown;
  readonly budget?: unknown;
  readonly check?: unknown;
  readonly arrears?: unknown;
}

type Loose = Readonly<Record<string, unknown>>;
const record = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});

/** The migrations, from each version to the next. */
const MIGRATIONS: Readonly<Record<number, (forms: KeptForms) => KeptForms>> = {
  // Each page had its own settings: those of the budget become shared, and where the other pages differ, these become departures.
  1: ({ budget, check, arrears }) => {
    const ofBudget = record(budget);
    const { now, known, year, asIfInForce, ...rest } = record(arrears);
    return {
      budget,
      settings: { ...Object.fromEntries(SETTINGS.map((part) => [part, ofBudget[part]])), version: 2 },
      ...(check !== undefined && { check: { departure: departureOf(record(check), ofBudget.year), ...record(check) } }),
      ...(arrears !== undefined && {
        arrears: {
          ...rest,
          now: isDeparture(now) ? now : departureOf({ ...record(now), year, asIfInForce }, ofBudget.year),
          known: Object.fromEntries(
            Object.entries(record(known)).map(([policy, rules]) => [
              policy,
              isDeparture(rules) ? rules : departureOf(record(rules), undefined),
            ]),
          ),
        },
      }),
    };
  },
};

/** Shared settings may be absent although departures from them were stored: nobody had changed any. */
const isDeparture = (value: unknown): boolean => 'year' in record(value);

function departureOf({ year, readings, figures, places, scales: own, asIfInForce }: Loose, shared: unknown): Loose {
  return {
    readings,
    figures,
    places,
    year: typeof year === 'string' && year !== shared ? year : null,
    scales: Array.isArray(own) && own.length > 0 ? own : null,
    asIfInForce: asIfInForce === true ? true : null,
  };
}

/** The forms of a policy in their present shape. */
export interface ReadForms {
  readonly forms: KeptForms;
  /** Whether something stored cannot be read and starts afresh. */
  readonly unread: boolean;
  /** Whether other pages use settings of the budget for the first time: their amounts may differ from those of the earlier visit. */
  readonly joined: boolean;
}

/**
 * Reads the settings of a policy that an earlier visit has stored, perhaps with an earlier program.
 *
 * @param year the present year, used if none was stored
 */
export function readKeptForms(kept: KeptForms, year: number): ReadForms {
  let forms = kept;
  const { version } = record(kept.settings);
  const first = kept.settings === undefined ? 1 : version;
  const isKnown = typeof first === 'number' && first <= SETTINGS_VERSION;
  for (let at = isKnown ? first : SETTINGS_VERSION; at < SETTINGS_VERSION; at++) forms = MIGRATIONS[at]?.(forms) ?? forms;
  let unread = !isKnown;
  const parts = <T extends object>(schemas: { readonly [K in keyof T]: z.ZodType<T[K]> }, value: unknown, none: T): T => {
    const read = Object.entries<z.ZodType>(schemas).map(([part, schema]) => {
      const raw = record(value)[part];
      const checked = schema.safeParse(raw);
      unread ||= raw !== undefined && !checked.success;
      return [part, checked.success ? checked.data : none[part as keyof T]];
    });
    return Object.fromEntries(read) as T;
  };
  const departure = (value: unknown) => parts<Departure>(DEPARTURE, value, NO_DEPARTURE);
  const { budget, check, arrears } = forms;
  const hadOwn = 'readings' in record(kept.check) || (kept.arrears !== undefined && !isDeparture(record(kept.arrears).now));
  const settings = { ...parts<Settings>(STORED, forms.settings, noSettings(year)), version: SETTINGS_VERSION };
  const { now, known, ...ofArrears } = record(arrears);
  return {
    forms: {
      settings,
      ...(budget !== undefined && { budget: { ...record(budget), ...settings } }),
      ...(check !== undefined && { check: { ...record(check), departure: departure(record(check).departure) } }),
      ...(arrears !== undefined && {
        arrears: {
          ...ofArrears,
          now: departure(now),
          known: Object.fromEntries(Object.entries(record(known)).map(([policy, rules]) => [policy, departure(rules)])),
        },
      }),
    },
    unread,
    joined: first === 1 && hadOwn && setIn(settings).length > 0,
  };
}
