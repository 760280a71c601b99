import type { Language, Wording } from '../contract/wire/wording.ts';
import type { Issue, IssueCode } from '../facts/issue.ts';

type Sentence = (params: NonNullable<Issue['params']>) => string;
type Sentences = Record<IssueCode, Sentence>;

const list = (values: unknown, separator: string) => (Array.isArray(values) ? values.slice(0, 40).join(separator) : '');

const zh: Sentences = {
  required: ({ either }) => (either ? `必填：请提供 ${list(either, ' 或 ')}。` : '必填：请提供该项的值。'),
  'wrong-type': ({ expected }) =>
    expected ? `类型不对：应为${JSON_TYPES.zh[String(expected)] ?? expected}。` : '类型不对：请按接口说明给出该项的值。',
  'unknown-value': ({ allowed }) => (allowed ? `不认识的取值，可用：${list(allowed, '、')}。` : '请求中没有与之对应的条目：请核对编号。'),
  'unknown-field': () => '没有这个字段：请检查拼写，或删去该字段。',
  'duplicate-key': () => '同一个名称出现了两次：请只保留一个。',
  'duplicate-id': () => '编号重复：前面已经有同一编号，请核对后只保留一条。',
  'duplicate-change': () => '同一个月有两条变动：请合并为一条。',
  'inexact-number': () => '这个数的位数太多，读入时会变成另一个数：请写成准确的整数。',
  'money-not-string': () => '金额须写成字符串，例如 "180.00"，以免数字在传输中失真。',
  'invalid-money': () => '金额写法不对：以元为单位，最多十二位整数、两位小数，例如 "180.00"。',
  'negative-money': () => '金额不能为负数。',
  'decimal-not-string': () => '带小数的数须写成字符串，例如 "12.5"，以免数字在传输中失真。',
  'invalid-decimal': () => '数字写法不对：最多九位整数、四位小数，不带单位和正负号，例如 "12.5"。',
  'invalid-percent': ({ minimum = 0, maximum = 100 }) =>
    `百分比写法不对：须为 ${minimum} 到 ${maximum} 之间、最多四位小数的字符串，例如 "10"。`,
  'invalid-month': () => '月份写法不对：须为 1900 至 2100 年间的年月 YYYY-MM，例如 "2025-03"。',
  'invalid-date': () => '日期写法不对：须为 1900 至 2100 年间真实的日期 YYYY-MM-DD，例如 "2025-03-15"。',
  'invalid-budget-code': () => '科目代码不对：经济分类为 3 或 5 位数字，功能分类为 3、5 或 7 位数字，例如 "30106"。',
  'invalid-period': () => '结束早于开始，或与前面一项的期间重叠：请核对起止时间。',
  'period-not-ended': () => '这一段没有止日，之后却又有同一种类的一段：请补上这一段的止日，或核对起日。',
  'periods-in-change': () => '起止日期的清单不能写在年内变动里：请把全部时段一次写在变动之外，每段各有起止日期。',
  'invalid-text': () => '文字中有控制字符或不完整的字符：请重新录入。',
  'out-of-range': ({ minimum, maximum, from, to }) =>
    minimum !== undefined
      ? `数值过小：不得小于 ${minimum}。`
      : maximum !== undefined
        ? `数值过大：不得大于 ${maximum}。`
        : from !== undefined
          ? `不在范围内：须为 ${from} 至 ${to}。`
          : '数值超出允许的范围。',
  'too-long': ({ maximum }) => (maximum === undefined ? '文字过长。' : `文字过长：最多 ${maximum} 个字符。`),
  'too-many': ({ maximum }) => (maximum === undefined ? '条数过多。' : `条数过多：最多 ${maximum} 条，请分批提交或使用流式接口。`),
  'too-deep': ({ maximum }) => `嵌套过深：最多 ${maximum} 层。`,
  'line-too-long': ({ maximum }) => `该行过长：每行最多 ${maximum} 字节。`,
  'malformed-json': () => '不是合法的 JSON（须为 UTF-8 编码）：请检查括号、引号和逗号。',
  'invalid-policy': ({ line, column, sentence }) => `政策文件第 ${line} 行第 ${column} 列，${sentence}`,
  'unknown-reading': ({ allowed }) => `该政策没有这个口径，可用：${list(allowed, '、')}。`,
  'unknown-option': ({ allowed }) => `该口径没有这个选项，可用：${list(allowed, '、')}。`,
  'unknown-parameter': () => '该政策没有这个参数：请查阅政策的参数表。',
  'not-together': ({ names }) => `${list(names, ' 与 ')} 不能同时提供：请只保留其一。`,
  'personal-fact': () => '这一项因人而异，不能对全体设定：请写在每个人的信息中。',
};

