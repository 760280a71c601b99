import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RosterFault } from '../../../../roster/cells/roster-import.ts';
import { chooseIds, chooseMeaning } from '../../../../roster/columns/mapping.ts';
import { explainFaultOf } from '../../../../text/page/roster.ts';
import { computer } from '../../../compute/client/computer.ts';
import { useLanguage } from '../../../platform/i18n/language.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { FileButton, ROSTERS } from '../../../ui/file-button.tsx';
import type { LoadedRoster } from '../loaded-roster.ts';
import type { RosterLoader } from '../use-roster-loader.ts';
import { type FaultGroup, groupFaults } from './fault-groups.ts';
import { PickColumn } from './pick-column.tsx';
import './import.css';

/** The rows of the sheet that could not be used, with the place and reason, and the way to supply them again. */
export function FaultyRows({ roster, loader }: { roster: LoadedRoster; loader: RosterLoader }) {
  const { faultyRows, people, lost } = roster;
  const faults = [...(lost?.faults ?? []), ...roster.faults];
  const { t } = useTranslation();
  const language = useLanguage();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const sentence = (fault: RosterFault) => explainFaultOf(catalogue.facts.get(fault.fact ?? ''), fault, language);
  const download = async () => {
    const bytes = await computer.ask('faultyRows', { policy: catalogue.policy.key, roster: roster.roster, language });
    if (bytes === 'stale') loader.missFile();
    else saveFile(bytes, t('import.faultyFile'));
  };
  const mapping = roster.layout?.mapping ?? null;
  const rowOf = ({ part, row }: RosterFault) => (part === 0 ? String(row) : t('import.mendedRow', { part, row }));
  const listOf = (names: readonly string[], count: number) => {
    if (names.length === 0) return t('unit.none');
    const list = names.join(t('app.listComma'));
    return count > names.length ? t('import.andOthers', { list, count }) : list;
  };
  const columns: Column<FaultGroup>[] = [
    {
      key: 'row',
      title: t('budget.row'),
      numeric: true,
      cell: ({ named, count }) => listOf(named.map(rowOf), count),
    },
    {
      key: 'cell',
      title: t('import.cell'),
      cell: ({ named, count }) =>
        listOf(
          named.flatMap(({ cell }) => cell ?? []),
          count,
        ),
    },
    {
      key: 'column',
      title: t('budget.column'),
      cell: ({ first: { column, fact } }) => column ?? (fact !== null && catalogue.facts.has(fact) ? labels.fact(fact) : t('unit.none')),
    },
    {
      key: 'why',
      title: t('budget.why'),
      cell: ({ first, values }) => (
        <>
          {sentence(first)}
          {values.length > 0 && <div className="hint">{t('import.instances', { values: values.join(t('app.listComma')) })}</div>}
          <NameNumber fault={first} roster={roster} loader={loader} />
        </>
      ),
    },
  ];
  return (
    <details className="roster-faults" open={people === 0}>
      <summary>
        {t('budget.faults')}
        <span className="count">{faults.length}</span>
      </summary>
      {faultyRows > 0 && (
        <div className="buttons">
          <Button size="small" onClick={() => void download()}>
            {t('import.download')}
          </Button>
          <FileButton
            accept={ROSTERS}
            size="small"
            label={t('import.mended')}
            disabled={loader.busy}
            onFile={(file) => void loader.fix(roster, file)}
          />
          <span className="hint">{t('import.mendedHint', { count: faultyRows })}</span>
        </div>
      )}
      <DataTable
        caption={t('budget.faultsNote')}
        columns={columns}
        rows={groupFaults(faults, mapping, sentence)}
        rowKey={({ key }) => key}
        pageSize={20}
      />
    </details>
  );
}

/** If no column has staff numbers: choose one, or number people by row. */
function NameNumber({ fault: { code, part }, roster, loader }: { fault: RosterFault; roster: LoadedRoster; loader: RosterLoader }) {
  const { t } = useTranslation();
  const { layout } = roster;
  if (code !== 'missing-column' || part !== 0 || !layout?.mapping) return null;
  const { sheet, mapping } = layout;
  return (
    <div className="buttons">
      <PickColumn
        mapping={mapping}
        fact="id"
        disabled={loader.busy}
        onChoose={(index, meaning) => void loader.reread(roster, { sheet, mapping: chooseMeaning(mapping, index, meaning) })}
      />
      <Button
        size="small"
        disabled={loader.busy}
        onClick={() => void loader.reread(roster, { sheet, mapping: chooseIds(mapping, 'rows') })}
      >
        {t('import.idsFrom.rows')}
      </Button>
    </div>
  );
}
