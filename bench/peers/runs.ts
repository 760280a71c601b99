import type { Teacher } from '../limit/population.mjs';

/**
 * What a rule engine is asked about: facts that hold together, defaults filled in, `null` where nothing is known; money in yuan as it was
 * given.
 */
export interface Facts {
  readonly post: string;
  readonly area: string;
  readonly town: string | null;
  readonly village: string | null;
  readonly resettlement: boolean | null;
  readonly backboneLevel: string;
  readonly masterLevel: string;
  readonly studioHost: boolean;
  readonly assessment: string | null;
  readonly commute: string | null;
  readonly payStepIncrement: string | null;
  readonly monthlySalary: string | null;
  readonly degree: string;
  readonly honour: string;
  readonly principal: boolean;
  readonly classTeacher: boolean;
  readonly boardingSchool: boolean;
  readonly townshipSchool: boolean;
}

/** Months of the year in which the facts of an employed teacher hold. */
export interface Run {
  readonly facts: Facts;
  readonly months: number;
  /** How many of them are neither July nor August. */
  readonly tenMonths: number;
  /** Whether the teacher was recruited in one of them. */
  readonly isRecruited: boolean;
}

const HOLIDAY = [6, 7];

/**
 * A teacher's year as runs of months. No peer knows of a year that changes, so its caller has to cut it; that all are asked once a run
 * and not once a month is to their advantage.
 */
export function runsOf(teacher: Teacher, year: number): Run[] {
  const monthOf = (text: unknown) => (Number((text as string).slice(0, 4)) - year) * 12 + Number((text as string).slice(5, 7)) - 1;
  const changes = ((teacher.changes ?? []) as Record<string, unknown>[]).toSorted((one, other) => monthOf(one.from) - monthOf(other.from));
  const first = teacher.employedFrom ? monthOf(teacher.employedFrom) : 0;
  const last = teacher.employedTo ? monthOf(teacher.employedTo) : 11;
  const recruited = teacher.recruitedOn ? monthOf(teacher.recruitedOn) : -1;
  const runs: Run[] = [];
  let known: Record<string, unknown> = teacher;
  for (let from = 0, next = 0; from < 12; ) {
    for (; next < changes.length && monthOf(changes[next]?.from) <= from; next++)
      known = changed(known, changes[next] as Record<string, unknown>);
    const change = changes[next];
    const until = change ? Math.min(12, monthOf(change.from)) : 12;
    const months = Array.from({ length: until - from }, (_, at) => from + at).filter((month) => month >= first && month <= last);
    if (months.length > 0 && known.onPayroll !== false) {
      const tenMonths = months.filter((month) => !HOLIDAY.includes(month)).length;
      runs.push({ facts: factsOf(known), months: months.length, tenMonths, isRecruited: months.includes(recruited) });
    }
    from = until;
  }
  return runs;
}

/** After a move to another place, the facts about the old one no longer hold. */
function changed(known: Record<string, unknown>, change: Record<string, unknown>): Record<string, unknown> {
  const moved = 'town' in change || 'village' in change ? { village: null, resettlement: null } : {};
  return { ...known, ...moved, ...change };
}

function factsOf(known: Record<string, unknown>): Facts {
  const text = (fact: keyof Facts) => (known[fact] as string | undefined) ?? null;
  const level = (fact: keyof Facts) => (known[fact] as string | undefined) ?? 'none';
  const flag = (fact: keyof Facts) => known[fact] === true;
  return {
    post: known.post as string,
    area: known.area as string,
    town: text('town'),
    village: text('village'),
    resettlement: (known.resettlement as boolean | undefined) ?? null,
    backboneLevel: level('backboneLevel'),
    masterLevel: level('masterLevel'),
    studioHost: flag('studioHost'),
    assessment: text('assessment'),
    commute: text('commute'),
    payStepIncrement: text('payStepIncrement'),
    monthlySalary: text('monthlySalary'),
    degree: level('degree'),
    honour: level('honour'),
    principal: flag('principal'),
    classTeacher: flag('classTeacher'),
    boardingSchool: flag('boardingSchool'),
    townshipSchool: flag('townshipSchool'),
  };
}
