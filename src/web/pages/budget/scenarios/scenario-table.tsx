import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Moved } from '../../../../budget/select-people.ts';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { WAYS } from '../../../compute/protocol/people.ts';
import { type ItemNotes, notesOf } from '../../../features/budget/item-notes.ts';
import type { Scenario } from '../../../features/budget/state.ts';
import { countChoices } from '../../../features/settings/choices.ts';
import { GoLink } from '../../../platform/route.tsx';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { groupCount, groupDifference, groupDigits, isZero } from '../../../ui/amounts.ts';
import { type Place, placeAddress } from '../navigation/place.ts';

type Compared = BudgetResult['scenarios'][number];
type Met = NonNullable<Compared['targets']>[number];

interface ScenarioTableProps {
  readonly result: BudgetResult;
  readonly place: Place;
  /** The scenarios that have been computed, with their results. */
  readonly scenarios: readonly { readonly scenario: Scenario; readonly compared: Compared }[];
  readonly nameOf: (scenario: Scenario) => string;
  /** The actions on a scenario. */
  readonly actions: readonly { readonly name: 'edit' | 'copy' | 'adopt' | 'remove'; readonly act: (scenario: Scenario) => void }[];
}

/** Scenarios beside the baseline: a column each, with the difference under every amount. */
export function ScenarioTable({ result, place, scenarios, nameOf, actions }: ScenarioTableProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const amountsOf = (allowance: string) =>
    scenarios.map(
      ({ compared }) => compared.byAllowance.find((one) => one.allowance === allowance) ?? { amount: '0.00', difference: '0.00' },
    );
  const hasTargets = scenarios.some(({ compared }) => compared.targets);
  const items = result.byAllowance.filter(
    ({ allowance, amount }) =>
      !isZero(amount) ||
      amountsOf(allowance).some((one) => !isZero(one.amount)) ||
      scenarios.some(({ compared }) => openTargets(compared, allowance).length > 0),
  );
  return (
    <div className="table-frame scenarios">
      <table>
        <caption>{t('whatIf.tableNote')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('budget.item')}</th>
            <th scope="col" className="numeric">
              {t('whatIf.baseline')}
            </th>
            {scenarios.map(({ scenario }) => (
              <th key={scenario.key} scope="col" className="numeric">
                {nameOf(scenario)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ allowance, amount }) => (
            <tr key={allowance}>
              <th scope="row">
                <ClauseLink kind="allowance" id={allowance}>
                  {labels.allowance(allowance)}
                </ClauseLink>
              </th>
              <td className="numeric">
                <Baseline notes={notesOf({ allowance, amount }, result, t)} />
              </td>
              {amountsOf(allowance).map((one, at) => {
                const there = scenarios[at];
                return there && <Cell key={there.scenario.key} {...one} open={openTargets(there.compared, allowance)} />;
              })}
            </tr>
          ))}
          {result.envelopes.map(({ id, title, amount }) => (
            <tr key={id}>
              <th scope="row">
                <ClauseLink kind="envelope" id={id}>
                  {title}
                </ClauseLink>
                <div className="hint">{t('budget.envelope')}</div>
              </th>
              <td className="numeric">{amount === null ? <Undetermined /> : groupDigits(amount)}</td>
              {scenarios.map(({ scenario, compared }) => {
                const there = compared.envelopes.find((one) => one.id === id);
                return there && <Cell key={scenario.key} {...there} />;
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('budget.total')}</th>
            <td className="numeric">{groupDigits(result.total)}</td>
            {scenarios.map(({ scenario, compared }) => (
              <Cell key={scenario.key} amount={compared.total} difference={compared.difference} />
            ))}
          </tr>
          {WAYS.map((way) => (
            <tr key={way} className="people">
              <th scope="row">{t(`whatIf.${way}`)}</th>
              <td />
              {scenarios.map(({ scenario, compared }) => (
                <td key={scenario.key} className="numeric">
                  {compared[way] === 0 ? (
                    '0'
                  ) : (
                    <GoLink address={moversAddress(place, { scenario: compared.id, way })}>{groupCount(compared[way])}</GoLink>
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr className="actions">
            <th scope="row">{t('whatIf.changes')}</th>
            <td />
            {scenarios.map(({ scenario }) => (
              <td key={scenario.key}>
                <Changes scenario={scenario} />
                <div className="buttons">
                  {actions
                    .filter(({ name }) => name !== 'adopt' || isAdoptable(scenario))
                    .map(({ name, act }) => (
                      <Button
                        key={name}
                        size="small"
                        type="link"
                        danger={name === 'remove'}
                        aria-label={t(`whatIf.actions.${name}Of`, { name: nameOf(scenario) })}
                        onClick={() => act(scenario)}
                      >
                        {t(`whatIf.actions.${name}`)}
                      </Button>
                    ))}
                </div>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {hasTargets && <p className="hint">{t('whatIf.targets.note')}</p>}
    </div>
  );
}

/** The list of the people that a scenario affects, the largest gain or loss first. */
function moversAddress(place: Place, moved: Moved): string {
  const sort = moved.way === 'unchanged' ? undefined : ({ by: 'moved', descending: moved.way === 'gaining' } as const);
  return placeAddress({ ...place, list: { filter: { moved }, sort }, person: null });
}

/** The targets of an allowance that have no single cost: for these the present amount remains. */
function openTargets({ targets = [] }: Compared, allowance: string): Met[] {
  return targets.filter((one) => one.allowance === allowance && (one.costFrom === null || one.costFrom !== one.costTo));
}

/** An amount and its difference from the baseline, with the targets that it does not include. */
function Cell({ amount, difference, open = [] }: { amount: string | null; difference: string; open?: readonly Met[] }) {
  const { t } = useTranslation();
  return (
    <td className="numeric">
      {amount === null ? <Undetermined /> : groupDigits(amount)}
      <span className={isZero(difference) ? 'difference none' : 'difference'}>{groupDifference(difference)}</span>
      {open.map(({ target, costFrom, costTo }) => (
        <span key={target} className="difference awaited">
          {costFrom === null || costTo === null
            ? t('whatIf.targets.awaited')
            : t('whatIf.targets.range', { from: groupDigits(costFrom), to: groupDigits(costTo) })}
        </span>
      ))}
    </td>
  );
}

/** The present amount of an item; if nothing of it is known, what is missing. */
function Baseline({ notes: { amount, instead } }: { notes: ItemNotes }) {
  return amount ?? <span className="awaited">{instead}</span>;
}

function Undetermined() {
  const { t } = useTranslation();
  return <span className="awaited">{t('unit.awaited')}</span>;
}

/** Targets are not part of a budget: only the choices of a scenario can be adopted. */
function isAdoptable(scenario: Scenario): boolean {
  return Object.values(countChoices(scenario)).some((count) => count > 0);
}

/** What a scenario changes, in one line. */
function Changes({ scenario }: { scenario: Scenario }): ReactNode {
  const { t } = useTranslation();
  const { readings, figures, places } = countChoices(scenario);
  const targets = Object.keys(scenario.targets ?? {}).length;
  const parts = [
    ...(readings > 0 ? [t('whatIf.changesReadings', { count: readings })] : []),
    ...(figures > 0 ? [t('whatIf.changesFigures', { count: figures })] : []),
    ...(places > 0 ? [t('whatIf.changesPlaces')] : []),
    ...(targets > 0 ? [t('whatIf.changesTargets', { count: targets })] : []),
  ];
  return <span className="hint">{parts.length > 0 ? parts.join(t('app.listComma')) : t('whatIf.changesNothing')}</span>;
}
