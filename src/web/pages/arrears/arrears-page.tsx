import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useComputed } from '../../compute/client/use-computed.ts';
import type { GoodArrears } from '../../compute/protocol/arrears.ts';
import { LeftNotice } from '../../features/settings/departure-notice.tsx';
import { useSettings, useSettingsOf } from '../../features/settings/use-settings.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useKept } from '../../policy/use-kept.ts';
import { groupCount } from '../../ui/amounts.ts';
import { CancelledLine, ProgressLine } from '../../ui/progress-line.tsx';
import '../../ui/sums.css';
import './arrears.css';
import { NowPanel } from './now-panel.tsx';
import { PaymentFaults } from './payment-faults.tsx';
import { Result } from './result.tsx';
import { emptyArrears, firstYear, isSameRules, isWork, requestOf, sidesOf } from './state.ts';
import { ThenPanel } from './then-panel.tsx';
import { useCandidates } from './use-candidates.ts';
import { usePaid } from './use-paid.ts';
import { WhoPanel } from './who-panel.tsx';

/** The page that compares what was paid with what is due. */
export function Page() {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const language = useLanguage();
  const people = useCandidates();
  const [state, setState] = useKept('arrears', () => emptyArrears(new Date().getFullYear()), { isWork });
  const shared = useSettings();
  const paid = usePaid(state, setState);
  const { roster, teacher } = people;
  const chosen = state.whose === 'roster' ? roster : teacher;
  const payments = state.by === 'paid' ? (paid.summary?.id ?? null) : null;
  const knownPolicy = state.knownPolicy ?? policy.key;
  const sharedThen = useSettingsOf(knownPolicy);
  const sides = sidesOf(state, { now: shared.settings, known: sharedThen }, knownPolicy);
  const year = firstYear(state, sides);
  const order =
    chosen && (state.by === 'rules' || payments !== null)
      ? {
          policy: policy.key,
          language,
          body: requestOf(state, sides, state.whose === 'teacher' ? teacher : null),
          roster: state.whose === 'roster' && roster ? roster.roster : null,
          payments,
        }
      : null;
  const { answer, busy, failed, cancelled, progress, cancel, retry } = useComputed('arrears', order);
  const stale = answer === 'stale';
  const wrong = answer !== null && answer !== 'stale' && !answer.ok ? answer : null;
  const [lastGood, setLastGood] = useState<{ readonly sums: GoodArrears; readonly payments: string | null } | null>(null);
  if (answer !== null && answer !== 'stale' && answer.ok && answer !== lastGood?.sums) setLastGood({ sums: answer, payments });
  // While the newest request has a fault, the previous figures stay visible; but not those of other payments, which could be mistaken for
  // these.
  const sums = answer === null || stale || lastGood?.payments !== payments ? null : lastGood.sums;
  const issues = wrong?.issues ?? [];
  return (
    <div className="arrears">
      <div className="page-head">
        <h1>{t('arrears.title')}</h1>
        <p>{t('arrears.lead')}</p>
      </div>
      <LeftNotice />
      <WhoPanel state={state} onChange={setState} people={people} year={sides.now.year} issues={issues} />
      <div className="then-and-now">
        <ThenPanel state={state} onChange={setState} knownPolicy={knownPolicy} paid={paid} year={year} issues={issues} />
        <NowPanel state={state} onChange={setState} shared={shared} year={year} issues={issues} />
      </div>
      {wrong && wrong.payments.length > 0 && <PaymentFaults faults={wrong.payments} />}
      {busy && <ProgressLine progress={progress} onCancel={cancel} />}
      {cancelled && <CancelledLine onRetry={retry} />}
      {failed && <Alert type="error" showIcon title={t('app.crashed')} />}
      {stale && <Alert type="warning" showIcon title={t(payments === null ? 'arrears.goneRoster' : 'arrears.payments.gone')} />}
      {order === null && <p className="panel hint">{t('arrears.waiting')}</p>}
      {sums && isSameRules(state, sides, policy.key) && (
        <p className="panel hint" role="status">
          {t('arrears.nothingDiffers')}
        </p>
      )}
      {sums?.otherNames && <Alert type="warning" showIcon title={t('arrears.payments.otherNames', otherNames(sums.otherNames))} />}
      {sums && (
        <Result
          sums={sums}
          knownPolicy={knownPolicy}
          stale={wrong !== null}
          onAsIfInForce={(asIfInForce) => setState({ ...state, now: { ...state.now, asIfInForce } })}
        />
      )}
    </div>
  );
}

function otherNames({ count, first }: NonNullable<GoodArrears['otherNames']>) {
  return { count: groupCount(count), ...first };
}
