/** The units of amounts, each as a power of ten of yuan. */
export const UNIT_SHIFTS = { yuan: 0, hundred: 2, thousand: 3, 'ten-thousand': 4 } as const;

export type MoneyUnit = keyof typeof UNIT_SHIFTS;
export const MONEY_UNITS = Object.keys(UNIT_SHIFTS) as MoneyUnit[];

/** The units as written in a sheet. */
export const UNIT_NAMES: Readonly<Record<MoneyUnit, string>> = { yuan: '元', hundred: '百元', thousand: '千元', 'ten-thousand': '万元' };

const OTHER_UNIT = /[十百千万亿]元?/;

/** Whether a header names a unit other than yuan, so that amounts written in yuan would be misread. */
export function namesOtherUnit(header: string): boolean {
  return OTHER_UNIT.test(header);
}
