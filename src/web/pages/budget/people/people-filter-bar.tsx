import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AllowanceMissingInput } from '../../../../budget/people.ts';
import type { Moved, PeopleFilter } from '../../../../budget/select-people.ts';
import type { Placement } from '../../../../facts/placements.ts';
import { WAYS } from '../../../compute/protocol/people.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { Field } from '../../../ui/field.tsx';
import { usePartText } from '../navigation/part-text.ts';

interface PeopleFilterBarProps {
  readonly filter: PeopleFilter;
  readonly onFilter: (filter: PeopleFilter) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly schools: readonly (string | null)[];
  readonly lacks: readonly AllowanceMissingInput[];
  /** The ids of the scenarios of the budget. */
  readonly scenarios: readonly string[];
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Stands for an unknown fact, and for any missing input; no value has this name. */
const NOT_KNOWN = '\u0000';

/** Filters a list of people by every dimension, by missing input, and by a part of a name or number. */
export function PeopleFilterBar({ filter, onFilter, search, onSearch, schools, lacks, scenarios }: PeopleFilterBarProps) {
  const { t } = useTranslation();
  const text = usePartText();
  const { policy, facts } = useCatalogue();
  const { placed = {}, allowance, month, lack, incomplete, moved } = filter;
  const ways = scenarios.flatMap((scenario) => WAYS.map((way): Moved => ({ scenario, way })));
  const placedChoices = (placement: Placement): Choice[] => {
    const fact = facts.get(placement);
    const values = placement === 'school' ? schools : [...(fact?.type === 'enum' ? Object.keys(fact.values) : []), null];
    return values.map((value) => ({ value: value ?? NOT_KNOWN, label: text.group(placement, value) }));
  };
  const choosePlaced = (placement: Placement, value: string | undefined) =>
    onFilter({ ...filter, placed: { ...placed, [placement]: value === NOT_KNOWN ? null : value } });
  const chooseMissing = (value: string | undefined) =>
    onFilter({ ...filter, lack: lacks[Number(value)], incomplete: value === NOT_KNOWN || undefined });
  const placedValue = (placement: Placement) => {
    const value = placed[placement];
    return value === undefined ? undefined : String(value ?? NOT_KNOWN);
  };
  const monthNames = t('unit.monthNames', { returnObjects: true });
  return (
    <search className="people-filter">
      <Field id="people-search" label={t('explore.people.search')}>
        {(control) => <Input {...control} value={search} allowClear autoComplete="off" onChange={({ target }) => onSearch(target.value)} />}
      </Field>
      {(['school', 'stage', 'area', 'post'] as const).map((placement) => (
        <Chooser
          key={placement}
          id={`people-${placement}`}
          label={t(`explore.names.${placement}`)}
          choices={placedChoices(placement)}
          value={placedValue(placement)}
          onChange={(value) => choosePlaced(placement, value)}
        />
      ))}
      <Chooser
        id="people-item"
        label={t('explore.names.allowance')}
        choices={Object.keys(policy.document.allowances).map((id) => ({ value: id, label: text.group('allowance', id) }))}
        value={allowance}
        onChange={(value) => onFilter({ ...filter, allowance: value })}
      />
      <Chooser
        id="people-month"
        label={t('explore.names.month')}
        choices={monthNames.map((label, at) => ({ value: String(at), label }))}
        value={month === undefined ? undefined : String(month)}
        onChange={(value) => onFilter({ ...filter, month: value === undefined ? undefined : Number(value) })}
      />
      <Chooser
        id="people-lack"
        label={t('explore.people.lack')}
        choices={[
          { value: NOT_KNOWN, label: t('explore.people.anyLack') },
          ...lacks.map((one, at) => ({ value: String(at), label: text.lack(one) })),
        ]}
        value={lack ? String(lacks.findIndex((one) => JSON.stringify(one) === JSON.stringify(lack))) : incomplete ? NOT_KNOWN : undefined}
        onChange={chooseMissing}
      />
      {ways.length > 0 && (
        <Chooser
          id="people-moved"
          label={t('whatIf.title')}
          choices={ways.map((one) => ({ value: JSON.stringify(one), label: text.moved(one) }))}
          value={moved && JSON.stringify({ scenario: moved.scenario, way: moved.way })}
          onChange={(value) => onFilter({ ...filter, moved: value === undefined ? undefined : (JSON.parse(value) as Moved) })}
        />
      )}
    </search>
  );
}

interface ChooserProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Chooser({ id, label, choices, value, onChange }: ChooserProps) {
  const { t } = useTranslation();
  return (
    <Field id={id} label={label}>
      {(control) => (
        <Select
          {...control}
          value={value ?? null}
          placeholder={t('explore.people.anything')}
          allowClear={{ label: t('fields.clear') }}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...choices]}
          popupMatchSelectWidth={false}
          onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
        />
      )}
    </Field>
  );
}
