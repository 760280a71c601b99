import { InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../../../roster/columns/mapping.ts';
import { Field } from '../../../ui/field.tsx';

interface HeaderRowProps {
  readonly mapping: Mapping | null;
  readonly disabled: boolean;
  readonly onChoose: (row: number) => void;
}

/** The row of the sheet that names the columns; the user can choose another. */
export function HeaderRow({ mapping, disabled, onChoose }: HeaderRowProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | null>(mapping?.bottom ?? null);
  const choose = () => {
    if (typed !== null && typed !== mapping?.bottom) onChoose(typed);
  };
  return (
    <Field id="import-header-row" label={t('import.headerRow')}>
      {(control) => (
        <InputNumber
          {...control}
          size="small"
          min={1}
          max={1_048_576}
          precision={0}
          value={typed}
          disabled={disabled}
          onChange={setTyped}
          onBlur={choose}
          onPressEnter={choose}
        />
      )}
    </Field>
  );
}
