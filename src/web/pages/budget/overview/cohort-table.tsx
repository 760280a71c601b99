import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { type Cohort, nextCohort } from '../../../features/budget/state.ts';
import { type Catalogue, type PageFact, pageFact, useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';
import { useKept } from '../../../policy/use-kept.ts';
import { CohortNotes } from './cohort-notes.tsx';
import { CohortRow } from './cohort-row.tsx';

/** The columns that nearly every budget needs, if the policy uses them; the stage decides the budget code. */
const USUAL = ['post', 'area', 'stage', 'commute', 'backboneLevel', 'assessment', 'masterLevel'];
/** A cohort is not an individual. */
const NOT_OF_A_GROUP = new Set(['id', 'name']);

/** The columns that are shown, the required ones among them, and those that can be added. */
function columnsOf({ policy, facts, used }: Catalogue): { usual: readonly string[]; further: readonly PageFact[] } {
  const needed = policy.document.requires.filter((id) => !USUAL.includes(id) && !NOT_OF_A_GROUP.has(id));
  const usual = [...needed, ...USUAL.filter((id) => used.has(id) || id === 'stage')];
  const further = [...facts.values()].filter(
    ({ id }) => !usual.includes(id) && !NOT_OF_A_GROUP.has(id) && (used.has(id) || id === 'school'),
  );
  return { usual, further };
}

interface CohortTableProps {
  readonly cohorts: readonly Cohort[];
  readonly failures: BudgetResult['failures'];
  readonly onChange: (cohorts: readonly Cohort[]) => void;
}

/** Cohorts, a row each. */
export function CohortTable({ cohorts, failures, onChange }: CohortTableProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const { usual, further } = columnsOf(catalogue);
  const [more, setMore] = useKept<readonly string[]>('cohort-columns', () => []);
  const facts = [...usual, ...more.filter((id) => catalogue.facts.has(id))].map((id) => pageFact(catalogue, id));
  const required = (id: string) => catalogue.policy.document.requires.includes(id);
  return (
    <div className="cohorts">
      <div className="table-frame">
        <table>
          <caption>{t('budget.cohortsHint')}</caption>
          <thead>
            <tr>
              <th scope="col">
                {t('budget.count')}
                <span className="required">{t('fields.required')}</span>
              </th>
              {facts.map(({ id }) => (
                <th key={id} scope="col">
                  {labels.field(id)}
                  {required(id) && <span className="required">{t('fields.required')}</span>}
                </th>
              ))}
              <th scope="col">{t('budget.cohortActions')}</th>
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort, index) => (
              <CohortRow
                key={cohort.key}
                cohort={cohort}
                row={index + 1}
                facts={facts}
                faults={failures.find((failure) => failure.cohort && failure.index === index)?.errors ?? []}
                onChange={(changed) => onChange(cohorts.map((one) => (one.key === changed.key ? changed : one)))}
                onRemove={() => onChange(cohorts.filter(({ key }) => key !== cohort.key))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <CohortNotes failures={failures} />
      <div className="buttons">
        <Button size="small" onClick={() => onChange([...cohorts, nextCohort(cohorts)])}>
          {t('budget.addCohort')}
        </Button>
        <label htmlFor="cohort-more">{t('budget.moreColumns')}</label>
        <Select
          id="cohort-more"
          className="more-columns"
          size="small"
          mode="multiple"
          value={[...more]}
          placeholder={t('budget.moreColumnsHint')}
          optionFilterProp="label"
          options={further.map(({ id }) => ({ value: id, label: labels.fact(id) }))}
          onChange={(chosen: string[]) => setMore(chosen)}
        />
      </div>
    </div>
  );
}
