import type { Language } from '../../contract/wire/wording.ts';
import { ISSUE_CODES, type IssueCode } from '../../facts/issue-codes.ts';
import { WORDINGS } from '../issues.ts';

type Params = Readonly<Record<string, string | number | readonly string[]>>;
type Sentence = (params: Params) => string;

const join = (values: Params[string] | undefined, comma: string) => (Array.isArray(values) ? values.join(comma) : String(values ?? ''));

/** Blocks of columns, each with how many people are in it. */
const blocks = (
  columns: Params[string] | undefined,
  people: Params[string] | undefined,
  say: (range: string, count: string) => string,
  comma: string,
) => {
  const counts = Array.isArray(people) ? people : [];
  return (Array.isArray(columns) ? columns : []).map((range: string, at: number) => say(range, counts[at] ?? '')).join(comma);
};

/** Faults that only a sheet has, and those that are fixed differently in a sheet. */
const zh: Record<string, Sentence> = {
  'no-header': () => '找不到表头行：表头须有“工号”“用人形式”“城乡”等列名。',
  'missing-column': () => '缺少“工号”这一列：请在表头中加上，每人一个编号。',
  'duplicate-column': ({ otherCell }) => `这一列与 ${otherCell} 的列含义相同：请只保留一列。`,
  'malformed-csv': () => '引号没有成对：请检查这一行的双引号，或重新另存为 CSV。',
  'extra-cells': () => '这一行的单元格比表头多，内容可能错位：请检查多余的逗号。',
  'no-such-person': () => '这一行填了“变动起始月”，但没有此人原来情况的那一行（变动起始月留空）：请补上，或核对工号。',
  'not-monthly': () => '这一项在年内不能变动：请在人员的首行填写。',
  'duplicate-id': ({ rows }) => `工号重复：与第 ${join(rows, '、')} 行相同，这几行都没有计入，请核对。`,
  'duplicate-identity': ({ rows }) => `身份证号重复：与第 ${join(rows, '、')} 行相同，这几行都没有计入，请核对是否同一人。`,
  'identity-differs': () => '身份证号与此人首行的不同：请核对。',
  'invalid-identity': () => '身份证号不对：位数、出生日期或校验码有误，请对照证件核对。',
  'identity-as-id': () => '这是身份证号，不能当工号：请另用工号，或改用行号作编号。',
  'other-header': ({ row, at }) =>
    `第 ${at} 行又是表头，各列的顺序与第 ${row} 行的不同，照第 ${row} 行读会读错：请把下面的表改成同样的列序，或另放一个工作表。`,
  'side-by-side': ({ columns, people }) =>
    `表中并排有 ${Array.isArray(columns) ? columns.length : 0} 组人员（${blocks(columns, people, (range, count) => `${range} 列 ${count} 人`, '、')}）：请把后面各组移到第一组的下面，排成一组再导入。只删去或不读其中一组的列，那一组的人就不会计入。`,
  'flags-differ': () => '“是否……”各列互相矛盾，或与同一行写明的取值矛盾：请核对。',
  'hidden-decimals': () => '这一格实际存有两位以上的小数（可能只显示了两位）：请改成精确到分的金额，例如用公式 =ROUND(…,2)。',
  'too-many-decimals': () => '这一格实际存有四位以上的小数（可能没有全部显示）：请改成最多四位小数的数，例如用公式 =ROUND(…,4)。',
  'unit-in-cell': () => '金额带有“万”“千”等单位，与这一列的单位不同：请统一成元。',
  'unit-doubtful': () => '按这一列的单位换算，每月超过一百万元，多半本来就是元：请核对这一格，或在“名册是怎样读的”中改这一列的单位。',
  'date-without-day': () => '只有年月，没有日，不能代为补上：请写到日，如 2007-09-01。',
  'nothing-above': () => '“同上”在这里读不出来（上面没有内容，或这一列各人不同）：请填写实际的内容。',
  'turned-into-boolean': () => '内容被表格软件变成了逻辑值（TRUE、FALSE）：请把单元格设为“文本”格式，重新录入。',
  'digits-lost': () => '号码被表格软件变成了数字，后几位已经丢失：请把这一列设为“文本”格式，重新录入完整号码。',
  'turned-into-date': () => '内容被表格软件变成了日期：请把单元格设为“文本”格式，重新录入。',
  'unclear-periods': () =>
    '起止日期没有看懂：请写成“病假 2025-01-10至2025-03-31”（种类须是该项所列的），尚未结束的写“借调 2025-09-01起”，几段之间用分号隔开。',
  'date-as-number': () => '日期显示成了序列号：请把单元格设为“日期”格式，或写成 2025-09-01。',
  'ambiguous-month': () => '“.1”可能是 1 月，也可能是 10 月：请写成 2025-01 或 2025-10。',
  'error-cell': () => '单元格是公式错误（如 #REF!、#N/A）：请改成实际的值。',
  'formula-without-value': () => '公式没有算出结果：请在 Excel 中打开、保存后再导入，或改成实际的值。',
  'merged-number': () => '几个人合并在一个金额或数字里，分不清各是多少：请取消合并，逐人填写。',
  required: () => '必填：请填写。',
  'unknown-value': ({ allowed }) => `不认识的取值，可填：${join(allowed, '、')}。`,
  'wrong-type': () => '写法不对：是非项请填“是”或“否”（1 或 0），数目请填整数。',
  'invalid-month': () => '月份写法不对：请写成如 2025-03（1900 至 2100 年）。',
  'invalid-date': () => '日期写法不对：请写成如 2025-03-15（1900 至 2100 年）。',
};

