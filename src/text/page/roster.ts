import type { Language } from '../../contract/wording.ts';
import { ISSUE_CODES, type IssueCode } from '../../facts/issue.ts';
import { WORDINGS } from '../issues.ts';

type Params = Readonly<Record<string, string | number | readonly string[]>>;
type Sentence = (params: Params) => string;

const join = (values: Params[string] | undefined, comma: string) => (Array.isArray(values) ? values.join(comma) : String(values ?? ''));

/** Faults that a sheet has and a request has not, and those that a sheet mends in another way. */
const zh: Record<string, Sentence> = {
  'no-header': () => '找不到表头行：表头须有“工号”“用人形式”“城乡”等列名。Excel 文件请先另存为 CSV。',
  'missing-column': () => '缺少“工号”这一列：请在表头中加上，每人一个编号。',
  'duplicate-column': () => '有两列的表头相同：请只保留一列。',
  'malformed-csv': () => '引号没有成对：请检查这一行的双引号，或重新另存为 CSV。',
  'extra-cells': () => '这一行的单元格比表头多，内容可能错位：请检查多余的逗号。',
  'no-such-person': () => '变动行的工号没有对应的人员行：请核对工号。',
  'not-monthly': () => '这一项在年内不能变动：请在人员的首行填写。',
  'duplicate-id': ({ firstRow }) => `工号重复：与第 ${firstRow} 行相同，请核对。`,
  required: () => '必填：请填写。',
  'unknown-value': ({ allowed }) => `不认识的取值，可填：${join(allowed, '、')}。`,
  'wrong-type': () => '写法不对：请填“是”或“否”，或整数。',
};

const en: Record<string, Sentence> = {
  'no-header': () => 'No header row was found: it must name columns such as 工号, 用人形式, 城乡. Save an Excel sheet as CSV first.',
  'missing-column': () => 'There is no column 工号 (staff number): add one, with a number for each person.',
  'duplicate-column': () => 'Two columns have this header: keep one.',
  'malformed-csv': () => 'A quotation mark is not closed: check this row, or save the sheet as CSV again.',
  'extra-cells': () => 'The row has more cells than the header and may have slipped: look for stray commas.',
  'no-such-person': () => 'This row of changes belongs to nobody: check the staff number.',
  'not-monthly': () => 'This cannot change during the year: give it in the person’s first row.',
  'duplicate-id': ({ firstRow }) => `The staff number was used before, in row ${firstRow}: check both.`,
  required: () => 'Required: fill it in.',
  'unknown-value': ({ allowed }) => `Not a known value; one of: ${join(allowed, ', ')}.`,
  'wrong-type': () => 'Not in the right form: yes or no (是, 否), or a whole number.',
};

const SENTENCES: Record<Language, Record<string, Sentence>> = { zh, en };
const KNOWN: ReadonlySet<string> = new Set(ISSUE_CODES);

/**
 * The sentence of a fault of a roster: what is wrong and how to mend it.
 *
 * @param code one of the codes of a request, or one that only a sheet has
 * @returns the code itself where there is no sentence for it
 */
export function explainRosterFault(code: string, params: Params, language: Language): string {
  const own = SENTENCES[language][code];
  if (own) return own(params);
  return KNOWN.has(code) ? WORDINGS[language].explain({ path: [], code: code as IssueCode, params: { ...params } }) : code;
}
