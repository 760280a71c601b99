import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { IGNORED, type Meaning } from '../../../../roster/cells/meaning.ts';
import type { MappedColumn, Mapping } from '../../../../roster/columns/mapping.ts';
import { columnName } from '../../../../roster/sheet/sheet.ts';
import { useLabels } from '../../../policy/labels.ts';

interface PickColumnProps {
  readonly mapping: Mapping;
  /** The fact that has no column. */
  readonly fact: string;
  readonly disabled: boolean;
  readonly onChoose: (index: number, meaning: Meaning) => void;
}

/** Lets the user pick the column for a fact that has none: offers the columns that are not read yet, with some of their cells. */
export function PickColumn({ mapping, fact, disabled, onChoose }: PickColumnProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const name = ({ index, header, samples }: MappedColumn) =>
    [`${columnName(index)} ${header || t('import.noName')}`, samples.join(t('app.listComma'))].filter(Boolean).join(t('app.colon'));
  const label = t('import.pickColumn', { fact: labels.fact(fact) });
  return (
    <span className="pick-column">
      <Select
        size="small"
        aria-label={label}
        placeholder={label}
        popupMatchSelectWidth={false}
        disabled={disabled}
        value={null}
        options={mapping.columns
          .filter(({ meaning, filled }) => meaning === IGNORED && filled > 0)
          .map((column) => ({ value: column.index, label: name(column) }))}
        onChange={(index: number | null) => index !== null && onChoose(index, fact)}
      />
    </span>
  );
}
