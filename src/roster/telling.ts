import type { Mapping } from './mapping.ts';
import { IGNORED } from './meaning.ts';
import type { RosterReading } from './reading.ts';
import type { Sheet } from './sheet.ts';

/** What says of people that they may not be due all months, or not be there at all. */
const TELLING =
  /退休|内退|离岗|离职|离校|辞职|辞退|开除|调出|调离|调走|外调|考走|停薪|停职|停发|停课|待岗|待退|病假|病休|长病|产假|哺乳|休息|休养|请假|借调|外借|抽调|挂职|脱产|支教|去世|死亡|不上班|未到岗|不在岗/;
/** Headers of columns about that, and about when somebody was there. */
const TELLING_HEADER =
  /退休|离岗|离职|离校|辞职|调[出入离动]|停薪|在岗|在职|人员状态|^状态$|借调|挂职|病假|产假|休假|请假|缺勤|出勤|减员|异动|变动|来校|到校|任职时间|聘期|合同期|^\d{1,2}月份?$/;
/** What such a column says of everybody else. */
const USUAL = /^(?:在岗|在职|在编|正常|是|无|否|√|✓|\/|[-—]+)$/;
const TEXTS_SHOWN = 3;

/** Where something was said: in a column, beside names, by headers alone, or in a line of its own. */
export interface TellingNote {
  readonly code: 'telling' | 'telling-names' | 'telling-columns' | 'section';
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/**
 * What a sheet says outside the columns that are read of people who may not be due all year: in columns that are not read, beside a name, or in a
 * line above some of them. None of it changes an amount, so it is told.
 */
export function tellingNotes(mapping: Mapping, { rows }: Sheet, { teachers }: Pick<RosterReading, 'teachers'>): TellingNote[] {
  const below = rows.filter(({ number }) => number > mapping.bottom);
  const cellsOf = (index: number) => below.map(({ cells }) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');
  const notes: TellingNote[] = [];
  const silent: string[] = [];
  for (const { header, meaning, by, index, filled, refused } of mapping.columns) {
    const isIgnored = meaning === IGNORED && by !== 'chosen' && refused === undefined;
    if (filled === 0 || !(isIgnored || meaning === 'name')) continue;
    const isAbout = isIgnored && TELLING_HEADER.test(header);
    const said = cellsOf(index).filter((cell) => TELLING.test(cell) || (isAbout && !USUAL.test(cell) && !/\d/.test(cell)));
    if (said.length > 0) {
      const params = { column: header, texts: [...new Set(said)].slice(0, TEXTS_SHOWN), count: said.length };
      notes.push({ code: meaning === 'name' ? 'telling-names' : 'telling', params });
    } else if (isAbout) silent.push(header);
  }
  if (silent.length > 0) notes.push({ code: 'telling-columns', params: { columns: silent } });
  return [...notes, ...sectionsAbove(below, teachers)];
}

/** Lines that stand alone among the people and say something of those below them. */
function sectionsAbove(rows: Sheet['rows'], teachers: RosterReading['teachers']): TellingNote[] {
  const last = Math.max(0, ...teachers.map(({ row }) => row));
  const lines = rows.flatMap(({ number, cells }) => {
    const [text, ...others] = cells.filter((cell) => cell.trim() !== '');
    return text && others.length === 0 && number < last && TELLING.test(text) ? [text.trim()] : [];
  });
  return lines.length === 0 ? [] : [{ code: 'section', params: { texts: lines.slice(0, TEXTS_SHOWN), count: lines.length } }];
}
