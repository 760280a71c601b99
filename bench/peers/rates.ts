/** The figures of the policy in yuan, as its text has them, from which each peer's rules are made. */
export const LEVELS = ['district', 'city', 'region', 'national'] as const;
export const AREAS = ['urban', 'rural'] as const;
export const BACKBONE = {
  urban: { district: 200, city: 300, region: 400, national: 600 },
  rural: { district: 300, city: 400, region: 500, national: 800 },
} as const;
/** The rates of the district's own level; the figures of the other levels are undetermined. */
export const MASTER = { urban: 300, rural: 400 } as const;
export const AWAITED_MASTERS = ['city', 'region', 'national'] as const;
export const MEAL = { urban: 180, rural: 330 } as const;
export const TRANSPORT = { near: 300, far: 600 } as const;
export const STUDIO = 8000;
export const HOST_PERCENT = 30;
export const TALENT = { high: 80_000, low: 50_000 } as const;
export const UPLIFT_PERCENT = 10;
export const WHOLE_TOWN = '良田镇';
export const TOWN_OF_VILLAGES = '丰登镇';
export const VILLAGES = ['润丰村', '和丰村'];
/** Flags whose figure is undetermined, with the allowance of each. */
export const FLAGS = [
  { fact: 'principal', allowance: 'principal' },
  { fact: 'classTeacher', allowance: 'class-teacher' },
  { fact: 'boardingSchool', allowance: 'boarding' },
  { fact: 'townshipSchool', allowance: 'township' },
] as const;
