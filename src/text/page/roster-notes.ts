import type { Language } from '../../contract/wire/wording.ts';

type Params = Readonly<Record<string, string | number | readonly string[]>>;
type Sentence = (params: Params) => string;

const listed = (value: Params[string] | undefined): readonly string[] => (Array.isArray(value) ? value : [String(value ?? '')]);
const join = (value: Params[string] | undefined, comma: string) => listed(value).join(comma);
/** The first cells, and the total if there are more. */
const cellsZh = ({ cells, count }: Params) => `${join(cells, '、')}${Number(count) > listed(cells).length ? ` 等 ${count} 格` : ''}`;
const cellsEn = ({ cells, count }: Params) =>
  `${join(cells, ', ')}${Number(count) > listed(cells).length ? ` and more, ${count} in all` : ''}`;
const counted = ({ names, people }: Params, say: (name: string, count: string) => string, comma: string) =>
  listed(names)
    .map((name, at) => say(name, listed(people)[at] ?? ''))
    .join(comma);

/** Quotes the first texts of cells. */
const saidZh = ({ texts, count }: Params) =>
  `${listed(texts)
    .map((text) => `“${text}”`)
    .join('、')}${listed(texts).length < Number(count) ? '等' : ''}`;
const saidEn = ({ texts, count }: Params) =>
  `${listed(texts)
    .map((text) => `“${text}”`)
    .join(', ')}${listed(texts).length < Number(count) ? ' and the like' : ''}`;
/** These notes contain facts about people that belong in columns that are read. */
const SAID_ELSEWHERE: readonly string[] = ['telling', 'remarks', 'telling-names', 'telling-columns', 'section', 'below', 'comments'];
const WHERE: Record<Language, string> = {
  zh: '以上说到的人，谁哪几个月不发，请在“离职年月”（或“入职年月”“变动起始月”“在岗发薪”）列中写明，再重新打开名册。',
  en: 'Of whoever is not due in some months, say it in a column “Employed to” (or “Employed from”, “Change from month”, “On the payroll”), and open the roster again.',
};

