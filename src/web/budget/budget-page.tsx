import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import type { BudgetAnswer } from '../compute.ts';
import { useCatalogue } from '../shell/catalogue.ts';
import { useLanguage } from '../shell/language.ts';
import { faultsByPointer } from '../shell/pointer.ts';
import { CancelledLine, ProgressLine } from '../shell/progress-line.tsx';
import { withoutRows } from '../shell/setting-label.ts';
import { useComputed } from '../shell/use-computed.ts';
import './budget.css';
import './what-if.css';
import { BudgetPrint } from '../print/budget-print.tsx';
import { CohortTable } from './cohort-table.tsx';
import { Figures } from './figures.tsx';
import { DropZone } from './import/drop-zone.tsx';
import { ImportPanel } from './import/import-panel.tsx';
import { PeopleBar } from './people-bar.tsx';
import { usePlaceNames } from './place-names.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { type BudgetState, type LoadedRoster, nextCohort, requestOf } from './state.ts';
import { UndoBar } from './undo-bar.tsx';
import { useHistory } from './use-history.ts';
import { useRosterLoader } from './use-roster-loader.ts';
import { Ways } from './ways.tsx';

type Good = Extract<BudgetAnswer, { readonly ok: true }>;

/** The page that turns a roster or a few headcounts into a budget. */
export function BudgetPage() {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const language = useLanguage();
  const { state, setState, ...steps } = useHistory();
  const loader = useRosterLoader((roster) => setState((before) => ({ ...before, roster, year: yearFor(roster, before) })));
  const { roster, cohorts } = state;
  const hasPeople = roster !== null || (cohorts ?? []).length > 0;
  const order = hasPeople
    ? { policy: catalogue.policy.key, language, body: requestOf(state, catalogue), roster: roster?.roster ?? null, keep: true }
    : null;
  const { answer, busy, failed, cancelled, progress, cancel, retry } = useComputed('budget', order);
  const issues = answer && !answer.ok ? answer.issues : [];
  const faults = faultsByPointer(issues);
  const listed = withoutRows(issues, t);
  const [lastGood, setLastGood] = useState<Good | null>(null);
  if (answer?.ok && answer !== lastGood) setLastGood(answer);
  // While the newest request has a fault, the figures before it stay in sight.
  const shown = answer === null ? null : lastGood;
  const result = shown?.result ?? null;
  const placeOf = usePlaceNames(state);
  const typeCohorts = () => setState({ ...state, cohorts: cohorts ?? [nextCohort([])] });
  return (
    <DropZone onFile={(file) => void loader.loadFile(file)}>
      <div className="budget">
        <div className="page-head">
          <h1>{t('budget.title')}</h1>
          <UndoBar {...steps} />
          {shown && isSomebody(shown.result) && (
            <BudgetPrint
              budget={{ result: shown.result, run: shown.run ?? 0, state }}
              disabled={busy || cancelled || failed || issues.length > 0}
            />
          )}
          <p>{t('budget.lead')}</p>
        </div>
        {roster === null && cohorts === null ? (
          <Ways loader={loader} onType={typeCohorts} />
        ) : (
          <section className="panel" aria-labelledby="budget-people">
            <h2 id="budget-people">{t('budget.data')}</h2>
            <PeopleBar state={state} onChange={setState} loader={loader} onType={typeCohorts} fault={faults.get('/year')} />
            {cohorts !== null && (
              <CohortTable
                cohorts={cohorts}
                failures={result?.failures ?? []}
                onChange={(changed) => setState({ ...state, cohorts: changed.length > 0 ? changed : null })}
              />
            )}
            {roster !== null && <ImportPanel roster={roster} loader={loader} />}
          </section>
        )}
        {hasPeople && <SettingsPanel state={state} onChange={setState} issues={issues} />}
        {progress && <ProgressLine progress={progress} onCancel={cancel} />}
        {cancelled && <CancelledLine onRetry={retry} />}
        {failed && <Alert type="error" showIcon title={t('app.crashed')} />}
        {issues.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={t('check.faults', { count: listed.length })}
            description={listed.map(({ pointer, message }) => (
              <div key={pointer}>{t('check.faultAt', { field: placeOf(pointer), message })}</div>
            ))}
          />
        )}
        {hasPeople &&
          result &&
          (isSomebody(result) ? <Figures result={result} state={state} onChange={setState} faults={faults} /> : <Waiting />)}
      </div>
    </DropZone>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return <p className="panel hint">{t('budget.waiting')}</p>;
}

/** The year that the sample roster was made for; with any other, that which was typed. */
function yearFor({ name }: LoadedRoster, { roster, year }: BudgetState): string {
  return name === null && roster === null ? SAMPLE_YEAR : year;
}

const SAMPLE_YEAR = '2025';

function isSomebody({ headcount }: BudgetResult): boolean {
  return headcount > 0;
}
