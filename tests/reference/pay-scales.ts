/** Pay scales of a request, and those of the past that come with the product, by month. */

/** A pay scale as a request has it: yuan a month by pay step. */
export interface RequestScale {
  readonly id: string;
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly steps: Readonly<Record<string, string>>;
}

export interface ReferenceScale {
  readonly steps: Readonly<Record<number, string>>;
  /** Above it there is no step. */
  readonly last: number;
}

type PastScale = RequestScale & { readonly lastStep: number };
const past = Object.values(import.meta.glob<PastScale>('../../rules/pay-scales/*.yaml', { eager: true, import: 'default' }));

/** The scale in force in a month (`YYYY-MM`): the request's own, else one of the past, else none. */
export function scaleAt(scales: readonly RequestScale[], month: string): ReferenceScale | null {
  const covers = ({ from, to }: RequestScale) => from <= month && month <= (to ?? month);
  const own = scales.find(covers);
  if (own) return { steps: own.steps, last: Object.keys(own.steps).reduce((last, step) => Math.max(last, Number(step)), 0) };
  const old = past.find(covers);
  return old ? { steps: old.steps, last: old.lastStep } : null;
}