/** The sentences of the notes about an imported file. */
const zh: Record<string, Sentence> = {
  'sheets-alike': ({ sheet, ...others }) =>
    `只读了工作表“${sheet}”。版式相同的还有 ${counted(others, (name, count) => `${name}（${count} 人）`, '、')}，都没有读，也没有计入：请把各表的人员合到一张表里再导入，或在“名册是怎样读的”中改选工作表。`,
  'other-sheets': ({ sheet, ...others }) =>
    `读的是工作表“${sheet}”；另有 ${counted(others, (name, count) => `${name}（${count} 行）`, '、')} 也像名册，没有读。`,
  'hidden-sheets': ({ names }) => `隐藏的工作表没有读：${join(names, '、')}。`,
  'hidden-rows': ({ count }) => `有 ${count} 行被隐藏或筛选掉，也已读入。`,
  macros: () => '文件含有宏，没有读取，也没有运行。',
  'row-ids': () => '没有“工号”列，已用行号作编号（如 row-12）。',
  'other-period': ({ column, as }) =>
    `“${column}”不像每月的金额，没有当作“${as}”读：请在表中另列一列每月的金额；如果它其实就是每月的，请在“名册是怎样读的”中把它当作“${as}”。`,
  'other-period-read': ({ column }) => `“${column}”的列名写的不是每月，已按您的选择当作每月的金额读。`,
  'not-its-values': ({ column, as }) => `“${column}”里写的不是“${as}”，没有读；“${as}”取自“是否……”各列。`,
  unused: ({ columns }) =>
    `${listed(columns)
      .map((column) => `“${column}”`)
      .join('、')}已读，本文件没有条文用到。`,
  telling: ({ column, ...said }) => `“${column}”没有读，其中有 ${said.count} 人写着${saidZh(said)}：这些不会影响计发。`,
  remarks: ({ column, ...said }) => `“${column}”没有读，其中有 ${said.count} 人写了内容，如${saidZh(said)}：都不影响计发，请逐条看过。`,
  'telling-names': ({ column, ...said }) =>
    `“${column}”中有 ${said.count} 行不只是一个人的姓名，如${saidZh(said)}：每行都照一个人计发，姓名里的说明不起作用。空缺、几人合写的，请删去或分行。`,
  below: (said) => `表的下面写着${saidZh(said)}：没有读，不影响计发。`,
  'header-time': ({ column }) => `“${column}”按全年读入，列名里写的时间不起作用。从某月起才变的，请另起一行，在“变动起始月”列写明月份。`,
  'ids-alike': ({ count, ...said }) =>
    `有 ${count} 人的工号与另一人只是写法不同（${listed(said.texts).join('；')}），姓名也不矛盾：现按不同的人各发一份。如果是同一个人，请删去一行。`,
  'places-alike': ({ count, ...said }) =>
    `有 ${count} 人的乡镇、村与文件所列的写法不同（${listed(said.texts).join('；')}）：现按不在所列地方计算。如果是同一个地方，请改成文件的写法。`,
  'struck-rows': ({ count }) => `有 ${count} 行的文字加了删除线，仍已读入、照常计发。不应计入的，请删去整行。`,
  comments: ({ count, ...said }) =>
    `单元格上有 ${count} 条批注，没有读${listed(said.texts).some((text) => text !== '') ? `，如${saidZh({ ...said, count: count ?? 0 })}` : ''}：不影响计发，请看过。`,
  'telling-columns': ({ columns }) => `${join(columns, '、')}没有读，不会影响计发，写了什么请看过。`,
  section: (said) => `表中有单独一行写着${saidZh(said)}，没有当作人员；它下面的人照常全部计入。`,
  away: ({ count }) => `有 ${count} 人的离岗日期早于到岗日期，按先离岗、后又到岗计算，两者之间的月份不发。如果是日期写反了，请改正。`,
  'village-alone': ({ count }) =>
    `有 ${count} 人填了村，没有填乡镇：村名各乡镇有重复，只填村无法判断所在地，这些人的村没有用上。请补上乡镇。`,
  'amounts-small': ({ column, count, example }) =>
    `“${column}”按元读，有 ${count} 人不到 10 元（如 ${example} 元）：如果表中是以万元、千元为单位，请在列名上写明单位（如“${column}（万元）”），或在“名册是怎样读的”中选定。`,
  'amounts-large': ({ column, count, example }) =>
    `“${column}”按每月的金额读，有 ${count} 人在 30,000 元以上（如 ${example} 元）：如果是全年的合计，请换成每月的金额。`,
  arrived: ({ column, count }) =>
    `“${column}”有 ${count} 人填写，当作到岗日期读：没有填写“入职年月”的人，从到岗当月起计发，以前的月份不发。如果这一列只是到现单位的时间，请不读这一列。`,
  left: ({ column, count }) =>
    `“${column}”有 ${count} 人填写，当作离岗日期读：没有填写“离职年月”的人，计发到离岗当月，次月起不发。如果这一列是别的时间，请不读这一列。`,
  converted: ({ column, unit, from, to, ...where }) =>
    `“${column}”按${unit}读，已换算成元（如 ${from} 读作 ${to} 元）：${cellsZh(where as Params)}。请核对。`,
  'taken-as': ({ column, text, as, ...where }) =>
    `“${column}”中的“${text}”当作“${as}”读：${cellsZh(where as Params)}。如有不同，请在表中写明。`,
  dash: ({ columns, texts, count }) =>
    `${listed(texts)
      .map((text) => `“${text}”`)
      .join('')}当作没有填写，共 ${count} 格（${join(columns, '、')}）。`,
  ditto: ({ column, ...where }) => `“${column}”中的“同上”按上面一格读：${cellsZh(where as Params)}。`,
  'month-of-employment': ({ column, ...where }) =>
    `“${column}”中只有年月的（${cellsZh(where as Params)}），没有代为补上日期：没有填写“入职年月”“离职年月”的，按这个年月起、止计发。`,
  'month-overruled': ({ column, ...where }) =>
    `“${column}”中只有年月的（${cellsZh(where as Params)}），与“入职年月”“离职年月”不一致，按“入职年月”“离职年月”计发：请核对。`,
  'not-needed': ({ column, ...where }) =>
    `“${column}”有读不出的内容（${cellsZh(where as Params)}）：本文件没有条文用到这一列，这些格没有读，人员照常计入。`,
};