const en: Record<string, Sentence> = {
  'no-header': () => 'No header row was found: it must name columns such as 工号, 用人形式, 城乡.',
  'missing-column': () => 'There is no column 工号 (staff number): add one, with a number for each person.',
  'duplicate-column': ({ otherCell }) => `This column means the same as that of ${otherCell}: keep one.`,
  'malformed-csv': () => 'A quotation mark is not closed: check this row, or save the sheet as CSV again.',
  'extra-cells': () => 'The row has more cells than the header and may have slipped: look for stray commas.',
  'no-such-person': () => 'This row of changes belongs to nobody: check the staff number.',
  'not-monthly': () => 'This cannot change during the year: give it in the person’s first row.',
  'duplicate-id': ({ rows }) => `The same staff number as in row ${join(rows, ', ')}; none of these rows is counted: check them.`,
  'duplicate-identity': ({ rows }) =>
    `The same identity card as in row ${join(rows, ', ')}; none of these rows is counted: is it one person?`,
  'identity-differs': () => 'Another identity card than in this person’s first row: check both.',
  'invalid-identity': () =>
    'Not the number of an identity card: its length, date of birth or check digit is wrong. Compare it with the card.',
  'identity-as-id': () => 'The number of an identity card cannot be a staff number: use another, or number people by row.',
  'other-header': ({ row, at }) =>
    `Row ${at} is another header, whose columns stand in another order than those of row ${row}: what is below would be misread. Put its columns in the same order, or the table on a sheet of its own.`,
  'side-by-side': ({ columns, people }) =>
    `People stand in ${Array.isArray(columns) ? columns.length : 0} blocks side by side (${blocks(columns, people, (range, count) => `columns ${range}: ${count}`, '; ')}): move the later ones below the first. If the columns of a block are deleted or not read, its people are not counted.`,
  'flags-differ': () => 'Columns of yes and no contradict one another, or what the row says in words: check them.',
  'hidden-decimals': () =>
    'The cell holds more than two decimals, though it may show two: enter the amount to the fen, for example by =ROUND(…,2).',
  'too-many-decimals': () =>
    'The cell holds more than four decimals, though it may show fewer: enter the number with at most four, for example by =ROUND(…,4).',
  'unit-in-cell': () => 'The amount has a unit (万, 千) that is not that of its column: write it in yuan.',
  'unit-doubtful': () =>
    'In the unit of its column this is over a million a month, so it may be yuan: check it, or change the unit of the column under "How the roster was read".',
  'date-without-day': () => 'There is a month and no day, which nobody can make up: write the day as well, as 2007-09-01.',
  'nothing-above': () => '"As above" cannot be read here: nothing stands above, or everybody has his own. Enter the value itself.',
  'turned-into-boolean': () => 'The spreadsheet made a boolean (TRUE, FALSE) of this: format the cell as text and enter it again.',
  'digits-lost': () =>
    'The spreadsheet made a number of this and its last digits are lost: format the column as text and enter it in full.',
  'turned-into-date': () => 'The spreadsheet made a date of this: format the cell as text and enter it again.',
  'unclear-periods': () =>
    'These periods are not clear: write “病假 2025-01-10至2025-03-31” (the kind as the list of kinds has it), “借调 2025-09-01起” where it is going on, and semicolons between several.',
  'date-as-number': () => 'A date shown as a serial number: format the cell as a date, or write 2025-09-01.',
  'ambiguous-month': () => '".1" can be January or October: write 2025-01 or 2025-10.',
  'error-cell': () => 'The cell is an error of its formula (such as #REF! or #N/A): enter the value itself.',
  'formula-without-value': () => 'The formula has no result: open and save the file in Excel first, or enter the value itself.',
  'merged-number': () => 'One amount or number is merged over several people: take the cells apart and fill in each.',
  required: () => 'Required: fill it in.',
  'unknown-value': ({ allowed }) => `Not a known value; one of: ${join(allowed, ', ')}.`,
  'wrong-type': () => 'Not in the right form: yes or no (是, 否), or a whole number.',
};

