import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field.tsx';

/** The unit that submits the papers; printed on all of them. */
export function UnitField({ unit, onChange }: { unit: string; onChange: (unit: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="wide-field">
      <Field id="print-unit" label={t('print.unit')}>
        {(control) => <Input {...control} value={unit} autoComplete="organization" onChange={({ target }) => onChange(target.value)} />}
      </Field>
    </div>
  );
}
