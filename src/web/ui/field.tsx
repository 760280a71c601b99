import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What a control needs to be tied to its label and its fault. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-required': boolean | undefined;
}

interface FieldProps {
  /** The id of the control, as {@link fieldId} makes it. */
  readonly id: string;
  readonly label: string;
  readonly required?: boolean;
  readonly fault?: string | undefined;
  readonly hint?: string | undefined;
  /** Draws the control. */
  readonly children: (props: ControlProps) => ReactNode;
}

/**
 * The DOM id of the control for a place in the request.
 *
 * @param form tells forms apart that have the same fields
 */
export function fieldId(pointer: string, form = 'field'): string {
  return `${form}${pointer.replaceAll('/', '.')}`;
}

/** Brings a control into sight and puts the cursor there; folded sections above it open. */
export function focusField(id: string): void {
  const control = document.getElementById(id);
  for (let above = control?.closest('details'); above; above = above.parentElement?.closest('details')) above.open = true;
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
}

/** A control with its label above and what is wrong with it below. */
export function Field({ id, label, required = false, fault, hint, children }: FieldProps) {
  const { t } = useTranslation();
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="required" aria-hidden="true">
            {t('fields.required')}
          </span>
        )}
      </label>
      {children({
        id,
        'aria-invalid': fault !== undefined || undefined,
        'aria-describedby': described || undefined,
        'aria-required': required || undefined,
      })}
      {fault !== undefined && (
        <div className="fault" id={`${id}-fault`}>
          {fault}
        </div>
      )}
      {hint !== undefined && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