/** Why a file cannot be read at all, and what to do. */
const zhRefusals: Record<string, Sentence> = {
  empty: () => '文件是空的：请检查是否选对了文件。',
  'not-a-sheet': () => '这个文件不是表格：请选 .xlsx 或 .csv 文件。',
  'broken-text': ({ encoding, line }) =>
    `这是 CSV 文件，编码是 ${encoding}，但第 ${line} 行有乱码，读不出原来的字：请用原来的程序重新导出，或改好这一行再导入。`,
  'zero-bytes': ({ encoding, line }) =>
    `这是 CSV 文件，编码是 ${encoding}，但第 ${line} 行有空字节（NUL），内容已经损坏：请用原来的程序重新导出，或改好这一行再导入。`,
  'web-page': () => '这个文件名为表格，内容却是网页：请用 Excel 打开，另存为 .xlsx 后再导入。',
  'old-excel': () => '这是旧版 Excel（.xls）或 WPS（.et）文件：请打开后另存为 .xlsx 或 .csv 再导入。',
  encrypted: () => '文件设有密码：请在 Excel 中取消密码，保存后再导入。',
  'binary-workbook': () => '这是 Excel 二进制工作簿（.xlsb）：请另存为 .xlsx 后再导入。',
  'open-document': () => '这是 OpenDocument 表格（.ods）：请另存为 .xlsx 或 .csv 后再导入。',
  'other-zip': () => '这是压缩文件，里面没有 Excel 工作簿：请解压后选其中的 .xlsx 或 .csv。',
  'no-sheet': () => '工作簿里没有可见的工作表：请取消隐藏后再导入。',
  damaged: () => '文件已损坏或不完整：请重新下载，或在 Excel 中打开并另存一份后再导入。',
  'too-large': ({ maximum }) => `文件太大：最大 ${Number(maximum) / 2 ** 20} MB，请删去图片和无关的工作表。`,
  'too-many-rows': ({ maximum }) => `行数太多：一张表最多 ${maximum} 行，请分成几个文件。`,
  'too-many-columns': ({ maximum }) => `列数太多：一张表最多 ${maximum} 列，请删去无关的列。`,
  'too-many-cells': () => '内容太多：请删去无关的行和列，或分成几个文件。',
  'too-much-text': () => '文字太多，不像一份名册：请删去无关的工作表、行和列。',
  bomb: () => '文件解压后大得异常，为安全起见没有读取：请在 Excel 中另存一份干净的 .xlsx。',
};

