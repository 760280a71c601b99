import { pageFact, useCatalogue } from '../../policy/catalogue.ts';
import { isRequired } from '../../policy/fact-groups.ts';
import { FactInput } from '../../policy/fact-input.tsx';
import type { FactValues } from '../../policy/fact-values.ts';
import { useLabels } from '../../policy/labels.ts';
import { Field, fieldId } from '../../ui/field.tsx';

interface FactFieldProps {
  readonly id: string;
  readonly values: FactValues;
  readonly fault: string | undefined;
  readonly hint?: string | undefined;
  readonly onChange: (fact: string, value: string | boolean | undefined) => void;
}

/** The form field of one fact of a teacher. */
export function FactField({ id, values, fault, hint, onChange }: FactFieldProps) {
  const labels = useLabels();
  const catalogue = useCatalogue();
  const fact = pageFact(catalogue, id);
  return (
    <Field id={fieldId(`/teacher/${id}`)} label={labels.field(id)} required={isRequired(catalogue, id)} fault={fault} hint={hint}>
      {(control) => <FactInput fact={fact} control={control} value={values[id]} onChange={(value) => onChange(id, value)} />}
    </Field>
  );
}
