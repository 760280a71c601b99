import type { SlipSentences } from './words.ts';

/** What somebody probably did who made a fault, and what to write instead: in Chinese. */
export const SLIPS_ZH: SlipSentences = {
  'full-width-mark': ({ mark, instead }) =>
    `这里的「${mark}」是全角标点：请改用半角的「${instead}」${instead === ':' || instead === ',' ? '，后面空一格' : ''}。`,
  'space-after-colon': ({ instead }) => `冒号后面要空一格：请写成 ${instead}。`,
  'tab-indent': () => '这一行用制表符（Tab）缩进：请改用空格。',
  'not-closed': ({ mark, instead }) => `从这里开始的 ${mark} 没有配对：请在结尾补上 ${instead}。`,
  indent: () => '这一行的缩进与同级的各行没有对齐：请用空格对齐。',
  'not-a-pair': ({ written }) => `「${written}」不是「名称: 值」的写法：说明文字请放在 # 后面，或删去。`,
  meant: ({ instead }, base) => `${base}是不是「${instead}」？`,
  called: ({ given, instead }) => `「${given}」在这里写作 ${instead}。`,
  'needs-quotes': ({ instead }) => `这里要加引号：请写成 "${instead}"。`,
  'bare-word': ({ instead }) => `这里不加引号：请写成 ${instead}。`,
  'bare-number': ({ instead }) => `这里写数字，不加引号，不带单位：请写成 ${instead}。`,
  'as-list': ({ instead }) => `这里是一个列表，用方括号和半角逗号：请写成 ${instead}。`,
  'as-date': ({ instead }) => `日期请写成 ${instead}。`,
  'no-such-day': ({ given }) => `没有 ${given} 这一天：请核对日期。`,
  'day-missing': ({ given }) => `日期要写到日：例如 ${given}-01；原文没有日期时写 null。`,
  'as-month': ({ instead }) => `月份请写成 "${instead}"。`,
  'as-months': ({ instead }) => `月份集合请写成 ${instead}。`,
  'split-by-comma': ({ instead }) => `逗号把这段文字断开了：含有逗号的文字要加引号，例如 "${instead}"。`,
  'as-figure': ({ instead }) => `数额请写成 "${instead}"。`,
  'figure-awaited': () => '标准待定时写 value: null（不写「待定」，也不写 0）。',
  'figure-range': ({ instead }) => `原文只有范围，没有标准：请写 value: null，并另写 ${instead}。`,
  'figure-period': ({ instead, period }) => `数额里不写期间：请写 value: "${instead}"，period: ${period}。`,
  'unit-period': ({ given, period }) => `「${given}」分开写：unit: yuan，period: ${period}。`,
  'unit-wan': () => '单位写 yuan；以万元计的，数额写成 "0.3万" 这样即可。',
  'figure-in-rule': ({ instead }) =>
    `规则里不直接写数字「${instead}」：请先在 parameters 中给它一个名称（带单位和条款），这里写这个名称，例如 {parameter: meal}。`,
  'always-meant': () => '人人都符合的条件写 always。',
  'condition-text': ({ given }) =>
    `「${given}」不是条件的写法：请写「事实: 要求」，例如 {degree: masters} 或 {monthlySalary: {atLeast: "3000"}}；年限先在 derive 中推算；人人符合的写 always。`,
  comparison: ({ instead }) => `比较大小请写成 ${instead}（atLeast 不低于、above 高于、atMost 不高于、below 低于）。`,
  joined: ({ given, instead }) =>
    instead === 'any'
      ? `「${given}」写作 any：any: [条件一, 条件二]，符合其中一个即可。`
      : `不写「${given}」：同时要符合的条件写在一起，{事实一: …, 事实二: …}，或写成列表。`,
  'nothing-meant': () => '不发的写 nothing（不写 0）。',
  'fact-in-rule': ({ instead }) => `以「${instead}」的数额计的，写成 {fact: ${instead}}。`,
  'amount-text': (_, base) =>
    `${base}算式也要逐层写出，例如月工资的百分之十：{percent: 参数名, of: {fact: monthlySalary}}；固定标准：{parameter: 参数名}。`,
  'clause-text': ({ instead }) => `条款要写明条款号和原文：{item: "条款号", quote: "${instead}"}。`,
  'town-text': ({ instead }) => `地名请写成 {town: ${instead}}；只有几个村的，写成 {town: 乡镇, villages: [村, 村]}。`,
  'quote-in-marks': ({ instead }) => `引文里多了一层引号，原文中没有：请写成 quote: "${instead}"。`,
  'quote-differs': ({ instead, pairs }) =>
    `引文与原文有几个字不同（引文→原文：${pairs}）。原文是「${instead}」：请照原文抄录，修复的文字写在 display。`,
  'quote-until': ({ found, rest }) =>
    `引文到「${found}」为止都能在原文中找到，从「${rest}」起不同：请照原文连续抄录；中间不能省略，要引两处的，分成两条。`,
};
