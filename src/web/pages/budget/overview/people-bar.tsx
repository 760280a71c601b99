import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BudgetState } from '../../../features/budget/state.ts';
import { RosterNotes } from '../../../features/roster/import/roster-notes.tsx';
import { rosterKey } from '../../../features/roster/keep-roster.ts';
import { LoaderState } from '../../../features/roster/loader-state.tsx';
import { withRoster } from '../../../features/roster/roster-year.ts';
import type { RosterLoader } from '../../../features/roster/use-roster-loader.ts';
import { YearNoteLine } from '../../../features/roster/year-note.tsx';
import { keep } from '../../../platform/storage/keep.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { groupCount } from '../../../ui/amounts.ts';
import { Field, fieldId } from '../../../ui/field.tsx';
import { FileButton, ROSTERS } from '../../../ui/file-button.tsx';

interface PeopleBarProps {
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
  readonly loader: RosterLoader;
  readonly onType: () => void;
  /** The fault of the year. */
  readonly fault: string | undefined;
}

/** The year, the roster in use, and the ways to load another. */
export function PeopleBar({ state, onChange, loader, onType, fault }: PeopleBarProps) {
  const { t } = useTranslation();
  const { roster, cohorts, year } = state;
  const { policy } = useCatalogue();
  const remove = () => {
    keep(rosterKey(policy.key), undefined);
    onChange(withRoster(state, null, new Date().getFullYear()));
  };
  return (
    <div className="people-bar">
      <Field id={fieldId('/year', 'budget')} label={t('fields.year')} required fault={fault}>
        {(control) => (
          <Input
            {...control}
            status={fault === undefined ? '' : 'error'}
            value={year}
            inputMode="numeric"
            autoComplete="off"
            onChange={({ target }) => onChange({ ...state, year: target.value })}
          />
        )}
      </Field>
      <div className="people-now" role="status">
        {roster && (
          <>
            <strong>{t('budget.rosterRead', { name: roster.name ?? t('budget.sampleName'), people: groupCount(roster.people) })}</strong>
            <YearNoteLine state={state} onYear={(chosen) => onChange({ ...state, year: chosen })} />
            {roster.lost && <div className="fault">{t('budget.rosterLost', { people: groupCount(roster.lost.people) })}</div>}
            {roster.faults.length > 0 && <div className="fault">{t('budget.rosterFaults', { count: roster.faults.length })}</div>}
            <RosterNotes roster={roster} loader={loader} />
          </>
        )}
        <LoaderState loader={loader} />
      </div>
      <div className="buttons">
        {!roster && (
          <Button size="small" disabled={loader.busy} onClick={() => void loader.loadSample()}>
            {t('budget.sample')}
          </Button>
        )}
        <FileButton
          accept={ROSTERS}
          size="small"
          label={t(roster ? 'budget.otherFile' : 'budget.own')}
          disabled={loader.busy}
          onFile={(file) => void loader.loadFile(file)}
        />
        {roster && (
          <Button size="small" onClick={remove}>
            {t('budget.removeRoster')}
          </Button>
        )}
        {cohorts === null && (
          <Button size="small" onClick={onType}>
            {t('budget.type')}
          </Button>
        )}
      </div>
    </div>
  );
}
