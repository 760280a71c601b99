/** A year named by a roster, and where it is named. */
export interface NamedYear {
  readonly year: number;
  /** `school-year`: it is the later of the two that a school year is of, and which is meant is for a person to say. */
  readonly by: 'title' | 'sheet' | 'file' | 'school-year';
  /** The text that names it. */
  readonly text: string;
}

const DIGITS = '〇一二三四五六七八九';
const CHINESE_YEAR = /[二][〇○零一二三四五六七八九]{3}(?=年)/g;
/** 2025—2026学年 is of two calendar years, and 〔2021〕60号 or 制表日期：2026年1月5日 is when something was written. */
const SCHOOL_YEAR = /(20[1-4]\d)年?\s*[-—–~～至到/]+\s*(20[1-4]\d(?!\d)|[1-4]\d(?=\s*学年))\s*学?年?度?/g;
const WRITTEN = '(?:制表|填表|填报|上报|打印|导出|制作|编制|统计|更新|截止)';
const NOT_ITS_OWN = [
  SCHOOL_YEAR,
  /[〔[(【]\s*20\d\d\s*[〕\])】]\s*第?\d+号/g,
  /20\d\d\s*年?(?:\d{1,2}月)?(?:修订|修正|修改|印发|发布|制定|版)/g,
  // 编制2026年预算 is of its year all the same.
  new RegExp(`${WRITTEN}(?:(?:日期|时间|日)\\s*:?|:)\\s*20\\d\\d[年./-]?(?:\\d{1,2}[月./-]?)?(?:\\d{1,2}日?)?`, 'g'),
  new RegExp(`${WRITTEN}于?\\s*20\\d\\d[年./-]\\d{1,2}[月./-]\\d{1,2}日?`, 'g'),
];
/**
 * Before others goes 2026年 or 2026年度, which is a year as such; then 2026, 2026年3月 or 2026-03; then 202603 or 20260301, which may say when
 * the file was made.
 */
const YEARS = [
  /(?:^|\D)(20[1-4]\d)\s*年度?(?!\s*\d)/g,
  /(?:^|\D)(20[1-4]\d)(?!\d)/g,
  /(?:^|\D)(20[1-4]\d)(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)/g,
];

/** The one calendar year that a text names, as `2026年教师名册`, `二〇二六年` or `2026-03`; `null` where it names none, or more than one. */
export function yearIn(text: string): number | null {
  let plain = text
    .normalize('NFKC')
    .replace(CHINESE_YEAR, (year) => [...year.replace(/[○零]/g, '〇')].map((one) => DIGITS.indexOf(one)).join(''));
  for (const other of NOT_ITS_OWN) plain = plain.replace(other, ' ');
  for (const pattern of YEARS) {
    const found = new Set([...plain.matchAll(pattern)].map(([, year]) => Number(year)));
    if (found.size > 0) return found.size === 1 ? ([...found][0] as number) : null;
  }
  return null;
}

/**
 * The year that a roster is of, by the first of these that names one.
 *
 * @param titles the lines above the header
 * @param sheet the name of the sheet, empty for a CSV
 * @param file the name of the file
 */
export function yearOfRoster(titles: readonly string[], sheet: string, file: string): NamedYear | null {
  const places = [
    ...titles.map((text) => ({ by: 'title', text }) as const),
    { by: 'sheet', text: sheet } as const,
    { by: 'file', text: file } as const,
  ];
  for (const { by, text } of places) {
    const year = yearIn(text);
    if (year !== null) return { year, by, text: text.trim() };
  }
  for (const { text } of places) {
    const year = schoolYearIn(text);
    if (year !== null) return { year, by: 'school-year', text: text.trim() };
  }
  return null;
}

/** The later calendar year of the one school year that a text names; `null` where it names none, or several. */
function schoolYearIn(text: string): number | null {
  const years = [...text.normalize('NFKC').matchAll(SCHOOL_YEAR)].map(([, from, to = '']) => [Number(from), Number(to.padStart(4, '20'))]);
  const [first] = years;
  const isOne = first && years.every(([from]) => from === first[0]) && first[1] === (first[0] as number) + 1;
  return isOne ? (first[1] as number) : null;
}
