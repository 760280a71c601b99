import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, MOST_FAULTS } from '../../policy/fault.ts';
import { explainFault } from '../../text/policy-faults/explain.ts';
import { type Column, DataTable } from '../shell/data-table.tsx';
import { FileButton } from '../shell/file-button.tsx';
import { keep } from '../shell/keep.ts';
import { useLanguage } from '../shell/language.ts';
import { addPolicy, computer } from '../shell/policies.ts';
import type { KeptPolicy } from '../shell/restore.ts';
import { addressOf, go } from '../shell/route.tsx';

const YAML = '.yaml,.yml,application/yaml,text/yaml';

/** What became of the file opened last. */
type Opened =
  | { readonly state: 'none' | 'reading' | 'crashed' }
  | { readonly state: 'faulty'; readonly name: string; readonly faults: readonly Fault[] };

/** Opens a policy file: a good one is read at once, of another the faults are told. */
export function useOpenPolicy() {
  const [opened, setOpened] = useState<Opened>({ state: 'none' });
  const open = async (file: File) => {
    setOpened({ state: 'reading' });
    try {
      const bytes = await file.arrayBuffer();
      const answer = await computer.ask('policy', { bytes });
      if ('faults' in answer) {
        setOpened({ state: 'faulty', name: file.name, faults: answer.faults });
        return;
      }
      setOpened({ state: 'none' });
      addPolicy({ ...answer, file: file.name });
      keep(`policy/${answer.key}`, { name: file.name, bytes, openedAt: Date.now() } satisfies KeptPolicy);
      go(addressOf('/policy', { policy: answer.key }));
    } catch {
      setOpened({ state: 'crashed' });
    }
  };
  return { opened, open, close: () => setOpened({ state: 'none' }) };
}

/** The button that opens a policy file of a person's own. */
export function OpenButton({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation();
  return <FileButton label={t('policy.open.button')} accept={YAML} onFile={onFile} />;
}

/** That a file is being checked, or what is wrong with it. */
export function OpenState({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="open-state">
      {opened.state === 'reading' && <p>{t('policy.open.reading')}</p>}
      {opened.state === 'crashed' && <Alert type="error" showIcon title={t('app.crashed')} />}
      {opened.state === 'faulty' && <Faults name={opened.name} faults={opened.faults} onClose={onClose} />}
    </div>
  );
}

function Faults({ name, faults, onClose }: { name: string; faults: readonly Fault[]; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns: Column<Fault & { readonly at: number }>[] = [
    { key: 'line', title: t('policy.open.line'), numeric: true, cell: ({ line }) => line },
    { key: 'column', title: t('policy.open.column'), numeric: true, cell: ({ column }) => column },
    { key: 'path', title: t('policy.open.path'), cell: ({ path }) => <code>{path}</code> },
    { key: 'why', title: t('policy.open.why'), cell: (fault) => explainFault(fault, language) },
  ];
  const heading = t(faults.length < MOST_FAULTS ? 'policy.open.faults' : 'policy.open.faultsMost', { name, count: faults.length });
  return (
    <section className="panel" aria-labelledby="policy-faults">
      <div className="page-head">
        <h2 id="policy-faults">{heading}</h2>
        <Button size="small" onClick={onClose}>
          {t('policy.open.close')}
        </Button>
      </div>
      <DataTable
        caption={t('policy.open.faultsNote')}
        columns={columns}
        rows={faults.map((fault, at) => ({ ...fault, at }))}
        rowKey={({ at }) => String(at)}
        pageSize={20}
      />
    </section>
  );
}
