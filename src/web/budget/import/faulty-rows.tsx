import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RosterFault } from '../../../roster/reading.ts';
import { explainFaultOf } from '../../../text/page/roster.ts';
import { useCatalogue } from '../../shell/catalogue.ts';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { FileButton, ROSTERS } from '../../shell/file-button.tsx';
import { useLabels } from '../../shell/labels.ts';
import { useLanguage } from '../../shell/language.ts';
import { computer } from '../../shell/policies.ts';
import { saveFile } from '../../shell/save-file.ts';
import type { LoadedRoster } from '../state.ts';
import type { RosterLoader } from '../use-roster-loader.ts';

/** The rows of the sheet that could not be used, with where and why, and the way to bring them again. */
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
    if (bytes === 'gone') loader.missFile();
    else saveFile(bytes, t('import.faultyFile'));
  };
  const columns: Column<RosterFault & { readonly at: number }>[] = [
    {
      key: 'row',
      title: t('budget.row'),
      numeric: true,
      cell: ({ part, row }) => (part === 0 ? row : t('import.mendedRow', { part, row })),
    },
    { key: 'cell', title: t('import.cell'), cell: ({ cell }) => cell ?? t('unit.none') },
    {
      key: 'column',
      title: t('budget.column'),
      cell: ({ column, fact }) => column ?? (fact !== null && catalogue.facts.has(fact) ? labels.fact(fact) : t('unit.none')),
    },
    { key: 'why', title: t('budget.why'), cell: sentence },
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
            onFile={(file) => void loader.mend(roster, file)}
          />
          <span className="hint">{t('import.mendedHint', { count: faultyRows })}</span>
        </div>
      )}
      <DataTable
        caption={t('budget.faultsNote')}
        columns={columns}
        rows={faults.map((fault, at) => ({ ...fault, at }))}
        rowKey={({ at }) => String(at)}
        pageSize={20}
      />
    </details>
  );
}
