import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MappedColumn, Mapping } from '../../../roster/mapping.ts';
import { CHANGE_MONTH, IDENTITY, IGNORED, type Meaning } from '../../../roster/meaning.ts';
import { columnName } from '../../../roster/sheet.ts';
import { useCatalogue } from '../../shell/catalogue.ts';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useLabels } from '../../shell/labels.ts';

interface ColumnTableProps {
  readonly mapping: Mapping;
  readonly disabled: boolean;
  readonly onChoose: (index: number, meaning: Meaning) => void;
}

/** What every column of the sheet is taken for, with a few of its cells; each can be chosen otherwise. */
export function ColumnTable({ mapping, disabled, onChoose }: ColumnTableProps) {
  const { t } = useTranslation();
  const options = useMeanings();
  const headerOf = ({ header }: MappedColumn) => header || t('import.noName');
  const columns: Column<MappedColumn>[] = [
    { key: 'letter', title: t('import.letter'), cell: ({ index }) => columnName(index) },
    { key: 'header', title: t('import.header'), rowHeader: true, cell: headerOf },
    { key: 'samples', title: t('import.samples'), cell: ({ samples }) => samples.join(t('app.listComma')) || t('unit.none') },
    {
      key: 'meaning',
      title: t('import.meaning'),
      cell: (column) => (
        <Select
          size="small"
          className="meaning"
          aria-label={t('import.meaningOf', { header: headerOf(column) })}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          disabled={disabled}
          value={column.meaning}
          options={options}
          onChange={(meaning: Meaning) => onChoose(column.index, meaning)}
        />
      ),
    },
    {
      key: 'by',
      title: t('import.by'),
      cell: ({ by, meaning, filled, understood }) => (
        <>
          <span className={by === 'none' || by === 'values' ? 'badge warn' : 'badge'}>{t(`import.guessedBy.${by}`)}</span>
          {meaning !== IGNORED && by !== 'chosen' && understood < filled && (
            <span className="fault"> {t('import.notUnderstood', { count: filled - understood, filled })}</span>
          )}
        </>
      ),
    },
  ];
  return <DataTable caption={t('import.columns')} columns={columns} rows={mapping.columns} rowKey={({ index }) => String(index)} />;
}

/** All that a column can tell, in the order of the dictionary. */
function useMeanings(): { value: Meaning; label: string }[] {
  const { t } = useTranslation();
  const { facts } = useCatalogue();
  const labels = useLabels();
  return [
    { value: IGNORED, label: t('import.ignore') },
    ...[...facts.keys()].map((id) => ({ value: id, label: labels.fact(id) })),
    { value: CHANGE_MONTH, label: t('import.changeMonth') },
    { value: IDENTITY, label: t('import.identity') },
  ];
}
