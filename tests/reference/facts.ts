/** What is known of one teacher in each month of a year: the base facts overlaid by the changes, defaults and derived facts filled in. */
import { isEmployedIn } from './employment.ts';

type Text = string | null;
type Flag = boolean | null;

/** Facts as a request's JSON has them; `null` is not given. Money is yuan a month. Facts that this policy does not use may be there too. */
export interface RequestFacts {
  readonly school?: Text;
  readonly stage?: Text;
  readonly post?: Text;
  readonly area?: Text;
  readonly town?: Text;
  readonly village?: Text;
  readonly resettlement?: Flag;
  readonly backboneLevel?: Text;
  readonly masterLevel?: Text;
  readonly studioHost?: Flag;
  readonly assessment?: Text;
  readonly commute?: Text;
  readonly payStep?: number | null;
  readonly payStepIncrement?: Text;
  readonly monthlySalary?: Text;
  readonly onPayroll?: Flag;
  readonly principal?: Flag;
  readonly classTeacher?: Flag;
  readonly boardingSchool?: Flag;
  readonly townshipSchool?: Flag;
  readonly [fact: string]: unknown;
}

/** The facts that a change names hold from the month `from` (`YYYY-MM`) on. */
export interface RequestChange extends RequestFacts {
  readonly from: string;
}

/** A valid teacher of a request, or the facts of a cohort, which have no id. Changes come in any order. */
export interface RequestTeacher extends RequestFacts {
  readonly id?: string;
  readonly degree?: Text;
  readonly honour?: Text;
  readonly recruitedOn?: Text;
  readonly employedFrom?: Text;
  readonly employedTo?: Text;
  readonly arrivedOn?: Text;
  readonly leftOn?: Text;
  readonly changes?: readonly RequestChange[] | null;
}

/** The facts of one month. `null` is unknown. Money is still text, yuan a month. */
export interface MonthFacts {
  readonly month: string;
  /** Within the employment, and not off the payroll. */
  readonly employed: boolean;
  readonly school: string | null;
  readonly stage: string | null;
  readonly post: string | null;
  readonly area: string | null;
  /** Explicit, or derived from the place; `null` where only the village could tell. */
  readonly resettlement: boolean | null;
  readonly backboneLevel: string;
  readonly masterLevel: string;
  readonly studioHost: boolean;
  /** `passed`, `failed`, `pending` or unknown. */
  readonly assessment: string | null;
  readonly commute: string | null;
  readonly payStep: number | null;
  readonly payStepIncrement: string | null;
  readonly monthlySalary: string | null;
  readonly principal: boolean;
  readonly classTeacher: boolean;
  readonly boardingSchool: boolean;
  readonly townshipSchool: boolean;
}

/** Towns that count as resettlement area: whole, or by some of their villages. */
export type PlaceList = readonly { readonly town: string; readonly villages?: readonly string[] | null }[];

/** 移民地区 of item 19: 良田镇全域, 丰登镇润丰村、和丰村. */
const OWN_PLACES: PlaceList = [{ town: '良田镇' }, { town: '丰登镇', villages: ['润丰村', '和丰村'] }];

/** The twelve months of a year, `YYYY-01` to `YYYY-12`. */
export function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}

/** The facts of a teacher (or of a cohort) in each of the twelve months of a year, in order; `places` where a request sets its own. */
export function factsByMonth(year: number, teacher: RequestTeacher, places: PlaceList = OWN_PLACES): MonthFacts[] {
  const changes = [...(teacher.changes ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  return monthsOf(year).map((month) => {
    const facts = changes.filter(({ from }) => from <= month).reduce<RequestFacts>(overlay, teacher);
    const employed = isEmployedIn(month, teacher) && facts.onPayroll !== false;
    return monthFacts(month, employed, facts, places);
  });
}

/** Facts after a change: a new town drops the village, a new place drops an explicit `resettlement`, unless the change names them itself. */
function overlay(facts: RequestFacts, change: RequestChange): RequestFacts {
  const village = 'town' in change ? { village: null } : {};
  const resettlement = 'town' in change || 'village' in change ? { resettlement: null } : {};
  return { ...facts, ...village, ...resettlement, ...change };
}

function monthFacts(month: string, employed: boolean, facts: RequestFacts, places: PlaceList): MonthFacts {
  return {
    month,
    employed,
    school: facts.school ?? null,
    stage: facts.stage ?? null,
    post: facts.post ?? null,
    area: facts.area ?? null,
    resettlement: facts.resettlement ?? isIn(places, facts.town ?? null, facts.village ?? null),
    backboneLevel: facts.backboneLevel ?? 'none',
    masterLevel: facts.masterLevel ?? 'none',
    studioHost: facts.studioHost ?? false,
    assessment: facts.assessment ?? null,
    commute: facts.commute ?? null,
    payStep: facts.payStep ?? null,
    payStepIncrement: facts.payStepIncrement ?? null,
    monthlySalary: facts.monthlySalary ?? null,
    principal: facts.principal ?? false,
    classTeacher: facts.classTeacher ?? false,
    boardingSchool: facts.boardingSchool ?? false,
    townshipSchool: facts.townshipSchool ?? false,
  };
}

/** Whether a place is in a list; `null` where the town is listed by villages and no village is given. */
function isIn(places: PlaceList, town: string | null, village: string | null): boolean | null {
  const listed = town === null ? undefined : places.find((place) => placeName(place.town) === placeName(town));
  if (!listed) return false;
  if (!listed.villages) return true;
  return village === null ? null : listed.villages.map(placeName).includes(placeName(village));
}

function placeName(name: string | null): string | null {
  return name === null ? null : name.normalize('NFKC').trim();
}
