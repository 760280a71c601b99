import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TypedOutlook } from '../../../features/budget/outlook.ts';
import { pointerStep } from '../../../platform/pointer.ts';
import { pageFact, useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';
import { Field, fieldId } from '../../../ui/field.tsx';

interface OutlookFormProps {
  readonly typed: TypedOutlook;
  readonly onChange: (typed: TypedOutlook) => void;
  readonly faults: ReadonlyMap<string, string>;
}

/** The yearly growth of headcount and rates; single stages and rates only where they differ. */
export function OutlookForm({ typed, onChange, faults }: OutlookFormProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const stage = pageFact(catalogue, 'stage');
  const stages = stage.type === 'enum' ? Object.keys(stage.values) : [];
  const { parameters } = catalogue.policy.document;
  const rates = Object.keys(parameters).filter((id) => parameters[id]?.unit === 'yuan');
  const field = (name: string, label: string, value: string, change: (text: string) => void, usual = '0') => (
    <Growth key={name} pointer={`/projection/${name}`} {...{ label, value, usual, faults }} onChange={change} />
  );
  const count = (growths: Readonly<Record<string, string>>) => Object.values(growths).filter((text) => text.trim() !== '').length;
  return (
    <div className="outlook-form">
      <div>
        {field('headcountGrowth', t('whatIf.outlook.headcount'), typed.headcount, (headcount) => onChange({ ...typed, headcount }))}
        <details>
          <summary>
            {t('whatIf.outlook.byStage')}
            {count(typed.byStage) > 0 && <span className="count">{t('parameters.changed', { count: count(typed.byStage) })}</span>}
          </summary>
          <div className="rates">
            {stages.map((id) =>
              field(
                `headcountGrowthByStage/${id}`,
                labels.value('stage', id),
                typed.byStage[id] ?? '',
                (text) => onChange({ ...typed, byStage: { ...typed.byStage, [id]: text } }),
                typed.headcount,
              ),
            )}
          </div>
        </details>
      </div>
      <div>
        {field('rateGrowth', t('whatIf.outlook.rate'), typed.rate, (rate) => onChange({ ...typed, rate }))}
        <details>
          <summary>
            {t('whatIf.outlook.byParameter')}
            {count(typed.byParameter) > 0 && <span className="count">{t('parameters.changed', { count: count(typed.byParameter) })}</span>}
          </summary>
          <div className="rates">
            {rates.map((id) =>
              field(
                `rateGrowthByParameter/${pointerStep(id)}`,
                labels.parameter(id),
                typed.byParameter[id] ?? '',
                (text) => onChange({ ...typed, byParameter: { ...typed.byParameter, [id]: text } }),
                typed.rate,
              ),
            )}
          </div>
        </details>
      </div>
    </div>
  );
}

interface GrowthProps {
  readonly pointer: string;
  readonly label: string;
  readonly value: string;
  /** What applies if nothing is typed. */
  readonly usual: string;
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (text: string) => void;
}

function Growth({ pointer, label, value, usual, faults, onChange }: GrowthProps) {
  const { t } = useTranslation();
  return (
    <Field id={fieldId(pointer, 'outlook')} label={label} fault={faults.get(pointer)}>
      {(control) => (
        <Input
          {...control}
          status={control['aria-invalid'] ? 'error' : ''}
          value={value}
          placeholder={usual.trim() || '0'}
          suffix={t('whatIf.outlook.unit')}
          inputMode="decimal"
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
