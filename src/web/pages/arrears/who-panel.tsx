import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import { faultsByPointer } from '../../platform/pointer.ts';
import { Link } from '../../platform/route.tsx';
import { groupCount } from '../../ui/amounts.ts';
import { Field, fieldId } from '../../ui/field.tsx';
import type { ArrearsState } from './state.ts';
import type { Candidates } from './use-candidates.ts';

interface WhoPanelProps {
  readonly state: ArrearsState;
  readonly onChange: (state: ArrearsState) => void;
  readonly people: Candidates;
  /** The year that is computed. */
  readonly year: string;
  readonly issues: readonly WireIssue[];
}

/** The choice of the months and the people of arrears. */
export function WhoPanel({ state, onChange, people: { roster, teacher }, year, issues }: WhoPanelProps) {
  const { t } = useTranslation();
  const faults = faultsByPointer(issues);
  return (
    <section className="panel" aria-labelledby="arrears-who">
      <h2 id="arrears-who">{t('arrears.who')}</h2>
      <div className="who">
        <div>
          <fieldset className="choice">
            <legend>{t('arrears.span')}</legend>
            <Radio.Group name="arrears-span" value={state.span} onChange={({ target }) => onChange({ ...state, span: target.value })}>
              <Radio value="year">{t('arrears.spans.year')}</Radio>
              <Radio value="months">{t('arrears.spans.months')}</Radio>
            </Radio.Group>
          </fieldset>
          <div className="span-fields">
            {(state.span === 'year' ? (['year'] as const) : (['from', 'to'] as const)).map((name) => (
              <SpanField
                key={name}
                name={name}
                value={name === 'year' ? year : state[name]}
                onChange={(text) =>
                  onChange(name === 'year' ? { ...state, now: { ...state.now, year: text } } : { ...state, [name]: text })
                }
                fault={faults.get(`/${name}`)}
              />
            ))}
          </div>
          {state.span === 'months' && <p className="hint">{t('arrears.monthsHint')}</p>}
        </div>
        <fieldset className="choice">
          <legend>{t('arrears.whose')}</legend>
          <Radio.Group
            vertical
            name="arrears-whose"
            value={state.whose}
            onChange={({ target }) => onChange({ ...state, whose: target.value })}
          >
            <Radio value="roster">
              {t('arrears.roster')}{' '}
              <span className="hint">
                {roster
                  ? t('arrears.rosterIs', { name: roster.name ?? t('budget.sampleName'), people: groupCount(roster.people) })
                  : t('arrears.noRoster')}
              </span>
            </Radio>
            <Radio value="teacher">
              {t('arrears.teacher')}{' '}
              <span className="hint">{teacher ? t('arrears.teacherIs', { id: String(teacher.id ?? '') }) : t('arrears.noTeacher')}</span>
            </Radio>
          </Radio.Group>
        </fieldset>
        <p className="who-links">
          <Link to="/budget">{t('arrears.toBudget')}</Link>
          <Link to="/check">{t('arrears.toCheck')}</Link>
        </p>
      </div>
    </section>
  );
}

interface SpanFieldProps {
  readonly name: 'year' | 'from' | 'to';
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly fault: string | undefined;
}

/** The year, or the first or the last month. */
function SpanField({ name, value, onChange, fault }: SpanFieldProps) {
  const { t } = useTranslation();
  return (
    <Field
      id={fieldId(`/${name}`, 'arrears')}
      label={name === 'year' ? t('fields.year') : t(`arrears.${name}Month`)}
      required
      fault={fault}
    >
      {(control) => (
        <Input
          {...control}
          status={fault === undefined ? '' : 'error'}
          value={value}
          placeholder={name === 'year' ? undefined : t('arrears.monthFormat')}
          inputMode={name === 'year' ? 'numeric' : 'text'}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
