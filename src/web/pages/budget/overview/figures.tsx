import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { openText } from '../../../features/budget/open-text.ts';
import type { BudgetState } from '../../../features/budget/state.ts';
import { InForceNotice } from '../../../policy/in-force-notice.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { VersionsNote } from '../../../policy/versions-note.tsx';
import { useWarningText } from '../../../policy/warning-text.ts';
import { groupCount } from '../../../ui/amounts.ts';
import { Money, type Unit, UnitSwitch } from '../../../ui/unit.tsx';
import type { Explored } from '../navigation/explored.ts';
import { OutlookSection } from '../scenarios/outlook-section.tsx';
import { ReadingPrices } from '../scenarios/reading-prices.tsx';
import { ScenarioSection } from '../scenarios/scenario-section.tsx';
import { TargetTable } from '../scenarios/target-table.tsx';
import { BreakdownPanel } from './breakdown-panel.tsx';
import { ChartPanel } from './chart-panel.tsx';
import { CheckSection } from './check-section.tsx';
import { CodeTable } from './code-table.tsx';
import { FactsBehind } from './facts-behind.tsx';
import { FundingTable } from './funding-table.tsx';
import { Headcounts } from './headcounts.tsx';
import { NoteList, WarningLines } from './note-list.tsx';
import { PaidOutTable } from './paid-out-table.tsx';
import { RepaymentTable } from './repayment-table.tsx';
import { WorkList } from './work-list.tsx';

interface FiguresProps {
  readonly explored: Explored;
  readonly unit: Unit;
  readonly onUnit: (unit: Unit) => void;
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
  /** The faults of the newest request by pointer; while it has any, the previous figures are shown. */
  readonly faults: ReadonlyMap<string, string>;
}

/** A whole budget: totals first, then every breakdown. */
export function Figures({ explored, unit, onUnit, state, onChange, faults }: FiguresProps) {
  const { t } = useTranslation();
  const warningText = useWarningText();
  const { result } = explored;
  const hanging = openText(result, useLabels(), t);
  const [edited, setEdited] = useState<number | null>(null);
  // An incomplete sum is not called the total.
  const envelopeOpen = result.envelopes.some(({ amount }) => amount === null);
  const labels = {
    total: t(result.incomplete > 0 || envelopeOpen ? 'budget.totalKnown' : 'budget.total'),
    personal: t('budget.personal'),
    institution: t('budget.institution'),
    envelope: t(envelopeOpen ? 'budget.envelopeKnown' : 'budget.envelope'),
  };
  const sums = [
    ['total', result.total],
    ['personal', result.personalTotal],
    ['institution', result.institutionTotal],
    ['envelope', result.envelopeTotal],
  ] as const;
  return (
    <div className="figures">
      {faults.size > 0 && <p className="notice">{t('whatIf.stale')}</p>}
      <section className="panel" aria-labelledby="budget-result">
        <div className="result-head">
          <h2 id="budget-result">{t('budget.result')}</h2>
          <UnitSwitch unit={unit} onChange={onUnit} />
        </div>
        <dl className="sums" aria-live="polite">
          {sums.map(([name, amount]) => (
            <div key={name} className={name}>
              <dt>{labels[name]}</dt>
              <dd className="amount" data-testid={`sum-${name}`}>
                <Money amount={amount} withUnit />
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('budget.headcount')}</dt>
            <dd className="amount" data-testid="sum-headcount">
              {groupCount(result.headcount)}
            </dd>
          </div>
          <div>
            <dt>{t('budget.incomplete')}</dt>
            <dd className="amount">{groupCount(result.incomplete)}</dd>
          </div>
        </dl>
        <Headcounts />
        {hanging && <Alert type="warning" showIcon title={hanging} />}
        {result.incomplete > 0 && (
          <Alert
            type="warning"
            showIcon
            title={
              <>
                {t('budget.incompleteNote', { people: groupCount(result.incomplete) })}{' '}
                <button type="button" className="link" onClick={() => document.getElementById('budget-work')?.scrollIntoView()}>
                  {t('budget.toWork')}
                </button>
              </>
            }
          />
        )}
        <VersionsNote versions={result.versions} />
        <InForceNotice
          outside={outsideOf(result)}
          asIf={result.asIfInForce ?? false}
          onChange={(asIfInForce) => onChange({ ...state, asIfInForce })}
        />
        <WarningLines warnings={result.warnings} />
        {result.warnings
          .filter(({ code, headcount }) => headcount === undefined && code !== 'outside-effective-dates')
          .map((warning) => (
            <Alert key={JSON.stringify(warning)} type="warning" showIcon title={warningText(warning)} />
          ))}
      </section>
      <div className="side-by-side">
        <BreakdownPanel explored={explored} />
        <div className="chart-column">
          <ChartPanel explored={explored} charts={['cashFlow']} />
          <ChartPanel explored={explored} charts={['composition', 'ranking']} />
        </div>
      </div>
      <WorkList explored={explored} />
      {result.paidOut && <PaidOutTable paidOut={result.paidOut} />}
      <RepaymentTable repayments={result.repayments} />
      <NoteList warnings={result.warnings} />
      <FactsBehind result={result} />
      <ScenarioSection explored={explored} state={state} onChange={onChange} faults={faults} edited={edited} onEdit={setEdited} />
      <section className="panel" aria-labelledby="budget-sensitivity">
        <h2 id="budget-sensitivity">{t('budget.sensitivity')}</h2>
        {state.sensitivity ? (
          <ReadingPrices prices={result.sensitivity} state={state} onChange={onChange} />
        ) : (
          <>
            <p className="hint">{t('budget.sensitivityHint')}</p>
            <Button onClick={() => onChange({ ...state, sensitivity: true })}>{t('budget.sensitivityRun')}</Button>
          </>
        )}
      </section>
      <OutlookSection result={result} typed={state.outlook} onChange={(outlook) => onChange({ ...state, outlook })} faults={faults} />
      <CheckSection result={result} typed={state.checks} onChange={(checks) => onChange({ ...state, checks })} faults={faults} />
      <CodeTable codes={result.byBudgetCode} typed={state.codes} onChange={(codes) => onChange({ ...state, codes })} faults={faults} />
      <FundingTable funding={result.funding} />
      <TargetTable targets={result.targets} state={state} onChange={onChange} onEdit={setEdited} />
    </div>
  );
}

/** The months in which the document is not in force, in this and future years, with what the budget would be. */
function outsideOf({ year, notInForce, projection }: BudgetResult) {
  const years = [{ year, notInForce }, ...(projection?.byYear ?? [])];
  return years.flatMap((one) =>
    one.notInForce
      ? [
          {
            year: projection ? one.year : null,
            months: one.notInForce.months,
            wouldBe: one.notInForce.wouldBe.total,
            complete: one.notInForce.wouldBe.complete,
          },
        ]
      : [],
  );
}
