import * as z from 'zod';
import type { AllowanceNode } from '../../policy/document/schema.ts';
import { type Treatment, treatmentsOf } from '../../policy/document/treatments.ts';

const said = (of: string) =>
  z
    .boolean()
    .optional()
    .meta({ description: `Whether it is ${of}; not there where the text does not say, which is neither yes nor no.` });

/** What the text says of tax and bases of a line item, for the wire. */
export const wireTreatments = {
  taxable: said('taxed'),
  contributions: said('part of the base of social insurance and housing fund (五险一金)'),
  pension: said('part of the base of pensions'),
};

/** What the text says of them, yes or no. */
export function treatmentFlags(node: AllowanceNode): Partial<Record<Treatment, boolean>> {
  return Object.fromEntries(treatmentsOf(node).map(([name, { is }]) => [name, is]));
}
