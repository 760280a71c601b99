import { Input } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { blankInputs, CHECK_INPUTS, type CheckInput, type TypedChecks } from '../../../features/budget/check-inputs.ts';
import { pointerStep } from '../../../platform/pointer.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { groupCount, groupDigits } from '../../../ui/amounts.ts';
import { Field, fieldId, focusField } from '../../../ui/field.tsx';

type Check = BudgetResult['checks'][number];

interface CheckSectionProps {
  readonly result: BudgetResult;
  readonly typed: TypedChecks;
  readonly onChange: (typed: TypedChecks) => void;
  /** The faults of the request by pointer. */
  readonly faults: ReadonlyMap<string, string>;
}

/** The document's promises about averages and totals: their inputs, whether they are kept, and the shortfall. */
export function CheckSection({ result, typed, onChange, faults }: CheckSectionProps) {
  const { t } = useTranslation();
  if (result.checks.length === 0) return null;
  return (
    <section className="panel checks" aria-labelledby="budget-checks">
      <h2 id="budget-checks">{t('checks.title')}</h2>
      <p className="hint">{t('checks.hint')}</p>
      {result.checks.map((check) => (
        <CheckCard
          key={check.id}
          check={check}
          headcount={result.headcount}
          typed={typed[check.id] ?? {}}
          onChange={(inputs) => onChange({ ...typed, [check.id]: inputs })}
          faults={faults}
        />
      ))}
    </section>
  );
}

interface CheckCardProps {
  readonly check: Check;
  /** The headcount of the budget, whose people may differ from those that the check is about. */
  readonly headcount: number;
  readonly typed: TypedChecks[string];
  readonly onChange: (inputs: TypedChecks[string]) => void;
  readonly faults: ReadonlyMap<string, string>;
}

function CheckCard({ check, headcount, typed, onChange, faults }: CheckCardProps) {
  const { t } = useTranslation();
  const pointerOf = (input: CheckInput) => `/checks/${pointerStep(check.id)}/${input}`;
  const isFaulty = CHECK_INPUTS[check.kind].some((input) => faults.has(pointerOf(input)));
  return (
    <article aria-label={check.title}>
      <h3>
        <ClauseLink kind="check" id={check.id}>
          {check.title}
        </ClauseLink>
      </h3>
      <div className="rates">
        {CHECK_INPUTS[check.kind].map((input) => (
          <Field
            key={input}
            id={fieldId(pointerOf(input), 'budget')}
            label={t(`checks.inputs.${input}`)}
            fault={faults.get(pointerOf(input))}
            hint={input === 'headcount' ? t('checks.counted', { people: groupCount(headcount) }) : undefined}
          >
            {(control) => (
              <Input
                {...control}
                status={control['aria-invalid'] ? 'error' : ''}
                value={typed[input] ?? ''}
                placeholder={input === 'headcount' ? undefined : t('checks.format')}
                inputMode={input === 'headcount' ? 'numeric' : 'decimal'}
                autoComplete="off"
                onChange={({ target }) => onChange({ ...typed, [input]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <p role="status" className="check-outcome">
        {!isFaulty && <Outcome check={check} blank={blankInputs(check.kind, typed)} />}
      </p>
    </article>
  );
}

const BADGES = { met: 'badge good', 'not-met': 'badge warn', awaited: 'badge warn', 'not-given': 'badge' } as const;

const SENTENCES = {
  'pay-parity': { met: 'checks.parityMet', 'not-met': 'checks.parityGap' },
  'multiple-of-line': { met: 'checks.multipleMet', 'not-met': 'checks.multipleGap' },
} as const;

/** Whether the promise is kept, and the shortfall; or the inputs still needed. */
function Outcome({ check, blank }: { check: Check; blank: readonly CheckInput[] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { kind, parameter = '', gap = '0', target = '0', cost = '0' } = check;
  // While an input is blank, the result still belongs to an earlier request, or there is none.
  const status = blank.length > 0 ? 'not-given' : check.status;
  return (
    <>
      <span className={BADGES[status]}>{t(`checks.statuses.${status}`)}</span>{' '}
      {blank.length > 0 && t('checks.needs', { fields: blank.map((input) => t(`checks.inputs.${input}`)).join(t('app.listComma')) })}
      {status === 'awaited' && (
        <>
          {t('checks.awaited', { parameter: labels.parameter(parameter) })}{' '}
          <button type="button" className="link" onClick={() => focusField(fieldId(`/parameters/${pointerStep(parameter)}`, 'budget'))}>
            {t('check.goTo')}
          </button>
        </>
      )}
      {(status === 'met' || status === 'not-met') && (
        <Trans
          i18nKey={SENTENCES[kind][status]}
          values={{ gap: groupDigits(gap), target: groupDigits(target) }}
          components={{ cost: <strong className="amount">{t('unit.amount', { amount: groupDigits(cost) })}</strong> }}
        />
      )}
    </>
  );
}