const en: Record<string, Sentence> = {
  'sheets-alike': ({ sheet, ...others }) =>
    `Only the sheet "${sheet}" was read. Laid out alike, and neither read nor counted: ${counted(others, (name, count) => `${name} (${count} people)`, ', ')}. Put all people on one sheet, or choose another sheet under "How the roster was read".`,
  'other-sheets': ({ sheet, ...others }) =>
    `Read: the sheet "${sheet}". Not read, though they look like rosters: ${counted(others, (name, count) => `${name} (${count} rows)`, ', ')}.`,
  'hidden-sheets': ({ names }) => `Hidden sheets were not read: ${join(names, ', ')}.`,
  'hidden-rows': ({ count }) => `Rows that are hidden or filtered out were read as well: ${count}.`,
  macros: () => 'The file has macros; they were neither read nor run.',
  'row-ids': () => 'There is no column of staff numbers: people are numbered by row (as row-12).',
  'other-period': ({ column, as }) =>
    `“${column}” does not look like an amount a month and was not read as “${as}”: add a column of monthly amounts; or, if it is one, say so under "How the roster was read".`,
  'other-period-read': ({ column }) =>
    `The header “${column}” speaks of another time than a month; it was read as an amount a month, as you chose.`,
  'not-its-values': ({ column, as }) => `“${column}” does not say “${as}” and was not read; columns of yes and no do.`,
  unused: ({ columns }) => `Read, and used by no clause of this document: ${join(columns, ', ')}.`,
  telling: ({ column, ...said }) => `“${column}” was not read; of ${said.count} people it says ${saidEn(said)}. This changes no amount.`,
  remarks: ({ column, ...said }) =>
    `“${column}” was not read; of ${said.count} people it says something, such as ${saidEn(said)}. None of it changes an amount: please go through them.`,
  'telling-names': ({ column, ...said }) =>
    `In “${column}” ${said.count} rows have more than one name alone, such as ${saidEn(said)}. Each counts as one person, and what stands beside a name changes nothing. Delete vacancies and part people who share a row.`,
  below: (said) => `Below the table stands ${saidEn(said)}. It was not read and changes no amount.`,
  'header-time': ({ column }) =>
    `“${column}” was read for the whole year; the time in its header changes nothing. What changes from some month on goes into a row of its own, with the month in “Change from month”.`,
  'ids-alike': ({ count, ...said }) =>
    `Of ${count} people the staff number differs from another one only in how it is written (${listed(said.texts).join('; ')}), and the names do not differ. Each is paid: delete a row where it is the same person.`,
  'places-alike': ({ count, ...said }) =>
    `Of ${count} people the town or village is written otherwise than in the document (${listed(said.texts).join('; ')}), and was taken for another place. Where it is the same, write it as the document does.`,
  'struck-rows': ({ count }) =>
    `In ${count} rows something is struck out. They were read and count as the others do: delete those that should not.`,
  comments: ({ count, ...said }) =>
    `${count} notes hang on cells${listed(said.texts).some((text) => text !== '') ? `, such as ${saidEn({ ...said, count: count ?? 0 })}` : ''}. They were not read and change no amount: please look at them.`,
  'telling-columns': ({ columns }) => `Not read, and changing no amount: ${join(columns, ', ')}.`,
  section: (said) => `A line of its own says ${saidEn(said)}. It was not taken for a person; whoever stands below it counts in full.`,
  away: ({ count }) =>
    `Of ${count} people the day of leaving is before that of arriving: they are taken to have left and come back, and are not paid in between. If the days were exchanged, mend them.`,
  'village-alone': ({ count }) =>
    `Of ${count} people the village is given and not the town. Villages of one name are in several towns: nobody can tell where these are, and the village was not used. Add the town.`,
  'amounts-small': ({ column, count, example }) =>
    `“${column}” was read as yuan, and is below 10 for ${count} people (as ${example}): if the sheet is in thousands or ten thousands, say so in the header, or choose the unit under "How the roster was read".`,
  'amounts-large': ({ column, count, example }) =>
    `“${column}” was read as amounts a month, and is 30,000 or more for ${count} people (as ${example}): if these are sums of a year, put amounts a month instead.`,
  arrived: ({ column, count }) =>
    `“${column}” is filled for ${count} people and taken for the day of arrival: whoever has no “Employed from” is paid from that month on, and not before. If it only says since when they have been at this school, do not read the column.`,
  left: ({ column, count }) =>
    `“${column}” is filled for ${count} people and taken for the day of leaving: whoever has no “Employed to” is paid up to that month, and not after. If it says something else, do not read the column.`,
  converted: ({ column, unit, from, to, ...where }) =>
    `“${column}” is in ${unit} and was converted to yuan (${from} became ${to}): ${cellsEn(where as Params)}. Please check.`,
  'taken-as': ({ column, text, as, ...where }) =>
    `“${text}” in “${column}” was taken for “${as}”: ${cellsEn(where as Params)}. Where it is not, write it out.`,
  dash: ({ columns, texts, count }) =>
    `Taken for blanks: ${listed(texts)
      .map((text) => `“${text}”`)
      .join(', ')}, ${count} in all (${join(columns, ', ')}).`,
  ditto: ({ column, ...where }) => `“As above” in “${column}” was read as what stands above: ${cellsEn(where as Params)}.`,
  'month-of-employment': ({ column, ...where }) =>
    `Some of “${column}” is known by its month alone (${cellsEn(where as Params)}); no day was made up. Where “Employed from” or “Employed to” is blank, that month is taken for it.`,
  'month-overruled': ({ column, ...where }) =>
    `Some of “${column}” is known by its month alone (${cellsEn(where as Params)}) and does not fit “Employed from” or “Employed to”, which count: please check.`,
  'not-needed': ({ column, ...where }) =>
    `Some of “${column}” could not be read (${cellsEn(where as Params)}): no clause of this document uses the column, so these cells were left out and everybody counts.`,
};

const NOTES: Record<Language, Record<string, Sentence>> = { zh, en };

/** The sentence of a note about an imported file. @returns the code itself if there is no sentence for it */
export function explainRosterNote(code: string, params: Params, language: Language): string {
  return NOTES[language][code]?.(params) ?? code;
}

/** Says in which columns a roster should give what these notes found elsewhere; `null` if they found nothing of the kind. */
export function whereToSay(codes: readonly string[], language: Language): string | null {
  return codes.some((code) => SAID_ELSEWHERE.includes(code)) ? WHERE[language] : null;
}
