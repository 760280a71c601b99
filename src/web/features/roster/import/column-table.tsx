import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CHANGE_MONTH, flagMeaning, IDENTITY, IGNORED, type Meaning } from '../../../../roster/cells/meaning.ts';
import { MONEY_UNITS, type MoneyUnit } from '../../../../roster/cells/money-unit.ts';
import type { MappedColumn, Mapping } from '../../../../roster/columns/mapping.ts';
import { columnName } from '../../../../roster/sheet/sheet.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';

interface ColumnTableProps {
  readonly mapping: Mapping;
  readonly disabled: boolean;
  readonly onChoose: (index: number, meaning: Meaning) => void;
  readonly onUnit: (index: number, unit: MoneyUnit) => void;
}

/** What every column of the sheet means, with some of its cells; each meaning can be changed. */
export function ColumnTable({ mapping, disabled, onChoose, onUnit }: ColumnTableProps) {
  const { t } = useTranslation();
  const options = useMeanings();
  const { facts } = useCatalogue();
  const headerOf = ({ header }: MappedColumn) => header || t('import.noName');
  const columns: Column<MappedColumn>[] = [
    { key: 'letter', title: t('import.letter'), cell: ({ index }) => columnName(index) },
    { key: 'header', title: t('import.header'), rowHeader: true, cell: headerOf },
    { key: 'samples', title: t('import.samples'), cell: ({ samples }) => samples.join(t('app.listComma')) || t('unit.none') },
    {
      key: 'meaning',
      title: t('import.meaning'),
      cell: (column) => (
        <>
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
          {facts.get(column.meaning)?.type === 'money' && (
            <Select
              size="small"
              aria-label={t('import.unitOf', { header: headerOf(column) })}
              popupMatchSelectWidth={false}
              disabled={disabled}
              value={column.amount?.unit ?? 'yuan'}
              options={MONEY_UNITS.map((value) => ({ value, label: t(`import.units.${value}`) }))}
              onChange={(unit: MoneyUnit) => onUnit(column.index, unit)}
            />
          )}
        </>
      ),
    },
    {
      key: 'by',
      title: t('import.by'),
      cell: ({ by, meaning, filled, understood, unknown }) => (
        <>
          <span className={by === 'none' || by === 'values' ? 'badge warn' : 'badge'}>{t(`import.guessedBy.${by}`)}</span>
          {meaning !== IGNORED && by !== 'chosen' && understood < filled && (
            <span className="fault">
              {' '}
              {unknown.length === 0
                ? t('import.notUnderstood', { count: filled - understood, filled })
                : t('app.colon', {
                    label: t('import.notUnderstood', { count: filled - understood, filled }),
                    value: unknown.join(t('app.listComma')),
                  })}
            </span>
          )}
        </>
      ),
    },
  ];
  return <DataTable caption={t('import.columns')} columns={columns} rows={mapping.columns} rowKey={({ index }) => String(index)} />;
}

/** Everything that a column can mean, in the order of the dictionary. */
function useMeanings(): { value: Meaning; label: string }[] {
  const { t } = useTranslation();
  const { facts, policy } = useCatalogue();
  const labels = useLabels();
  const flags = policy.document.requires.flatMap((id) => {
    const fact = facts.get(id);
    return fact?.type === 'enum' ? Object.keys(fact.values).map((value) => [id, value] as const) : [];
  });
  return [
    { value: IGNORED, label: t('import.ignore') },
    ...[...facts.keys()].map((id) => ({ value: id, label: labels.fact(id) })),
    ...flags.map(([id, value]) => ({
      value: flagMeaning(id, value),
      label: t('import.whether', { fact: labels.fact(id), value: labels.value(id, value) }),
    })),
    { value: CHANGE_MONTH, label: t('import.changeMonth') },
    { value: IDENTITY, label: t('import.identity') },
  ];
}
