import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { makeName } from './names.ts';
import type { Chance } from './random.ts';
import type { School } from './schools.ts';

/** The year that the sample is about. */
export const YEAR = 2025;

/** One person of the sample, with the school of January. */
export interface SamplePerson {
  readonly record: TeacherRecord;
  readonly school: School;
}

const POSTS = {
  kindergarten: { established: 34, 'kindergarten-contract': 56, temporary: 10 },
  urban: { established: 88, 'special-post': 1, temporary: 11 },
  rural: { established: 78, 'special-post': 11, temporary: 11 },
};
const BACKBONE = { none: 901, district: 62, city: 25, region: 9, national: 3 };
const MASTER = { none: 976, district: 15, city: 6, region: 2, national: 1 };
const DEGREE = { none: 14, bachelor: 78, masters: 7.9, doctorate: 0.1 };
const HONOUR = { none: 994, 'special-grade': 2, 'city-master': 4 };

/** The staff of all schools, in the order of the schools, numbered through. */
export function makePeople(schools: readonly School[], chance: Chance): SamplePerson[] {
  let number = 0;
  return schools.flatMap((school) =>
    Array.from({ length: school.staff }, (_, index) => {
      number += 1;
      return { school, record: makePerson(`JF${String(number).padStart(5, '0')}`, school, index === 0, chance) };
    }),
  );
}

function makePerson(id: string, school: School, isPrincipal: boolean, chance: Chance): TeacherRecord {
  const kind = school.stage === 'kindergarten' ? 'kindergarten' : school.area;
  const post = isPrincipal ? 'established' : chance.weighted<string>(POSTS[kind]);
  const onScale = post === 'established' || post === 'special-post';
  const payStep = post === 'special-post' ? chance.integer(5, 9) : chance.integer(8, 44);
  const record: TeacherRecord = {
    id,
    name: makeName(chance),
    ...placeFacts(school),
    stage: school.stage,
    post,
    commute: chance.weighted({ near: school.area === 'urban' ? 72 : 38, far: school.area === 'urban' ? 26 : 60, '': 1 }),
    employedFrom: `${YEAR - 1 - Math.floor(payStep * 0.75) + chance.integer(-1, 1)}-${chance.pick(['03', '08', '09'])}`,
  };
  if (record.commute === '') delete record.commute;
  if (onScale) {
    record.payStep = payStep;
    if (chance.happens(0.97)) record.payStepIncrement = incrementOf(payStep);
    addHonours(record, chance);
  } else {
    record.employedFrom = `${chance.integer(2016, YEAR - 1)}-${chance.pick(['02', '08', '09'])}`;
  }
  if (post === 'kindergarten-contract' && chance.happens(0.985)) record.monthlySalary = money(chance.integer(310_000, 528_000));
  const assessment = chance.weighted<string>(
    awarded(record) ? { passed: 93, failed: 3, pending: 4 } : { passed: 90, failed: 1, pending: 2, '': 7 },
  );
  if (assessment !== '') record.assessment = assessment;
  if (isPrincipal) record.principal = true;
  else if (school.stage !== 'kindergarten' && chance.happens(0.24)) record.classTeacher = true;
  return record;
}

/** The facts that follow from the school; also those that a transfer changes. */
export function placeFacts(school: School): Record<string, unknown> {
  return {
    school: school.school,
    area: school.area,
    town: school.town,
    ...(school.village && { village: school.village }),
    ...(school.boarding && { boardingSchool: true }),
    ...(school.area === 'rural' && { townshipSchool: true }),
  };
}

function addHonours(record: TeacherRecord, chance: Chance): void {
  record.backboneLevel = chance.weighted(BACKBONE);
  record.masterLevel = chance.weighted(MASTER);
  record.degree = chance.weighted(DEGREE);
  record.honour = chance.weighted(HONOUR);
  if (record.masterLevel !== 'none' && chance.happens(0.2)) record.studioHost = true;
  for (const fact of ['backboneLevel', 'masterLevel', 'degree', 'honour']) if (record[fact] === 'none') delete record[fact];
}

function awarded(record: TeacherRecord): boolean {
  return record.backboneLevel !== undefined || record.masterLevel !== undefined;
}

/** What the next pay step adds a month: an invented curve of a plausible size, not a pay scale in force. */
export function incrementOf(payStep: number): string {
  return money((18 + Math.floor(payStep * 1.25)) * 100);
}

/** Yuan from fen, with two decimals. */
export function money(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
