import { pointerStep } from '../../../platform/pointer.ts';
import { go } from '../../../platform/route.tsx';
import { fieldId, focusField } from '../../../ui/field.tsx';

/** The form of the rates of a budget. */
export const BUDGET_FORM = 'budget';

/**
 * Brings the keyboard to where a figure that is awaited can be filled in.
 *
 * @param address of the place where the field is, if somebody is at another
 */
export function supplyFigure(parameter: string, address?: string): void {
  if (address !== undefined) go(address);
  // The field is there once the page has been drawn.
  requestAnimationFrame(() => focusField(fieldId(`/parameters/${pointerStep(parameter)}`, BUDGET_FORM)));
}