const enRefusals: Record<string, Sentence> = {
  empty: () => 'The file is empty: is it the right one?',
  'not-a-sheet': () => 'This file is no spreadsheet: choose an .xlsx or .csv file.',
  'broken-text': ({ encoding, line }) =>
    `A CSV file in ${encoding}, but line ${line} has bytes that are no characters of it: export it again, or mend that line.`,
  'zero-bytes': ({ encoding, line }) =>
    `A CSV file in ${encoding}, but line ${line} is damaged by zero bytes (NUL): export it again, or mend that line.`,
  'web-page': () => 'This file is called a spreadsheet but is a web page: open it in Excel and save it as .xlsx.',
  'old-excel': () => 'A file of old Excel (.xls) or WPS (.et): open it, save it as .xlsx or .csv, and choose that.',
  encrypted: () => 'The file has a password: take it off in Excel, save, and choose it again.',
  'binary-workbook': () => 'A binary Excel workbook (.xlsb): save it as .xlsx and choose that.',
  'open-document': () => 'An OpenDocument spreadsheet (.ods): save it as .xlsx or .csv and choose that.',
  'other-zip': () => 'A packed file without an Excel workbook in it: unpack it and choose the .xlsx or .csv.',
  'no-sheet': () => 'The workbook has no visible sheet: show one, save, and choose it again.',
  damaged: () => 'The file is damaged or incomplete: download it again, or open it in Excel and save a copy.',
  'too-large': ({ maximum }) => `The file is too large: at most ${Number(maximum) / 2 ** 20} MB; take out pictures and other sheets.`,
  'too-many-rows': ({ maximum }) => `Too many rows: at most ${maximum} in a sheet; make several files of it.`,
  'too-many-columns': ({ maximum }) => `Too many columns: at most ${maximum} in a sheet; take out those not needed.`,
  'too-many-cells': () => 'Too much in one sheet: take out rows and columns not needed, or make several files of it.',
  'too-much-text': () => 'Too much text for a roster: take out sheets, rows and columns not needed.',
  bomb: () => 'Unpacked, the file would be suspiciously large, so it was not read: save a clean .xlsx in Excel.',
};

const SENTENCES: Record<Language, Record<string, Sentence>> = { zh, en };
const REFUSALS: Record<Language, Record<string, Sentence>> = { zh: zhRefusals, en: enRefusals };
const KNOWN: ReadonlySet<string> = new Set(ISSUE_CODES);

/**
 * The sentence of a fault of a roster: what is wrong and how to fix it.
 *
 * @param code one of the codes of a request, or one that only a sheet has
 * @returns the code itself if there is no sentence for it
 */
export function explainRosterFault(code: string, params: Params, language: Language): string {
  const own = SENTENCES[language][code];
  if (own) return own(params);
  return KNOWN.has(code) ? WORDINGS[language].explain({ path: [], code: code as IssueCode, params: { ...params } }) : code;
}

/**
 * The sentence of a fault of a roster about a fact: a person reads and writes the names of its values, not their ids; in a sheet they are
 * in Chinese.
 *
 * @param fact from the dictionary, if the fault is about one
 */
export function explainFaultOf(
  fact: { readonly type: string; readonly values?: unknown } | undefined,
  { code, params = {} }: { readonly code: string; readonly params?: Params },
  language: Language,
): string {
  const names = fact?.type === 'enum' ? Object.values(fact.values as Record<string, { zh: string }>).map(({ zh: name }) => name) : null;
  return explainRosterFault(code, names ? { ...params, allowed: names } : params, language);
}

/** The same with the place of the cell before it, for a list of all that is wrong with a row. */
export function explainFaultAt(
  fact: Parameters<typeof explainFaultOf>[0],
  fault: Parameters<typeof explainFaultOf>[1] & { readonly cell: string | null; readonly column: string | null },
  language: Language,
): string {
  const sentence = explainFaultOf(fact, fault, language);
  if (fault.cell === null) return sentence;
  return `${fault.cell} ${fault.column ?? ''}${language === 'zh' ? '：' : ': '}${sentence}`;
}

/** The sentence of a file that cannot be read: why, and what to do. @returns the code itself where there is no sentence for it */
export function explainRefusal(code: string, params: Params, language: Language): string {
  return REFUSALS[language][code]?.(params) ?? code;
}
