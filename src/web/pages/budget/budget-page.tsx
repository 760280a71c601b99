import { Alert, Button } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../contract/budget/budget-result.ts';
import { useComputed } from '../../compute/client/use-computed.ts';
import type { Orders } from '../../compute/protocol/orders.ts';
import { LeftNotice } from '../../features/settings/departure-notice.tsx';
import { withoutRows } from '../../features/settings/setting-label.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { faultsByPointer } from '../../platform/pointer.ts';
import { useAnchor, usePath, useQueryOf } from '../../platform/route.tsx';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useKept } from '../../policy/use-kept.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Layer } from '../../ui/layer.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { CancelledLine, ProgressLine } from '../../ui/progress-line.tsx';
import { type Unit, UnitProvider } from '../../ui/unit.tsx';
import '../../ui/sums.css';
import './overview/budget.css';
import './scenarios/what-if.css';
import { useNameOfScenario } from '../../features/budget/scenarios.ts';
import { nextCohort, requestOf } from '../../features/budget/state.ts';
import { withRoster } from '../../features/roster/roster-year.ts';
import { useRosterLoader } from '../../features/roster/use-roster-loader.ts';
import { UndoBar } from './history/undo-bar.tsx';
import { useHistory } from './history/use-history.ts';
import { readPlace } from './navigation/place.ts';
import { usePlaceNames } from './navigation/place-names.ts';
import { ScenarioNamesProvider } from './navigation/scenario-names.ts';
import { PeopleBar } from './overview/people-bar.tsx';
import { Ways } from './overview/ways.tsx';
import { carriesSettings } from './sharing/link-fragment.ts';

const CohortTable = lazily(async () => (await import('./overview/cohort-table.tsx')).CohortTable);
const PeopleView = lazily(async () => (await import('./people/people-view.tsx')).PeopleView);
const LinkNotice = lazily(async () => (await import('./sharing/link-notice.tsx')).LinkNotice);
const ShareSettings = lazily(async () => (await import('./sharing/share-settings.tsx')).ShareSettings);
const PersonView = lazily(async () => (await import('./people/person-view.tsx')).PersonView);

const ImportPanel = lazily(async () => (await import('../../features/roster/import/import-panel.tsx')).ImportPanel);
const SettingsPanel = lazily(async () => (await import('./overview/settings-panel.tsx')).SettingsPanel);
const Figures = lazily(async () => (await import('./overview/figures.tsx')).Figures);
const HandIn = lazily(async () => (await import('../../features/hand-in/hand-in.tsx')).HandIn);
/** Shown as soon as there are people: it is prefetched while the user still looks for a file. */
const SOON = [ImportPanel, SettingsPanel, Figures, HandIn];

/** A valid budget, and the order that it answers. */
interface Good {
  readonly result: BudgetResult;
  readonly run: number;
  readonly order: Pick<Orders['budget'], 'policy' | 'language' | 'body' | 'roster'>;
}

