import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../ui/field.tsx';
import type { PageFact } from './catalogue.ts';
import { draftsOf, type PeriodDraft, writeDrafts } from './fact-values.ts';
import { useLabels } from './labels.ts';

interface PeriodsInputProps {
  readonly fact: Extract<PageFact, { type: 'periods' }>;
  /** As {@link writeDrafts} writes it. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly control: Partial<ControlProps>;
}

/** The control for a list of periods: a row for each, with its kind where there are kinds, its first and its last day. */
export function PeriodsInput({ fact, value, onChange, control: { id, 'aria-invalid': isWrong } }: PeriodsInputProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const name = labels.fact(fact.id);
  const drafts = draftsOf(value);
  const kinds = Object.keys(fact.kinds ?? {});
  const add = () => onChange(writeDrafts([...drafts, { kind: kinds.length === 1 ? (kinds[0] as string) : '', from: '', to: '' }]));
  return (
    <div className="periods">
      {drafts.map((draft, at) => {
        const change = (changed: Partial<PeriodDraft>) => onChange(writeDrafts(drafts.with(at, { ...draft, ...changed })));
        const part = (key: keyof PeriodDraft) => ({ ...(id !== undefined && { id: `${id}.${at}.${key}` }) });
        const day = (key: 'from' | 'to', label: string, blank: string) => (
          <Input
            {...part(key)}
            aria-label={label}
            status={isWrong ? 'error' : ''}
            value={draft[key]}
            placeholder={blank}
            autoComplete="off"
            onChange={({ target }) => change({ [key]: target.value })}
          />
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: periods have no names, and a row is what stands in its place
          <fieldset key={at} className="period" aria-label={t('fields.periodsOf', { fact: name, number: at + 1 })}>
            {kinds.length > 0 && (
              <Select
                {...part('kind')}
                aria-label={t('fields.periodWhat')}
                status={isWrong && draft.kind === '' ? 'error' : ''}
                value={draft.kind === '' ? null : draft.kind}
                placeholder={t('fields.periodWhat')}
                options={kinds.map((kind) => ({ value: kind, label: labels.value(fact.id, kind) }))}
                popupMatchSelectWidth={false}
                onChange={(kind: string) => change({ kind })}
              />
            )}
            {day('from', t('fields.periodFrom'), t('fields.dateFormat'))}
            {day('to', t('fields.periodTo'), t('fields.periodGoesOn'))}
            <Button
              type="text"
              danger
              size="small"
              aria-label={t('fields.removePeriod', { number: at + 1 })}
              onClick={() => onChange(writeDrafts(drafts.toSpliced(at, 1)))}
            >
              ×
            </Button>
          </fieldset>
        );
      })}
      <Button {...(id !== undefined && { id })} size="small" onClick={add}>
        {t('fields.addPeriod', { fact: name })}
      </Button>
    </div>
  );
}
