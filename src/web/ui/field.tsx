import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What ties a control to its label and its fault. */
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
  /** Renders the control. */
  readonly children: (props: ControlProps) => ReactNode;
}

/**
 * The DOM id of the control for a field of the request.
 *
 * @param form distinguishes forms that have the same fields
 */
export function fieldId(pointer: string, form = 'field'): string {
  return `${form}${pointer.replaceAll('/', '.')}`;
}

/** Scrolls to a control and focuses it; folded sections around it open. */
export function focusField(id: string): void {
  const control = document.getElementById(id);
  for (let above = control?.closest('details'); above; above = above.parentElement?.closest('details')) above.open = true;
  control?.scrollIntoView({ block: 'center' });
  control?.focus();
}

/** A control with its label above and its fault below. */
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
