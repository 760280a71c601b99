import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { IGNORED } from '../../../../roster/cells/meaning.ts';
import type { RosterFault } from '../../../../roster/cells/roster-import.ts';
import { chooseMeaning } from '../../../../roster/columns/mapping.ts';
import type { RosterNote } from '../../../../roster/files/notes.ts';
import { explainRosterFault } from '../../../../text/page/roster.ts';
import { explainRosterNote, whereToSay } from '../../../../text/page/roster-notes.ts';
import { useLanguage } from '../../../platform/i18n/language.ts';
import type { LoadedRoster } from '../loaded-roster.ts';
import type { RosterLoader } from '../use-roster-loader.ts';
import { SkippedList } from './skipped-list.tsx';

/** These may leave out people or money, so they stand out; the others are listed below. */
const WEIGHTY: readonly RosterNote['code'][] = [
  'sheets-alike',
  'other-period',
  'other-period-read',
  'arrived',
  'left',
  'converted',
  'taken-as',
  'telling',
  'telling-names',
  'telling-columns',
  'section',
  'below',
  'remarks',
  'header-time',
  'ids-alike',
  'places-alike',
  'struck-rows',
  'comments',
  'away',
  'village-alone',
  'amounts-small',
  'amounts-large',
  'month-of-employment',
  'month-overruled',
];

/** Notes on a roster file that was read: the prominent ones first, then columns and rows that were not read. */
export function RosterNotes({ roster, loader }: { roster: LoadedRoster; loader: RosterLoader }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { faults, notes, unmapped, layout } = roster;
  const isOfSheet = ({ code }: RosterFault) => code === 'side-by-side' || code === 'other-header';
  const isWeighty = ({ code }: RosterNote) => WEIGHTY.includes(code);
  const where = whereToSay(
    notes.map(({ code }) => code),
    language,
  );
  const keyOf = ({ code, params }: RosterNote) => [code, params.column, params.text].join(' ');
  return (
    <>
      {faults.filter(isOfSheet).map((fault) => (
        <div className="notice roster-note" key={fault.code}>
          {explainRosterFault(fault.code, fault.params ?? {}, language)}
        </div>
      ))}
      {notes.filter(isWeighty).map((note) => (
        <div className="notice roster-note" key={keyOf(note)}>
          {explainRosterNote(note.code, note.params, language)}
          <LeaveColumn note={note} roster={roster} loader={loader} />
        </div>
      ))}
      {where !== null && <div className="notice roster-note">{where}</div>}
      {notes
        .filter((note) => !isWeighty(note))
        .map((note) => (
          <div className="hint" key={keyOf(note)}>
            {explainRosterNote(note.code, note.params, language)}
          </div>
        ))}
      {unmapped.length > 0 && <div className="hint">{t('budget.unmapped', { columns: unmapped.join(t('app.listComma')) })}</div>}
      {layout && <SkippedList skipped={layout.skipped} />}
    </>
  );
}

/** Undoes a doubtful meaning of a column. */
function LeaveColumn({ note: { code, params }, roster, loader }: { note: RosterNote; roster: LoadedRoster; loader: RosterLoader }) {
  const { t } = useTranslation();
  const { layout } = roster;
  if ((code !== 'arrived' && code !== 'left') || !layout?.mapping) return null;
  const { sheet, mapping } = layout;
  return (
    <Button
      size="small"
      disabled={loader.busy}
      onClick={() => void loader.reread(roster, { sheet, mapping: chooseMeaning(mapping, Number(params.index), IGNORED) })}
    >
      {t('import.leaveColumn', { column: String(params.column) })}
    </Button>
  );
}
