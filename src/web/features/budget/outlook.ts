import { OUTLOOK_YEARS } from '../../compute/protocol/orders.ts';

/** Yearly growth as typed, in percent: of the headcount in all and by stage, of all rates and of single ones. */
export interface TypedOutlook {
  readonly headcount: string;
  readonly byStage: Readonly<Record<string, string>>;
  readonly rate: string;
  readonly byParameter: Readonly<Record<string, string>>;
}

/** No growth. */
export const NO_GROWTH: TypedOutlook = { headcount: '', byStage: {}, rate: '', byParameter: {} };

/** The projection in the form of the API. */
export interface WireOutlook {
  readonly years: number;
  readonly headcountGrowth?: string;
  readonly headcountGrowthByStage: Readonly<Record<string, string>>;
  readonly rateGrowth?: string;
  readonly rateGrowthByParameter: Readonly<Record<string, string>>;
}

/** Growth in the form of the API, without blanks. */
export function wireOutlook({ headcount, byStage, rate, byParameter }: TypedOutlook): WireOutlook {
  return {
    years: OUTLOOK_YEARS,
    ...(wireGrowth(headcount) !== '' && { headcountGrowth: wireGrowth(headcount) }),
    headcountGrowthByStage: wireGrowths(byStage),
    ...(wireGrowth(rate) !== '' && { rateGrowth: wireGrowth(rate) }),
    rateGrowthByParameter: wireGrowths(byParameter),
  };
}

function wireGrowths(growths: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(growths).flatMap(([key, text]) => (wireGrowth(text) === '' ? [] : [[key, wireGrowth(text)]])));
}

/** People write a leading sign, a trailing percent sign, and a true minus. */
function wireGrowth(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^\u2212/, '-')
    .replace(/^\+/, '')
    .replace(/\s*%$/, '');
}
