/**
 * The figures of 银金党办发〔2021〕60号 (items 17 and 19), written out by hand, and how a request overrides them.
 * Part of the reference evaluator: it shares no code with the product, so that the two can be compared.
 */
import { Decimal } from 'decimal.js';

/** Decimal arithmetic with 60 significant digits: every sum, product and percentage of the policy is exact in it. */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** Overrides of one run, as in a request: key → a value for the whole year, or values that each hold from a month (`YYYY-MM`) on. */
export type ParameterOverrides = Readonly<Record<string, string | readonly { readonly from: string; readonly value: string }[]>>;

/** The policy's own figures: yuan a month unless the key says otherwise; `null` is awaited (promised without an amount). */
export const ownFigures: Readonly<Record<string, string | null>> = {
  'backbone/district/urban': '200',
  'backbone/city/urban': '300',
  'backbone/region/urban': '400',
  'backbone/national/urban': '600',
  'backbone/district/rural': '300',
  'backbone/city/rural': '400',
  'backbone/region/rural': '500',
  'backbone/national/rural': '800',
  'master/district/urban': '300',
  'master/city/urban': null,
  'master/region/urban': null,
  'master/national/urban': null,
  'master/district/rural': '400',
  'master/city/rural': null,
  'master/region/rural': null,
  'master/national/rural': null,
  'studio/annual': '8000', // yuan a year
  'studio/host-share': '30', // percent of it
  'talent/high': '80000', // yuan, once
  'talent/low': '50000', // yuan, once
  'meal/urban': '180',
  'meal/rural': '330',
  'transport/near': '300',
  'transport/far': '600',
  'kindergarten-uplift/percent': '10', // percent of the month's salary
  'training/annual': '1500000', // yuan a year, an envelope
  'training/kindergarten': '1000000', // the part of it for kindergartens
  'principal/monthly': null,
  'class-teacher/monthly': null,
  'boarding/monthly': null,
  'township/monthly': null,
};

/**
 * The figure of a key in a month, or `null` while it is awaited. Of a dated list, the entry with the latest `from` that is not
 * after the month; before the first entry, the policy's own figure.
 */
export function figureAt(overrides: ParameterOverrides, key: string, month: string): Decimal | null {
  let value = ownFigures[key];
  if (value === undefined) throw new Error(`no parameter ${key}`);
  const override = overrides[key];
  if (typeof override === 'string') value = override;
  else if (override !== undefined) {
    let latest = '';
    for (const entry of override) {
      if (entry.from > month || entry.from < latest) continue;
      latest = entry.from;
      value = entry.value;
    }
  }
  return value === null ? null : exact(value);
}

const parsed = new Map<string, Decimal>();

/** A decimal string as an exact number. Remembers what it has parsed, as a year asks for the same few figures many times. */
export function exact(text: string): Decimal {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (parsed.size >= 10_000) parsed.clear();
  const value = new Exact(text);
  parsed.set(text, value);
  return value;
}

/** `percent` % of a sum in yuan, rounded half up to the fen. */
export function percentOf(sum: Decimal, percent: Decimal): Decimal {
  return sum.times(percent).dividedBy(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
