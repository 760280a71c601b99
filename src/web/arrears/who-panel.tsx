import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../contract/wording.ts';
import { groupCount } from '../shell/amounts.ts';
import { Field, fieldId } from '../shell/field.tsx';
import { faultsByPointer } from '../shell/pointer.ts';
import { Link } from '../shell/route.tsx';
import type { ArrearsState } from './state.ts';
import type { Whose } from './use-whose.ts';

interface WhoPanelProps {
  readonly state: ArrearsState;
  readonly onChange: (state: ArrearsState) => void;
  readonly people: Whose;
  readonly issues: readonly WireIssue[];
}

/** The year, and whose arrears. */
export function WhoPanel({ state, onChange, people: { roster, teacher }, issues }: WhoPanelProps) {
  const { t } = useTranslation();
  const fault = faultsByPointer(issues).get('/year');
  return (
    <section className="panel" aria-labelledby="arrears-who">
      <h2 id="arrears-who">{t('arrears.who')}</h2>
      <div className="who">
        <Field id={fieldId('/year', 'arrears')} label={t('fields.year')} required fault={fault}>
          {(control) => (
            <Input
              {...control}
              status={fault === undefined ? '' : 'error'}
              value={state.year}
              inputMode="numeric"
              autoComplete="off"
              onChange={({ target }) => onChange({ ...state, year: target.value })}
            />
          )}
        </Field>
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
