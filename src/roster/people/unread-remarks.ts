import type { Dictionary } from '../../facts/dictionary.ts';
import { foldText, IGNORED } from '../cells/meaning.ts';
import type { RosterImport } from '../cells/roster-import.ts';
import type { Mapping } from '../columns/mapping.ts';
import type { Sheet } from '../sheet/sheet.ts';

/** Words saying that people may not be due every month, or may have left. */
const ABSENCE =
  /退休|内退|离岗|离职|离校|辞职|辞退|清退|开除|调出|调离|调走|外调|考走|停薪|停职|停发|不发|停课|待岗|待退|病假|病休|长病|产假|哺乳|休息|休养|请假|借调|外借|抽调|挂职|脱产|支教|去世|死亡|不上班|未到岗|不在岗/;
/** Headers of columns about that, about when somebody was there, and about the share of the money that is due. */
const ABSENCE_HEADER =
  /退休|离岗|离职|离校|辞职|调[出入离动]|停薪|停发|停止|在岗|在职|人员状态|^状态$|借调|挂职|病假|产假|休假|请假|缺勤|出勤|减员|异动|变动|来校|到校|任职时间|聘期|合同期|聘用.*(?:时间|期|起止)|起止|发放|是否.*发|享受|比例|系数|折算|月数|天数|^人数$|^\d{1,2}月份?$/;
/** Headers of columns in which people write whatever comes to mind. */
const REMARK_HEADER = /备注|说明|附注|摘要|情况$|^注$|remark|note/i;
/** What such columns usually say. */
const USUAL = /^(?:在岗|在职|在编|正常|是|无|否|√|✓|\/|[-—]+|12|100%|1)$/;
/** Just a name, possibly partly masked or in another script. */
const PLAIN_NAME = /^[\p{Script=Han}·•・.。*＊×○〇…\s]+$|^[\p{Letter}\p{Mark}·•・.'’\-\s]+$/u;
const NOBODY = /空缺|待定|待招|待聘|未定|临聘|招聘|暂缺|^缺$|同上|^退|退$|[([（【]退[)\]）】]/;
/** A part of a year, or a month from or until which something holds. */
const TIME_IN_HEADER = /\d{1,2}月(?:\d{1,2}日)?[起以止至前后]|截[至止]|上半年|下半年|[上下]学期|[春秋]季|[一二三四1-4]季度/;
const TEXTS_SHOWN = 3;

/**
 * Where something was said: in a column, beside names, by headers alone, in a line of its own, below all, or in the header of a column
 * that was read.
 */
export interface UnreadRemark {
  readonly code: 'telling' | 'remarks' | 'telling-names' | 'telling-columns' | 'section' | 'below' | 'header-time';
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/**
 * What a sheet says, outside the cells that are read, about people who may not be due all year. It changes no amount, so it must be noted.
 *
 * @param dictionary whose date facts may have a time in their header
 */
export function unreadRemarks(
  mapping: Mapping,
  { rows }: Sheet,
  { teachers }: Pick<RosterImport, 'teachers'>,
  dictionary: Dictionary,
): UnreadRemark[] {
  const below = rows.filter(({ number }) => number > mapping.bottom);
  const people = new Set(teachers.flatMap(({ row, changeRows = [] }) => [row, ...changeRows.map((one) => one.row)]));
  const ofPeople = below.filter(({ number }) => people.has(number));
  const cellsOf = (index: number) =>
    ofPeople.map(({ cells }) => (cells[index] ?? '').trim()).filter((cell) => cell !== '' && !cell.startsWith('#'));
  const notes: UnreadRemark[] = [];
  const silent: string[] = [];
  for (const { header, meaning, by, index, filled, refused } of mapping.columns) {
    if (filled === 0 || refused !== undefined) continue;
    if (meaning === 'name') notes.push(...quoted('telling-names', header, cellsOf(index).filter(isMoreThanName)));
    const isDated = dictionary.byId.get(meaning)?.type === 'date';
    if (meaning !== IGNORED && !isDated && TIME_IN_HEADER.test(foldText(header)))
      notes.push({ code: 'header-time', params: { column: header } });
    if (meaning !== IGNORED || by === 'chosen') continue;
    const isRemark = isRemarkHeader(header);
    const isAbout = isRemark || ABSENCE_HEADER.test(foldText(header));
    const said = cellsOf(index).filter((cell) => ABSENCE.test(cell) || (isAbout && !USUAL.test(cell) && (isRemark || !/\d/.test(cell))));
    if (said.length > 0) notes.push(...quoted(isRemark ? 'remarks' : 'telling', header, said));
    else if (isAbout && !isRemark) silent.push(header);
  }
  if (silent.length > 0) notes.push({ code: 'telling-columns', params: { columns: silent } });
  return [...notes, ...linesAlone(below, teachers)];
}

/** Whether people write into a column whatever comes to mind. */
export function isRemarkHeader(header: string): boolean {
  return REMARK_HEADER.test(header.split('/').at(-1) ?? '');
}

/** A name with something beside it, or the mark of a vacancy. */
function isMoreThanName(cell: string): boolean {
  if (NOBODY.test(cell) || ABSENCE.test(cell)) return true;
  return !PLAIN_NAME.test(cell) && /\d{1,4}[年.月]|[[【]|\d+人|等|[、/,，]/.test(cell);
}

/** A note that quotes cells, the clearest signs that somebody is not due first. */
function quoted(code: UnreadRemark['code'], column: string, said: readonly string[]): UnreadRemark[] {
  if (said.length === 0) return [];
  const texts = [...new Set(said.map(withoutNumbers))].toSorted((a, b) => Number(ABSENCE.test(b)) - Number(ABSENCE.test(a)));
  return [{ code, params: { column, texts: texts.slice(0, TEXTS_SHOWN), count: said.length } }];
}

/** Removes numbers as long as those of identity cards, accounts and telephones, which must not be shown. */
const withoutNumbers = (text: string): string => text.replace(/\d{11,}[Xx]?/g, '…');

/** Notes from lines of their own about the people below them, or above. */
function linesAlone(rows: Sheet['rows'], teachers: RosterImport['teachers']): UnreadRemark[] {
  const last = teachers.reduce((most, { row }) => Math.max(most, row), 0);
  const lines = rows.flatMap(({ number, cells }) => {
    const [text, ...others] = cells.filter((cell) => cell.trim() !== '');
    return text && others.length === 0 && ABSENCE.test(text) ? [{ number, text: withoutNumbers(text.trim()) }] : [];
  });
  const noteOf = (code: UnreadRemark['code'], texts: readonly string[]): UnreadRemark[] =>
    texts.length === 0 ? [] : [{ code, params: { texts: texts.slice(0, TEXTS_SHOWN), count: texts.length } }];
  return [
    ...noteOf(
      'section',
      lines.flatMap(({ number, text }) => (number < last ? [text] : [])),
    ),
    ...noteOf(
      'below',
      lines.flatMap(({ number, text }) => (number > last ? [text] : [])),
    ),
  ];
}
