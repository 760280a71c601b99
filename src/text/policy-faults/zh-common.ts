import type { CommonSentences } from './words.ts';

/** What is wrong with a file that is common to all policies (facts, pay scales, budget codes), and how to fix it: in Chinese. */
export const ZH_COMMON: CommonSentences = {
  'header-reserved': ({ header }) => `「${header}」作为列名另有用途，不能指一项事实：请换一个说法。`,
  'header-taken': ({ header, fact }) => `「${header}」已经指 ${fact}，名册中将分不清是哪一项：只在一处保留。`,
  'spelling-taken': ({ spelling, value }) => `「${spelling}」已经指取值 ${value}，名册中将分不清是哪一个：只在一处保留。`,
  'invalid-step': ({ step, last }) => `「${step}」不是本表的薪级：薪级为 1 至 ${last} 的整数，须加引号。`,
  'ends-before-start': ({ from, to }) => `止月 ${to} 早于起月 ${from}：请核对。`,
  'scale-overlap': ({ file, from, to }) => `${from} 至 ${to} 已有 ${file} 的标准：同一个月不能有两套。`,
  'step-not-higher': ({ step, yuan, below, less }) => `${step} 级 ${yuan} 元，不高于 ${below} 级的 ${less} 元：请对照来源核对。`,
  'step-not-missing': ({ step }) => `${step} 级已有标准：请从这里删去。`,
  'steps-undeclared': ({ steps }) =>
    `${Array.isArray(steps) ? steps.join('、') : steps} 级没有标准：请补上，或列入 missing，表明确实缺失。`,
  'invalid-budget-code': () => '科目代码写法不对：三位、五位或七位数字，须加引号，例如 "2050202"。',
  'untitled-code': ({ code }) => `科目 ${code} 没有名称：请在 rules/budget-codes.yaml 的 titles 中补上，或改正代码。`,
  'file-name': ({ name }) => `编号须与文件名（${name}）相同：请改其一。`,
};
