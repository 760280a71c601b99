/** Pay scales of a request, and the two of the past that come with the product, by month. */
import of2006 from '../../rules/pay-scales/2006-07.yaml';
import of2016 from '../../rules/pay-scales/2016-07.yaml';

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

const past = [of2006, of2016] as readonly (RequestScale & { readonly lastStep: number })[];

/** The scale in force in a month (`YYYY-MM`): the request's own, else one of the past, else none. */
export function scaleAt(scales: readonly RequestScale[], month: string): ReferenceScale | null {
  const covers = ({ from, to }: RequestScale) => from <= month && month <= (to ?? month);
  const own = scales.find(covers);
  if (own) return { steps: own.steps, last: Object.keys(own.steps).reduce((last, step) => Math.max(last, Number(step)), 0) };
  const old = past.find(covers);
  return old ? { steps: old.steps, last: old.lastStep } : null;
}
