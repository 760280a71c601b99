import { isDate, parseMonth } from '../../calendar/month.ts';
import { DECIMAL_UNITS, formatDecimal, parseDecimal } from '../../money/decimal.ts';
import { plainSum } from '../../money/printed.ts';
import { ONE, readNumeral } from '../checks/quoted/numeral.ts';
import type { Slip } from '../reading/slip.ts';

const DAY = /^(\d{4})\s*(?:[-/.年])\s*(\d{1,2})\s*(?:[-/.月])\s*(\d{1,2})\s*日?$/;
const MONTH = /^(\d{4})\s*(?:[-/.年])?\s*(\d{1,2})\s*月?$/;
const AWAITED = /^(?:|待定|待明确|未定|未明确|暂无|无|另行(?:规定|制定|通知)|null|none|tbd|-|—|\/)$/i;
const RANGE = /^(?:不低于|不少于|至少|最低)?([\d.]+[百千万亿]?)元?(?:-|~|—|–|至|到)([\d.]+[百千万亿]?)元?$/;
const FLOOR = /^(?:不低于|不少于|不得低于|至少|最低|>=|≥)([\d.]+[百千万亿]?)元?$/;
const CEILING = /^(?:不超过|不高于|不得超过|至多|最高|最多|<=|≤)([\d.]+[百千万亿]?)元?$/;
const RATE = /^([\d.,]+[百千万亿]?)元?(?:[/每]人)?[/每](月|年)$/;

/** How a day is written that was given in another way: 2021/9/1, 2021年9月1日. */
export function dateSlip(given: string): Slip | null {
  const text = plain(given);
  const [, year, month = '', day = ''] = DAY.exec(text) ?? [];
  if (year !== undefined) {
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDate(date) ? { slip: 'as-date', instead: date } : { slip: 'no-such-day', given: date };
  }
  const instead = monthOf(text);
  return instead === null ? null : { slip: 'day-missing', given: instead };
}

/** How a month is written that was given in another way: 2021年9月, 202109, 2021-09-01. */
export function monthSlip(given: string): Slip | null {
  const text = plain(given);
  const [, year, month] = DAY.exec(text) ?? [];
  const instead = monthOf(year === undefined ? text : `${year}-${month}`);
  return instead === null ? null : { slip: 'as-month', instead };
}

function monthOf(text: string): string | null {
  const [, year, month = ''] = MONTH.exec(text) ?? [];
  const instead = `${year}-${month.padStart(2, '0')}`;
  return year !== undefined && parseMonth(instead) !== null ? instead : null;
}

/** How a figure is written that was given as a text says it: 10%, 八万, ￥80000, 待定, 不超过80000. @param unit of its parameter */
export function figureSlip(given: string, unit: string): Slip | null {
  const text = plain(given)
    .replaceAll(' ', '')
    .replace(/^[“”"']+|[“”"']+$/g, '')
    .replace(/^(?:[¥￥]|RMB|人民币)/i, '');
  if (AWAITED.test(text)) return { slip: 'figure-awaited' };
  const [, low, high] = RANGE.exec(text) ?? [];
  if (low !== undefined) return { slip: 'figure-range', instead: `atLeast: "${low}", atMost: "${high}"` };
  const [floor, ceiling] = [FLOOR.exec(text)?.[1], CEILING.exec(text)?.[1]];
  if (floor !== undefined) return { slip: 'figure-range', instead: `atLeast: "${floor}"` };
  if (ceiling !== undefined) return { slip: 'figure-range', instead: `atMost: "${ceiling}"` };
  const [, sum, every] = RATE.exec(text) ?? [];
  if (sum !== undefined && unit === 'yuan') return { slip: 'figure-period', instead: sum, period: every === '年' ? 'year' : 'month' };
  const instead = unit === 'yuan' ? sumOf(text) : numberOf(text.replace(/^百分之/, '').replace(/[%％人名个年]$/, ''));
  return instead === null || instead === given ? null : { slip: 'as-figure', instead };
}

function sumOf(text: string): string | null {
  const [, number, unit = ''] = /^([\d.,]+)([百千万亿]?)元?(?:整)?$/.exec(text) ?? [];
  if (number !== undefined) return plainSum(`${number}${unit}`) === null ? null : `${number}${unit}`;
  return numberOf(text.replace(/[元圆]整?$/, ''));
}

/** A number in figures or characters, as a plain decimal. */
function numberOf(text: string): string | null {
  if (parseDecimal(text) !== null) return text;
  const read = readNumeral(text, 0);
  const units = (read?.value ?? 0n) * BigInt(DECIMAL_UNITS);
  return read && read.end === text.length && units % ONE === 0n ? formatDecimal(Number(units / ONE)) : null;
}

function plain(text: string): string {
  return text.normalize('NFKC').trim();
}
