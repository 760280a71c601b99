import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Supposition } from '../../../contract/teacher/what-if.ts';
import { useComputed } from '../../compute/client/use-computed.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { pageFact, useCatalogue } from '../../policy/catalogue.ts';
import { factsByGroup } from '../../policy/fact-groups.ts';
import { FactInput } from '../../policy/fact-input.tsx';
import { wireFacts } from '../../policy/fact-values.ts';
import { useLabels } from '../../policy/labels.ts';
import { Field } from '../../ui/field.tsx';
import { SupposedResult } from './supposed-result.tsx';

interface SupposingProps {
  readonly year: number;
  /** The request in which something is supposed to be different. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly onTake: (supposition: Supposition) => void;
}

interface Supposed {
  readonly fact: string;
  readonly value: string | boolean | undefined;
  readonly from: string;
}

/** What would change if one fact were different from a month on. */
export function Supposing({ year, body, onTake }: SupposingProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const language = useLanguage();
  const facts = [...factsByGroup(catalogue)].flatMap(([group, list]) => (group === 'who' ? [] : list));
  const usual = facts.find(({ id }) => id === 'assessment') ?? facts[0];
  const [supposed, setSupposed] = useState<Supposed>({ fact: usual?.id ?? '', value: firstValue(usual), from: `${year}-09` });
  const fact = pageFact(catalogue, supposed.fact);
  const from = fact.monthly ? supposed.from.normalize('NFKC').trim() : '';
  const value = wireFacts({ [fact.id]: supposed.value }, catalogue)[fact.id];
  const supposition: Supposition = { fact: fact.id, value, from: from === '' ? null : from };
  const { answer } = useComputed('whatIf', value === undefined ? null : { policy: catalogue.policy.key, language, body, supposition });
  const issues = answer && !answer.ok ? answer.issues : [];
  const faultOf = (name: string) => issues.find(({ pointer }) => pointer.endsWith(`/${name}`))?.message;
  return (
    <details className="fold supposing">
      <summary>{t('person.whatIf')}</summary>
      <p className="hint">{t('person.whatIfHint')}</p>
      <div className="facts">
        <Field id="suppose-fact" label={t('person.whatIfFact')}>
          {(control) => (
            <Select
              {...control}
              value={fact.id}
              showSearch={{ optionFilterProp: 'label' }}
              options={facts.map(({ id }) => ({ value: id, label: labels.fact(id) }))}
              popupMatchSelectWidth={false}
              onChange={(id: string) => setSupposed({ ...supposed, fact: id, value: firstValue(pageFact(catalogue, id)) })}
            />
          )}
        </Field>
        <Field id="suppose-value" label={t('person.whatIfValue')} fault={faultOf(fact.id)}>
          {(control) => (
            <FactInput
              fact={fact}
              control={control}
              value={supposed.value}
              blank={t('fields.unset')}
              onChange={(typed) => setSupposed({ ...supposed, value: typed })}
            />
          )}
        </Field>
        {fact.monthly && (
          <Field id="suppose-from" label={t('person.whatIfFrom')} fault={faultOf('from')}>
            {(control) => (
              <Input
                {...control}
                status={control['aria-invalid'] ? 'error' : ''}
                value={supposed.from}
                placeholder={t('person.whatIfStart')}
                autoComplete="off"
                onChange={({ target }) => setSupposed({ ...supposed, from: target.value })}
              />
            )}
          </Field>
        )}
      </div>
      <div role="status">
        {answer?.ok && (
          <SupposedResult whatIf={answer.result}>
            <Button size="small" onClick={() => onTake(answer.result.supposition)}>
              {t('person.take')}
            </Button>
          </SupposedResult>
        )}
      </div>
    </details>
  );
}

/** The value people most often ask about: the first one that makes a difference. */
function firstValue(fact: ReturnType<typeof pageFact> | undefined): string | boolean | undefined {
  if (fact?.type === 'boolean') return true;
  if (fact?.type !== 'enum') return undefined;
  return Object.keys(fact.values).find((value) => value !== fact.default);
}
