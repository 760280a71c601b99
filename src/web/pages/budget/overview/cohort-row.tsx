import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../../contract/wire/wording.ts';
import type { Cohort } from '../../../features/budget/state.ts';
import { pointerSteps } from '../../../platform/pointer.ts';
import type { PageFact } from '../../../policy/catalogue.ts';
import { FactInput } from '../../../policy/fact-input.tsx';
import { useLabels } from '../../../policy/labels.ts';

interface CohortRowProps {
  readonly cohort: Cohort;
  /** 1-based. */
  readonly row: number;
  readonly facts: readonly PageFact[];
  readonly faults: readonly WireIssue[];
  readonly onChange: (cohort: Cohort) => void;
  readonly onRemove: () => void;
}

/** One cohort: its headcount, and the facts its people share. */
export function CohortRow({ cohort, row, facts, faults, onChange, onRemove }: CohortRowProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const wrong = new Set(faults.filter(({ code }) => code !== 'required').map(({ pointer }) => pointerSteps(pointer).at(-1)));
  const isWrong = (id: string) => wrong.has(id) || undefined;
  return (
    <tr>
      <td>
        <Input
          className="count"
          aria-label={t('budget.cohortCell', { row, field: t('budget.count') })}
          aria-invalid={isWrong('count')}
          status={isWrong('count') ? 'error' : ''}
          inputMode="numeric"
          autoComplete="off"
          value={cohort.count}
          onChange={({ target }) => onChange({ ...cohort, count: target.value })}
        />
      </td>
      {facts.map((fact) => (
        <td key={fact.id} className="control">
          <FactInput
            fact={fact}
            short
            control={{ 'aria-label': t('budget.cohortCell', { row, field: labels.fact(fact.id) }), 'aria-invalid': isWrong(fact.id) }}
            value={cohort.facts[fact.id]}
            onChange={(value) => onChange({ ...cohort, facts: { ...cohort.facts, [fact.id]: value } })}
          />
        </td>
      ))}
      <td>
        <Button size="small" type="text" danger aria-label={t('budget.removeCohort', { row })} onClick={onRemove}>
          {'\u00d7'}
        </Button>
      </td>
    </tr>
  );
}
