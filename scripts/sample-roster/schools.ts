/** A school of the sample. All of them are invented; every name says 示例 (sample). */
export interface School {
  readonly school: string;
  readonly stage: 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special';
  readonly area: 'urban' | 'rural';
  readonly town: string;
  readonly village?: string;
  readonly boarding: boolean;
  readonly staff: number;
}

type Site = Pick<School, 'area' | 'town' | 'village'>;

const STREETS = ['满城北街街道', '黄河东路街道', '长城中路街道', '北京中路街道', '上海西路街道'];
const LIANGTIAN = ['园子村', '和顺新村', '光明村', '金星村', undefined];
/** The uplift is for two villages of 丰登镇; the village of the last site is not recorded. */
const FENGDENG = ['润丰村', '和丰村', '联丰村', '永丰村', undefined];

const KINDS = {
  kindergarten: { suffix: '幼儿园', urban: 11, rural: 6, size: 46 },
  primary: { suffix: '小学', urban: 15, rural: 10, size: 88 },
  junior: { suffix: '初级中学', urban: 7, rural: 3, size: 118 },
  senior: { suffix: '高级中学', urban: 4, rural: 0, size: 180 },
  vocational: { suffix: '职业学校', urban: 2, rural: 0, size: 120 },
  special: { suffix: '特殊教育学校', urban: 2, rural: 0, size: 50 },
} as const;

const NUMERALS = '一二三四五六七八九十';

/** The sixty schools, whose staff adds up to `staff`. */
export function makeSchools(staff: number): School[] {
  const schools = Object.entries(KINDS).flatMap(([stage, kind]) => {
    const sites = [...repeat(kind.urban, urbanSite), ...repeat(kind.rural, ruralSite)];
    const seen = new Map<string, number>();
    return sites.map((site, index) => {
      const number = seen.get(site.town) ?? 0;
      seen.set(site.town, number + 1);
      const size = Math.round(kind.size * (site.area === 'urban' ? 1.1 : 0.75) * (0.8 + (index % 5) / 10));
      const school = `${site.town.replace('街道', '')}示例第${NUMERALS[number]}${kind.suffix}`;
      const boarding = site.area === 'rural' && (stage === 'junior' || (stage === 'primary' && index % 3 === 0));
      return { school, stage: stage as School['stage'], ...site, boarding, staff: size };
    });
  });
  return share(schools, staff);
}

function repeat(count: number, site: (index: number) => Site): Site[] {
  return Array.from({ length: count }, (_, index) => site(index));
}

function urbanSite(index: number): Site {
  return { area: 'urban', town: STREETS[index % STREETS.length] as string };
}

function ruralSite(index: number): Site {
  const inLiangtian = index % 2 === 0;
  const villages = inLiangtian ? LIANGTIAN : FENGDENG;
  const village = villages[Math.floor(index / 2) % villages.length];
  return { area: 'rural', town: inLiangtian ? '良田镇' : '丰登镇', ...(village && { village }) };
}

/** Scales the sizes so that they add up to the staff; the last schools absorb the rounding. */
function share(schools: readonly School[], staff: number): School[] {
  const total = schools.reduce((sum, school) => sum + school.staff, 0);
  let left = staff;
  return schools.map((school, index) => {
    const remaining = schools.length - 1 - index;
    const size = remaining === 0 ? left : Math.round((school.staff / total) * staff);
    left -= size;
    return { ...school, staff: size };
  });
}