/** The page that turns a roster or a few headcounts into a budget. */
export function Page() {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const language = useLanguage();
  const { state, setState, ...steps } = useHistory();
  const loader = useRosterLoader((roster) => setState((before) => withRoster(before, roster, new Date().getFullYear())));
  useEffect(() => {
    for (const { fetchEarly } of SOON) fetchEarly();
  }, []);
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
  if (answer?.ok && order && answer.run !== null && answer.run !== lastGood?.run)
    setLastGood({ result: answer.result, run: answer.run, order });
  // While the newest request has a fault, the previous figures stay visible.
  const good = answer === null ? null : lastGood;
  const [unit, setUnit] = useKept<Unit>('unit', () => 'yuan');
  const place = readPlace(useQueryOf('/budget', '/'));
  const isHere = ['/', '/budget'].includes(usePath());
  const list = hasPeople && good && isSomebody(good.result) ? place.list : null;
  const person = list && place.person;
  const explored = good && { policy: catalogue.policy.key, run: good.run, result: good.result, place };
  const placeOf = usePlaceNames(state);
  const nameOfScenario = useNameOfScenario(state.scenarios);
  const [sharing, setSharing] = useState(false);
  const isShared = carriesSettings(useAnchor());
  const typeCohorts = () => setState({ ...state, cohorts: cohorts ?? [nextCohort([])] });
  const status = (
    <>
      {busy && <ProgressLine progress={progress} onCancel={cancel} />}
      {cancelled && <CancelledLine onRetry={retry} />}
      {failed && <Alert type="error" showIcon title={t('app.crashed')} />}
    </>
  );
  return (
    <UnitProvider value={unit}>
      <Layer shown={isHere && !list}>
        <DropZone onFile={(file) => void loader.loadFile(file)}>
          <div className="budget">
            <div className="page-head">
              <h1>{t('budget.title')}</h1>
              <UndoBar {...steps} />
              <Button size="small" aria-expanded={sharing} onClick={() => setSharing(!sharing)}>
                {t('whatIf.link.button')}
              </Button>
              {good && isSomebody(good.result) && (
                <Suspense>
                  <HandIn
                    budget={{ result: good.result, run: good.run, state }}
                    disabled={busy || cancelled || failed || issues.length > 0}
                  />
                </Suspense>
              )}
              <p>{t('budget.lead')}</p>
            </div>
            <LeftNotice />
            <Suspense>
              {isShared && <LinkNotice state={state} onChange={setState} />}
              {sharing && <ShareSettings settings={state} />}
            </Suspense>
            {roster === null && cohorts === null ? (
              <Ways loader={loader} onType={typeCohorts} />
            ) : (
              <section className="panel" aria-labelledby="budget-people">
                <h2 id="budget-people">{t('budget.data')}</h2>
                <PeopleBar state={state} onChange={setState} loader={loader} onType={typeCohorts} fault={faults.get('/year')} />
                <Suspense fallback={<Opening />}>
                  {cohorts !== null && (
                    <CohortTable
                      cohorts={cohorts}
                      failures={good?.result.failures ?? []}
                      onChange={(changed) => setState({ ...state, cohorts: changed.length > 0 ? changed : null })}
                    />
                  )}
                  {roster !== null && <ImportPanel roster={roster} loader={loader} />}
                </Suspense>
              </section>
            )}
            <Suspense>{hasPeople && <SettingsPanel state={state} onChange={setState} issues={issues} />}</Suspense>
            {!list && status}
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
            <Suspense fallback={<Opening />}>
              {hasPeople &&
                explored &&
                (isSomebody(explored.result) ? (
                  <Figures explored={explored} unit={unit} onUnit={setUnit} state={state} onChange={setState} faults={faults} />
                ) : (
                  <Waiting hasRoster={roster !== null} />
                ))}
            </Suspense>
          </div>
        </DropZone>
      </Layer>
      <ScenarioNamesProvider value={nameOfScenario}>
        {list && explored && (
          <Layer shown={isHere && !person}>
            {!person && status}
            <Suspense fallback={<Opening />}>
              <PeopleView {...explored} list={list} hasCohorts={cohorts !== null} />
            </Suspense>
          </Layer>
        )}
        {person && good && (
          <Layer shown={isHere}>
            {status}
            <Suspense fallback={<Opening />}>
              <PersonView place={place} order={{ ...good.order, person }} madeUp={'teacher' in person && roster?.name === null} />
            </Suspense>
          </Layer>
        )}
      </ScenarioNamesProvider>
    </UnitProvider>
  );
}

function Opening() {
  const { t } = useTranslation();
  return <p role="status">{t('app.opening')}</p>;
}

function Waiting({ hasRoster }: { hasRoster: boolean }) {
  const { t } = useTranslation();
  return <p className="panel hint">{t(hasRoster ? 'budget.nobodyRead' : 'budget.waiting')}</p>;
}

function isSomebody({ headcount }: BudgetResult): boolean {
  return headcount > 0;
}
