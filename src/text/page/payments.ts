import type { Language } from '../../contract/wire/wording.ts';
import { explainRosterFault } from './roster.ts';

type Params = Readonly<Record<string, string | number | readonly string[]>>;
type Sentence = (params: Params) => string;

const list = (values: Params[string] | undefined, comma: string) => (Array.isArray(values) ? values.join(comma) : String(values ?? ''));

const quoted = (values: Params[string] | undefined) =>
  [values ?? []]
    .flat()
    .map((value) => `“${value}”`)
    .join('、');

/** Sentences that differ for a table of payments from those for a roster or a request, by field and code. */
const zh: Readonly<Record<string, Sentence>> = {
  'no-header': () => '找不到表头行：须有“工号”“项目”“月份”“金额”四列。',
  'no-rows': () => '表头下面没有内容：请填写后重新打开。',
  'teacherId missing-column': () => '缺少“工号”这一列：请在表头中加上。',
  'allowance missing-column': () => '缺少“项目”这一列：请在表头中加上。',
  'month missing-column': () => '缺少“月份”这一列：请在表头中加上。',
  'amount missing-column': () => '缺少“金额”这一列：请在表头中加上。',
  'teacherId unknown-value': () => '所选人员中没有这个工号：请核对工号，或先把此人加入名册。',
  'several-columns': ({ headers }) => `表中有${quoted(headers)}几列都可以作这一项：请只保留要用的一列，其余的删去或改名。`,
  'amount other-period': () => '列名写的是全年（或一段时期）的金额，不是每月一笔：请改成每月实发的金额，并写明月份。',
  'amount unit-doubtful': () => '按列名或标题写的单位换算，一笔超过一百万元，多半本来就是元：请核对这一格，或改正列名、标题中的单位。',
  'allowance unknown-value': ({ allowed }) => `没有这个项目，可填：${list(allowed, '、')}。`,
  'month out-of-range': ({ from, to }) => `不在所选时间内：须为 ${from} 至 ${to}。`,
};

const en: Readonly<Record<string, Sentence>> = {
  'no-header': () =>
    'No header row was found: it must name 工号 (staff number), 项目 (item), 月份 (month) and 金额 (amount), in either language.',
  'no-rows': () => 'There is nothing below the header: fill it in and open it again.',
  'teacherId missing-column': () => 'There is no column of staff numbers (工号): add one.',
  'allowance missing-column': () => 'There is no column of items (项目): add one.',
  'month missing-column': () => 'There is no column of months (月份): add one.',
  'amount missing-column': () => 'There is no column of amounts (金额): add one.',
  'teacherId unknown-value': () => 'Nobody among the people has this staff number: check it, or add the person to the roster.',
  'several-columns': ({ headers }) =>
    `Several columns could be this one: ${list(headers, ', ')}. Keep the one to be used; delete or rename the others.`,
  'amount other-period': () => 'The header says that the amounts are of a year or another time: give what was paid month by month.',
  'amount unit-doubtful': () =>
    'In the unit that the header or a title names, this is over a million, so it may be yuan: check it, or mend the unit in the header or title.',
  'allowance unknown-value': ({ allowed }) => `There is no such item; one of: ${list(allowed, ', ')}.`,
  'month out-of-range': ({ from, to }) => `Not among the chosen months: ${from} to ${to}.`,
};

const zhNotes: Readonly<Record<string, Sentence>> = {
  converted: ({ unit, from, to }) => `金额以${unit}为单位，已换算成元（如 ${from} 读作 ${to} 元）。请核对。`,
  'other-sheets': ({ sheet, names }) =>
    `只读了工作表“${list(sheet, '')}”；${quoted(names)}也是实发表，没有读，其中已发的不在内：请合到一张表里再打开。`,
  'other-amounts': ({ read, others }) => `实发金额取自${quoted(read)}列；${quoted(others)}没有读。`,
  unread: ({ columns }) => `没有读的列：${list(columns, '、')}。`,
  remarks: ({ column, texts, count }) =>
    `${quoted(column)}没有读，其中有 ${list(count, '')} 笔写了内容，如${quoted(texts)}：每笔都按已发计。没有发成、已退回的，请删去或另记一笔负数。`,
  'hidden-rows': ({ count }) => `有 ${list(count, '')} 行被隐藏或筛选掉，也已读入。`,
  'struck-rows': ({ count }) => `有 ${list(count, '')} 行的文字加了删除线，仍按已发计。不应计入的，请删去整行。`,
  comments: ({ count }) => `单元格上有 ${list(count, '')} 条批注，没有读，请看过。`,
  'total-differs': ({ total, sum }) => `表中的合计是 ${total} 元，读入的各笔相加是 ${sum} 元，请核对。`,
};

const enNotes: Readonly<Record<string, Sentence>> = {
  converted: ({ unit, from, to }) => `Amounts are in ${unit} and were converted to yuan (${from} became ${to}). Please check.`,
  'other-sheets': ({ sheet, names }) =>
    `Only the sheet “${list(sheet, '')}” was read; not read, though tables of payments as well: ${list(names, ', ')}. Put all payments on one sheet and open it again.`,
  'other-amounts': ({ read, others }) => `What was paid is taken from the column “${read}”; not read: ${list(others, ', ')}.`,
  unread: ({ columns }) => `Columns not read: ${list(columns, ', ')}.`,
  remarks: ({ column, texts, count }) =>
    `The column “${list(column, '')}” was not read; of ${list(count, '')} payments it says something, such as ${list(texts, ', ')}. Each counts as paid: delete those that were not, or add a negative one.`,
  'hidden-rows': ({ count }) => `Rows that are hidden or filtered out were read as well: ${list(count, '')}.`,
  'struck-rows': ({ count }) => `Rows with something struck out count as paid: ${list(count, '')}. Delete those that should not.`,
  comments: ({ count }) => `Notes on cells were not read: ${list(count, '')}. Please look at them.`,
  'total-differs': ({ total, sum }) => `The table ends with a total of ${total} yuan; what was read adds up to ${sum}. Please check.`,
};

const NOTES: Record<Language, Readonly<Record<string, Sentence>>> = { zh: zhNotes, en: enNotes };

const SENTENCES: Record<Language, Readonly<Record<string, Sentence>>> = { zh, en };

/**
 * The sentence of a fault of a table of payments: what is wrong and how to fix it.
 *
 * @param field the column concerned, if any
 * @param params of the fault; `allowed` by name
 */
export function explainPaymentFault(code: string, field: string | null, params: Params, language: Language): string {
  const sentences = SENTENCES[language];
  const own = sentences[`${field} ${code}`] ?? sentences[code];
  return own ? own(params) : explainRosterFault(code, params, language);
}

/** The sentence of a note about a table of payments that was read. @returns the code itself if there is no sentence for it */
export function explainPaymentNote(code: string, params: Params, language: Language): string {
  return NOTES[language][code]?.(params) ?? code;
}
