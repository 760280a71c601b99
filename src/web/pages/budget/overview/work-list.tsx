import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { missingInputOf } from '../../../features/budget/missing-input.ts';
import { GoLink } from '../../../platform/route.tsx';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { missingInputText } from '../../../policy/missing-input-text.ts';
import { groupCount } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import type { Explored } from '../navigation/explored.ts';
import { type Place, placeAddress } from '../navigation/place.ts';
import { supplyFigure } from '../navigation/supply-figure.ts';

/** An input to supply before the budget is complete. */
interface Task {
  readonly kind: 'allowance' | 'envelope';
  /** The id of the allowance or the envelope. */
  readonly id: string;
  readonly title: string;
  readonly code: BudgetResult['missing'][number]['code'];
  readonly fact?: string | undefined;
  readonly parameter?: string | undefined;
  readonly reading?: string | undefined;
  /** `null` if it does not concern individual people. */
  readonly headcount: number | null;
}

/** The inputs to supply before the budget is complete, with headcounts; each entry links to the people, and a rate to its field. */
export function WorkList({ explored: { result, place } }: { explored: Explored }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const tasks = useTasks(result);
  const columns: Column<Task>[] = [
    {
      key: 'item',
      title: t('budget.item'),
      rowHeader: true,
      cell: ({ kind, id, title }) => (
        <ClauseLink kind={kind} id={id}>
          {title}
        </ClauseLink>
      ),
    },
    {
      key: 'what',
      title: t('budget.workWhat'),
      cell: (task) => missingInputText(task, labels, t),
    },
    {
      key: 'people',
      title: t('unit.peopleHeader'),
      numeric: true,
      cell: (task) => <Concerned task={task} place={place} />,
      sortBy: ({ headcount }) => headcount ?? -1,
    },
    { key: 'how', title: t('budget.workHow'), cell: (task) => <How task={task} /> },
  ];
  const count = (is: (task: Task) => boolean) => groupCount(tasks.filter(is).length);
  const readings = tasks.filter(({ code }) => code === 'reading');
  return (
    <section className="panel" aria-labelledby="budget-work">
      <h2 id="budget-work">{t('budget.work')}</h2>
      {tasks.length === 0 ? (
        <p className="hint">{t('budget.workNone')}</p>
      ) : (
        <>
          <p data-testid="work-summary">
            {t('explore.work.summary', {
              facts: count(({ fact }) => fact !== undefined),
              figures: count(({ parameter }) => parameter !== undefined),
              people: groupCount(result.incomplete),
            })}{' '}
            {readings.length > 0 && <>{t('explore.work.readings', { count: new Set(readings.map(({ reading }) => reading)).size })} </>}
            {result.incomplete > 0 && (
              <GoLink address={placeAddress({ ...place, list: { filter: { incomplete: true }, sort: undefined } })}>
                {t('explore.work.allPeople')}
              </GoLink>
            )}
          </p>
          <DataTable
            caption={t('budget.workNote')}
            columns={columns}
            rows={tasks}
            rowKey={({ id, code, fact, parameter, reading }) => JSON.stringify([id, code, fact, parameter, reading])}
          />
        </>
      )}
    </section>
  );
}

/** Missing inputs of people, then undetermined rates that concern nobody yet, then those of envelopes. */
function useTasks({ missing, awaited, envelopes }: BudgetResult): Task[] {
  const labels = useLabels();
  const { policy } = useCatalogue();
  const isMissing = (allowance: string, parameter: string) =>
    missing.some((one) => one.allowance === allowance && one.parameter === parameter);
  const ofItem = (allowance: string) => ({ kind: 'allowance' as const, id: allowance, title: labels.allowance(allowance) });
  return [
    ...missing.map(({ allowance, ...lack }) => ({ ...ofItem(allowance), ...lack })),
    ...awaited
      .filter(({ allowance, parameter }) => !isMissing(allowance, parameter))
      .map(({ allowance, parameter }) => ({ ...ofItem(allowance), code: 'no-figure' as const, parameter, headcount: 0 })),
    ...envelopes
      .filter(({ amount }) => amount === null)
      .map(({ id, title }) => ({
        kind: 'envelope' as const,
        id,
        title,
        code: 'no-figure' as const,
        parameter: policy.document.envelopes[id]?.parameter,
        headcount: null,
      })),
  ];
}

function Concerned({ task: { id, headcount, ...task }, place }: { task: Task; place: Place }) {
  const { t } = useTranslation();
  if (headcount === null) return <span className="hint">{t('explore.work.everybody')}</span>;
  if (headcount === 0) return <span className="hint">{t('explore.work.nobody')}</span>;
  const lack = missingInputOf({ ...task, allowance: id, headcount });
  return (
    <GoLink address={placeAddress({ ...place, list: { filter: { lack }, sort: undefined } })}>
      {t('unit.people', { count: groupCount(headcount) as never })}
    </GoLink>
  );
}

function How({ task: { code, fact, parameter, reading } }: { task: Task }) {
  const { t } = useTranslation();
  const labels = useLabels();
  if (code === 'open-period') return t('budget.workOpenHow');
  if (code === 'outside-employment') return t('budget.workOutsideHow', { fact: labels.fact(fact ?? '') });
  if (reading !== undefined)
    return (
      <ClauseLink kind="reading" id={reading}>
        {t('budget.workReadingHow')}
      </ClauseLink>
    );
  if (fact !== undefined || parameter === undefined) return t('budget.workFactHow');
  return (
    <button type="button" className="link" onClick={() => supplyFigure(parameter)}>
      {t('explore.work.supply', { parameter: labels.parameter(parameter) })}
    </button>
  );
}
