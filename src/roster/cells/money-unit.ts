/** In what amounts can stand, by how many decimals yuan have more than they. */
export const UNIT_SHIFTS = { yuan: 0, hundred: 2, thousand: 3, 'ten-thousand': 4 } as const;

export type MoneyUnit = keyof typeof UNIT_SHIFTS;
export const MONEY_UNITS = Object.keys(UNIT_SHIFTS) as MoneyUnit[];

/** The units as a sheet writes them. */
export const UNIT_NAMES: Readonly<Record<MoneyUnit, string>> = { yuan: '元', hundred: '百元', thousand: '千元', 'ten-thousand': '万元' };

const OTHER_UNIT = /[十百千万亿]元?/;

/** Whether a header names a unit other than yuan, which amounts written in yuan would be taken to be in. */
export function namesOtherUnit(header: string): boolean {
  return OTHER_UNIT.test(header);
}
