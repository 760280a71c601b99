import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type WithRoster, yearNote } from './roster-year.ts';

/** Says for which year a roster is computed and why, and changes it with one click. */
export function YearNoteLine({ state, onYear }: { state: WithRoster; onYear: (year: string) => void }) {
  const { t } = useTranslation();
  const note = yearNote(state, new Date().getFullYear());
  if (!note) return null;
  return (
    <div>
      {t(`budget.yearOf.${note.text}`, note.params)}
      {note.instead.map((year) => (
        <Button key={year} type="link" size="small" onClick={() => onYear(year)}>
          {t('budget.yearInstead', { year })}
        </Button>
      ))}
    </div>
  );
}
