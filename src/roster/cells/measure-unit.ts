import type { Fact } from '../../facts/dictionary.ts';
import { isBounded } from '../../facts/value.ts';

/** Units that a header may name; where one of them is not that of the fact, the column is about other numbers. */
const UNITS =
  '米 公里 千米 里 华里 英里 km m 平方米 平米 m2 平方公里 km2 亩 公顷 分钟 小时 课时 学时 节 次 天 日 周 月 年 个月 学期 学年 人 名 户 元 万元 % 级 分';
const KNOWN: ReadonlySet<string> = new Set(UNITS.split(' '));

/** How the unit of a fact is written, folded; none where it has no unit. */
export function unitNames(fact: Fact): string[] {
  if (!isBounded(fact) || !fact.unit) return [];
  const { zh, en, also } = fact.unit;
  return [zh, en, ...also].map((name) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
}

/**
 * Whether a header names another unit than that of its fact: 「距县城（米）」 where the fact is in kilometres. Its numbers would be read a thousand
 * times too large.
 *
 * @param folded the header, folded
 */
export function isOtherUnit(folded: string, fact: Fact): boolean {
  const names = unitNames(fact);
  const [, named = ''] = /[([【](?:单位:)?([^()[\]【】]+)[)\]】]:?$/.exec(folded) ?? /[/,]([^/,]+)$/.exec(folded) ?? [];
  return names.length > 0 && KNOWN.has(named) && !names.includes(named);
}
