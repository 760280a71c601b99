import { pointerStep } from '../../../platform/pointer.ts';
import { go } from '../../../platform/route.tsx';
import { fieldId, focusField } from '../../../ui/field.tsx';

/** The id of the form of a budget's rates. */
export const BUDGET_FORM = 'budget';

/**
 * Moves the keyboard focus to the field of an undetermined figure.
 *
 * @param address the address of the view with the field, if another one is shown
 */
export function supplyFigure(parameter: string, address?: string): void {
  if (address !== undefined) go(address);
  // The field exists once the page has been rendered.
  requestAnimationFrame(() => focusField(fieldId(`/parameters/${pointerStep(parameter)}`, BUDGET_FORM)));
}
