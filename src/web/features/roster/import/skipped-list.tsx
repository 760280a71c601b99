import { useTranslation } from 'react-i18next';
import { SKIP_REASONS, type SkippedRows } from '../../../../roster/cells/roster-import.ts';

/** The most places that are listed; beyond that only their number is given. */
const MOST_NAMED = 12;

/** The rows that were not taken for people, and why. */
export function SkippedList({ skipped }: { skipped: readonly SkippedRows[] }) {
  const { t } = useTranslation();
  const shown = SKIP_REASONS.map((reason) => ({ reason, places: skipped.filter((one) => one.reason === reason) })).filter(
    ({ places }) => places.length > 0,
  );
  if (shown.length === 0) return null;
  const place = ({ first, last }: SkippedRows) => (first === last ? String(first) : t('import.rowRange', { first, last }));
  const named = (places: readonly SkippedRows[]) => {
    const list = places.slice(0, MOST_NAMED).map(place).join(t('app.listComma'));
    return places.length > MOST_NAMED ? t('import.andMore', { list, count: places.length - MOST_NAMED }) : list;
  };
  return (
    <div className="hint">
      {t('import.skipped')}
      {shown.map(({ reason, places }) => t(`import.skippedAs.${reason}`, { rows: named(places) })).join(t('app.semicolon'))}
      {t('app.sentenceEnd')}
    </div>
  );
}