const en: Sentences = {
  required: ({ either }) => (either ? `Required: give ${list(either, ' or ')}.` : 'Required: give a value.'),
  'wrong-type': ({ expected }) =>
    expected ? `Wrong type: expected ${JSON_TYPES.en[String(expected)] ?? expected}.` : 'Wrong type: see the API reference.',
  'unknown-value': ({ allowed }) =>
    allowed ? `Unknown value; one of: ${list(allowed, ', ')}.` : 'The request has no entry of that id: check it.',
  'unknown-field': () => 'There is no such field: check its spelling, or leave it out.',
  'duplicate-key': () => 'The same name occurs twice: keep one.',
  'duplicate-id': () => 'This id occurred before: check, and keep one entry.',
  'duplicate-change': () => 'Two changes for one month: make them one.',
  'inexact-number': () => 'With so many digits this becomes another number when it is read: write the integer that is meant.',
  'money-not-string': () => 'Write money as a string, such as "180.00": a JSON number can lose digits on its way.',
  'invalid-money': () => 'Not an amount of money: yuan with at most twelve digits and two decimals, such as "180.00".',
  'negative-money': () => 'Money cannot be negative here.',
  'decimal-not-string': () => 'Write a decimal as a string, such as "12.5": a JSON number can lose digits on its way.',
  'invalid-decimal': () => 'Not a decimal: at most nine digits and four decimals, without unit or sign, such as "12.5".',
  'invalid-percent': ({ minimum = 0, maximum = 100 }) =>
    `Not a percentage: a string from ${minimum} to ${maximum} with up to four decimals, such as "10".`,
  'invalid-month': () => 'Not a month: one from 1900 to 2100, as YYYY-MM, such as "2025-03".',
  'invalid-date': () => 'Not a date: a real one from 1900 to 2100, as YYYY-MM-DD, such as "2025-03-15".',
  'invalid-budget-code': () => 'Not a budget code: an economic one has 3 or 5 digits, a functional one 3, 5 or 7, such as "30106".',
  'invalid-period': () => 'It ends before it begins, or overlaps one before it: check the dates.',
  'period-not-ended': () =>
    'This period has no last day although another of its kind begins after it: give its last day, or check the first days.',
  'periods-in-change': () => 'Periods are not given in a change: give all of them once, beside the changes, each with its days.',
  'invalid-text': () => 'The text has control characters or half a character in it: enter it again.',
  'out-of-range': ({ minimum, maximum, from, to }) =>
    minimum !== undefined
      ? `Too small: at least ${minimum}.`
      : maximum !== undefined
        ? `Too large: at most ${maximum}.`
        : from !== undefined
          ? `Outside the range: ${from} to ${to}.`
          : 'Outside the range allowed.',
  'too-long': ({ maximum }) => (maximum === undefined ? 'The text is too long.' : `Too long: at most ${maximum} characters.`),
  'too-many': ({ maximum }) =>
    maximum === undefined ? 'Too many entries.' : `Too many: at most ${maximum}; send several requests, or a stream.`,
  'too-deep': ({ maximum }) => `Nested too deep: at most ${maximum} levels.`,
  'line-too-long': ({ maximum }) => `The line is too long: at most ${maximum} bytes.`,
  'malformed-json': () => 'Not JSON (in UTF-8): check brackets, quotes and commas.',
  'invalid-policy': ({ line, column, sentence }) => `The policy, line ${line}, column ${column}: ${sentence}`,
  'unknown-reading': ({ allowed }) => `The policy has no such reading; one of: ${list(allowed, ', ')}.`,
  'unknown-option': ({ allowed }) => `The reading has no such option; one of: ${list(allowed, ', ')}.`,
  'unknown-parameter': () => 'The policy has no such parameter: see its list of parameters.',
  'not-together': ({ names }) => `Give one of ${list(names, ' and ')}, not both.`,
  'personal-fact': () => 'This is different for each person and cannot be set for everybody: give it with the person.',
};

const JSON_TYPES: Record<Language, Record<string, string>> = {
  zh: { string: '字符串', number: '数字', int: '整数', boolean: 'true 或 false', object: '对象', array: '数组', record: '对象' },
  en: {
    string: 'a string',
    number: 'a number',
    int: 'an integer',
    boolean: 'true or false',
    object: 'an object',
    array: 'an array',
    record: 'an object',
  },
};

const SENTENCES: Record<Language, Sentences> = { zh, en };

/** The wording of results and faults in a language. */
export const WORDINGS: Record<Language, Wording> = { zh: wordingOf('zh'), en: wordingOf('en') };

function wordingOf(language: Language): Wording {
  return { language, explain: ({ code, params = {} }) => SENTENCES[language][code](params) };
}
