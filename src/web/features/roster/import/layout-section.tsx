import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { chooseIds, chooseMeaning, chooseUnit } from '../../../../roster/columns/mapping.ts';
import type { RosterLayout } from '../../../compute/protocol/orders.ts';
import { Field } from '../../../ui/field.tsx';
import type { LoadedRoster } from '../loaded-roster.ts';
import type { RosterLoader } from '../use-roster-loader.ts';
import { ColumnTable } from './column-table.tsx';
import { HeaderRow } from './header-row.tsx';
import { MissingColumns } from './missing-columns.tsx';

/** Which sheet was read, what its columns mean, and what was skipped; each can be corrected. */
export function LayoutSection({ roster, layout, loader }: { roster: LoadedRoster; layout: RosterLayout; loader: RosterLoader }) {
  const { t } = useTranslation();
  const { sheets, sheet, mapping } = layout;
  const reread = (choice: Parameters<RosterLoader['reread']>[1]) => void loader.reread(roster, choice);
  return (
    <details className="import-layout" open={needsLook(roster.people, layout)}>
      <summary>
        {t('import.layout')}
        <span className="hint">{summary(layout, t)}</span>
      </summary>
      <div className="import-choices">
        {sheets.length > 1 && (
          <Field id="import-sheet" label={t('import.sheet')}>
            {(control) => (
              <Select
                {...control}
                size="small"
                value={sheet}
                disabled={loader.busy}
                popupMatchSelectWidth={false}
                options={sheets.map(({ name, isHidden }, index) => ({
                  value: index,
                  label: isHidden ? t('import.hiddenSheet', { name }) : name,
                }))}
                onChange={(index: number) => reread({ sheet: index })}
              />
            )}
          </Field>
        )}
        <HeaderRow key={roster.roster} mapping={mapping} disabled={loader.busy} onChoose={(headerRow) => reread({ sheet, headerRow })} />
        {mapping && !mapping.columns.some(({ meaning }) => meaning === 'id') && (
          <Field id="import-ids" label={t('import.ids')}>
            {(control) => (
              <Select
                {...control}
                size="small"
                value={mapping.ids}
                disabled={loader.busy}
                popupMatchSelectWidth={false}
                options={(['column', 'rows'] as const).map((value) => ({ value, label: t(`import.idsFrom.${value}`) }))}
                onChange={(ids: 'column' | 'rows') => reread({ sheet, mapping: chooseIds(mapping, ids) })}
              />
            )}
          </Field>
        )}
      </div>
      {mapping && (
        <MissingColumns
          mapping={mapping}
          faults={roster.faults}
          disabled={loader.busy}
          onChoose={(index, meaning) => reread({ sheet, mapping: chooseMeaning(mapping, index, meaning) })}
        />
      )}
      {mapping && (
        <ColumnTable
          mapping={mapping}
          disabled={loader.busy}
          onChoose={(index, meaning) => reread({ sheet, mapping: chooseMeaning(mapping, index, meaning) })}
          onUnit={(index, unit) => reread({ sheet, mapping: chooseUnit(mapping, index, unit) })}
        />
      )}
    </details>
  );
}

/** Nobody was read, or a column was guessed from its values alone: the user should check before relying on it. */
function needsLook(people: number, { mapping }: RosterLayout): boolean {
  return people === 0 || mapping === null || mapping.columns.some(({ by }) => by === 'values' || by === 'chosen');
}

function summary({ mapping, sheets, sheet, mended }: RosterLayout, t: TFunction): string {
  if (mapping === null) return t('import.noHeader');
  const count = mapping.columns.filter(({ meaning }) => meaning !== 'not-read').length;
  const name = sheets[sheet]?.name ?? '';
  const columns = t('import.columnsRead', { read: count, all: mapping.columns.length });
  const read = name === '' ? columns : t('import.ofSheet', { name, columns });
  return mended > 0 ? t('import.withMended', { read, count: mended }) : read;
}
