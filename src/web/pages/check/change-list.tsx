import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../features/person/state.ts';
import { pageFact, useCatalogue } from '../../policy/catalogue.ts';
import { monthlyFacts } from '../../policy/fact-groups.ts';
import { FactInput } from '../../policy/fact-input.tsx';
import { useLabels } from '../../policy/labels.ts';
import { Field, fieldId } from '../../ui/field.tsx';

interface ChangeListProps {
  readonly year: string;
  readonly changes: readonly Change[];
  readonly onChange: (changes: readonly Change[]) => void;
  readonly faults: ReadonlyMap<string, string>;
}

/** The changes during the year: from which month, and which facts. */
export function ChangeList({ year, changes, onChange, faults }: ChangeListProps) {
  const { t } = useTranslation();
  const replace = (changed: Change) => onChange(changes.map((change) => (change.key === changed.key ? changed : change)));
  const add = () => {
    const key = Math.max(0, ...changes.map((change) => change.key)) + 1;
    // Most changes come with the start of the school year.
    onChange([...changes, { key, from: /^\d{4}$/.test(year) ? `${year}-09` : '', named: [], values: {}, unknown: [] }]);
  };
  return (
    <fieldset className="changes">
      <legend>{t('check.changes')}</legend>
      <p className="hint">{t('check.changesHint')}</p>
      {changes.map((change, index) => (
        <ChangeCard
          key={change.key}
          change={change}
          index={index}
          faults={faults}
          onChange={replace}
          onRemove={() => onChange(changes.filter(({ key }) => key !== change.key))}
        />
      ))}
      <Button size="small" onClick={add}>
        {t('check.addChange')}
      </Button>
    </fieldset>
  );
}

interface ChangeCardProps {
  readonly change: Change;
  readonly index: number;
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (change: Change) => void;
  readonly onRemove: () => void;
}

function ChangeCard({ change, index, faults, onChange, onRemove }: ChangeCardProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const number = index + 1;
  const base = `/teacher/changes/${index}`;
  return (
    <fieldset className="facts change">
      <legend>{t('check.change', { number })}</legend>
      <Field id={fieldId(`${base}/from`)} label={t('check.changeFrom')} required fault={faults.get(`${base}/from`)}>
        {(control) => (
          <Input
            {...control}
            status={control['aria-invalid'] ? 'error' : ''}
            value={change.from}
            placeholder={t('fields.monthFormat')}
            autoComplete="off"
            onChange={({ target }) => onChange({ ...change, from: target.value })}
          />
        )}
      </Field>
      <div className="wide-field">
        <Field id={fieldId(`${base}/named`)} label={t('check.changeFacts')}>
          {({ id }) => (
            <Select
              id={id}
              mode="multiple"
              value={[...change.named]}
              placeholder={t('check.changeFactsHint')}
              optionFilterProp="label"
              options={monthlyFacts(catalogue).map(({ id: fact }) => ({ value: fact, label: labels.fact(fact) }))}
              onChange={(named: string[]) => onChange({ ...change, named })}
            />
          )}
        </Field>
      </div>
      {change.named.map((id) => {
        const pointer = `${base}/${id}`;
        const fact = pageFact(catalogue, id);
        const label = labels.fact(id);
        const isUnknown = change.unknown.includes(id);
        return (
          <Field key={id} id={fieldId(pointer)} label={labels.field(id)} fault={faults.get(pointer)}>
            {(control) => (
              <>
                <FactInput
                  fact={fact}
                  control={control}
                  disabled={isUnknown}
                  {...(!isUnknown && { blank: t('check.unchanged') })}
                  value={isUnknown ? undefined : change.values[id]}
                  onChange={(value) => onChange({ ...change, values: { ...change.values, [id]: value } })}
                />
                <Checkbox
                  aria-label={t('check.unknownFact', { fact: label })}
                  checked={isUnknown}
                  onChange={({ target }) => onChange({ ...change, unknown: withOrWithout(change.unknown, id, target.checked) })}
                >
                  {t('check.unknown')}
                </Checkbox>
              </>
            )}
          </Field>
        );
      })}
      <div className="wide">
        <Button size="small" type="text" danger onClick={onRemove}>
          {t('check.removeChange', { number })}
        </Button>
      </div>
    </fieldset>
  );
}

function withOrWithout(ids: readonly string[], id: string, wanted: boolean): string[] {
  return [...ids.filter((one) => one !== id), ...(wanted ? [id] : [])];
}
