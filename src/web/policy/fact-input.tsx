import { Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../ui/field.tsx';
import { type Catalogue, type PageFact, useCatalogue } from './catalogue.ts';
import { type Labels, useLabels } from './labels.ts';
import { PeriodsInput } from './periods-input.tsx';

interface FactInputProps {
  readonly fact: PageFact;
  readonly value: string | boolean | undefined;
  readonly onChange: (value: string | boolean | undefined) => void;
  readonly control: Partial<ControlProps> & { readonly 'aria-label'?: string };
  /** Uses a shorter text for "not given" in a narrow cell. */
  readonly short?: boolean;
  /** Greyed out: shows the value that applies if nothing is given. */
  readonly disabled?: boolean;
  /** The meaning of a blank, if it is not the usual one. */
  readonly blank?: string;
}

/** The control for one fact; every fact can also be "not given". */
export function FactInput({ fact, value, onChange, control, short = false, disabled = false, blank }: FactInputProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const status = control['aria-invalid'] ? 'error' : '';
  if (fact.type === 'enum' || fact.type === 'boolean') {
    const options = optionsOf(fact, labels);
    return (
      <Select
        {...control}
        disabled={disabled}
        status={status}
        value={value === undefined || value === '' ? null : String(value)}
        placeholder={short ? t('unit.none') : (blank ?? absent(fact, t, labels))}
        allowClear={{ label: t('fields.clear') }}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(chosen: string | null | undefined) =>
          onChange(fact.type === 'boolean' && chosen ? chosen === 'true' : (chosen ?? undefined))
        }
      />
    );
  }
  if (fact.type === 'periods') {
    return <PeriodsInput fact={fact} value={typeof value === 'string' ? value : undefined} control={control} onChange={onChange} />;
  }
  const list = suggestions(fact.id, catalogue);
  return (
    <>
      <Input
        {...control}
        disabled={disabled}
        status={status}
        value={typeof value === 'string' ? value : ''}
        placeholder={short ? undefined : disabled ? absent(fact, t, labels) : (formatOf(fact, t) ?? blank)}
        inputMode={fact.type === 'money' || fact.type === 'decimal' ? 'decimal' : fact.type === 'integer' ? 'numeric' : undefined}
        autoComplete="off"
        list={list.length > 0 ? `list-${fact.id}` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {list.length > 0 && (
        <datalist id={`list-${fact.id}`}>
          {list.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}

function optionsOf(fact: PageFact, labels: Labels): { value: string; label: string }[] {
  const values = fact.type === 'enum' ? Object.keys(fact.values) : ['true', 'false'];
  return values.map((value) => ({ value, label: labels.value(fact.id, fact.type === 'boolean' ? value === 'true' : value) }));
}

function absent(fact: PageFact, t: TFunction, labels: Labels): string {
  if (fact.type === 'boolean' && fact.place) return t('fields.byPlace');
  const value = 'default' in fact ? fact.default : undefined;
  return value === undefined ? t('fields.unset') : t('fields.byDefault', { value: labels.value(fact.id, value) });
}

function formatOf(fact: PageFact, t: TFunction): string | undefined {
  switch (fact.type) {
    case 'month':
      return t('fields.monthFormat');
    case 'date':
      return t('fields.dateFormat');
    case 'money':
      return t('fields.moneyFormat');
    case 'integer':
    case 'decimal':
      return t('fields.integerFormat', { minimum: fact.minimum, maximum: fact.maximum });
    default:
      return undefined;
  }
}

/** The towns and villages that the policy names. */
function suggestions(id: string, catalogue: Catalogue): string[] {
  const places = Object.entries(catalogue.policy.document.places).flatMap(([place, { towns }]) => {
    const fact = catalogue.facts.get(place);
    const from = fact?.type === 'boolean' ? fact.place : undefined;
    if (from?.town === id) return towns.map(({ town }) => town);
    return from?.village === id ? towns.flatMap(({ villages = [] }) => villages) : [];
  });
  return [...new Set(places)];
}
