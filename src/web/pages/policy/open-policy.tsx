import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import guideUrl from '../../../../docs/adding-a-policy.md?url';
import { MOST_FAULTS } from '../../../policy/reading/fault.ts';
import { Link } from '../../platform/route.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { DiagnosticTable } from './diagnostic-table.tsx';
import type { Opened } from './use-open-policy.ts';

// other documents can be chosen as well, so that the page can say what to do with them
const YAML = '.yaml,.yml,application/yaml,text/yaml,.doc,.docx,.wps,.pdf';

/** The button that opens a policy file of the user's own. */
export function OpenButton({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation();
  return <FileButton label={t('policy.open.button')} accept={YAML} onFile={onFile} />;
}

/** Reports that a file is being checked, or its faults. */
export function OpenState({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="open-state">
      {opened.state === 'reading' && <p>{t('policy.open.reading')}</p>}
      {opened.state === 'crashed' && <Alert type="error" showIcon title={t('app.crashed')} />}
      {opened.state === 'faulty' && <Faults opened={opened} onClose={onClose} />}
      {opened.state === 'other-kind' && <OtherKind opened={opened} onClose={onClose} />}
    </div>
  );
}

type OpenedAs<State extends Opened['state']> = Extract<Opened, { readonly state: State }>;

function Faults({ opened: { name, faults, warnings, wanted }, onClose }: { opened: OpenedAs<'faulty'>; onClose: () => void }) {
  const { t } = useTranslation();
  const most = faults.length < MOST_FAULTS ? 'faults' : 'faultsMost';
  const heading = t(wanted === 'source' ? 'policy.open.quotes' : `policy.open.${most}`, { name, count: faults.length });
  return (
    <Notice id="policy-faults" heading={heading} onClose={onClose}>
      <DiagnosticTable caption={t('policy.open.faultsNote')} diagnostics={faults} />
      {warnings.length > 0 && <DiagnosticTable caption={t('policy.open.warningsNote')} diagnostics={warnings} />}
    </Notice>
  );
}

/** Explains that a file is not a policy file, which one is needed, and how to get it. */
function OtherKind({ opened: { name, kind, wanted }, onClose }: { opened: OpenedAs<'other-kind'>; onClose: () => void }) {
  const { t } = useTranslation();
  const heading = t('policy.open.otherKind', { name, kind: t(`policy.open.kind.${kind}`) });
  const guide = (
    <a href={guideUrl} target="_blank" rel="noreferrer">
      {t('policy.open.guide')}
    </a>
  );
  return (
    <Notice id="policy-other-kind" heading={heading} onClose={onClose}>
      {wanted === 'source' ? (
        <p>{t('policy.open.needText')}</p>
      ) : (
        <>
          <p>{t('policy.open.needRules')}</p>
          {kind === 'sheet' ? (
            <p>
              <Trans i18nKey="policy.open.sheetElsewhere" components={{ budget: <Link to="/budget">{null}</Link> }} />
            </p>
          ) : (
            <p>
              <Trans i18nKey="policy.open.byHand" components={{ guide }} />
            </p>
          )}
        </>
      )}
    </Notice>
  );
}

interface NoticeProps {
  readonly id: string;
  readonly heading: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Notice({ id, heading, onClose, children }: NoticeProps) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="page-head">
        <h2 id={id}>{heading}</h2>
        <Button size="small" onClick={onClose}>
          {t('policy.open.close')}
        </Button>
      </div>
      {children}
    </section>
  );
}
