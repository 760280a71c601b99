import type { ChangeRecord, TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { incrementOf, money, placeFacts, type SamplePerson, YEAR } from './people.ts';
import type { Chance } from './random.ts';
import type { School } from './schools.ts';

const RECRUITS = 25;

/** Lets a year pass: people are recruited, come and leave, move, rise and fall. */
export function passYear(people: readonly SamplePerson[], schools: readonly School[], chance: Chance): void {
  recruit(people, chance);
  for (const { record, school } of people) {
    if (record.recruitedOn !== undefined) continue;
    const left = comeOrLeave(record, chance);
    if (left) continue;
    const changes = new Map<string, ChangeRecord>();
    const change = (from: string, facts: Record<string, unknown>) => changes.set(from, { ...changes.get(from), ...facts, from });
    changeFacts(record, school, schools, chance, change);
    if (changes.size > 0) record.changes = [...changes.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  }
}

type AddChange = (from: string, facts: Record<string, unknown>) => void;

/** Some recruits have a degree, some an honour, a few both: the readings of the clause come apart on them. */
function recruit(people: readonly SamplePerson[], chance: Chance): void {
  const candidates = people.filter(
    ({ record, school }) => record.post === 'established' && school.stage !== 'kindergarten' && !record.principal,
  );
  const stride = Math.floor(candidates.length / RECRUITS);
  for (let index = 0; index < RECRUITS; index++) {
    const { record } = candidates[index * stride + chance.integer(0, stride - 1)] as SamplePerson;
    const month = chance.pick(['02', '03', '07', '08', '08', '09']);
    record.recruitedOn = `${YEAR}-${month}-${String(chance.integer(1, 28)).padStart(2, '0')}`;
    record.employedFrom = `${YEAR}-${month}`;
    const kind = chance.weighted({ degree: 70, honour: 18, both: 12 });
    record.degree = kind === 'honour' ? 'bachelor' : chance.weighted({ masters: 80, doctorate: 20 });
    delete record.honour;
    if (kind !== 'degree') record.honour = chance.weighted({ 'special-grade': 40, 'city-master': 60 });
  }
}

/** @returns whether the person comes or leaves in the year */
function comeOrLeave(record: TeacherRecord, chance: Chance): boolean {
  const fate = chance.weighted({ stays: 970, comes: 18, leaves: 12 });
  if (fate === 'comes') record.employedFrom = `${YEAR}-${chance.pick(['02', '03', '09', '09', '09'])}`;
  if (fate === 'leaves') record.employedTo = `${YEAR}-${chance.pick(['01', '06', '07', '07', '08', '11'])}`;
  return fate !== 'stays';
}

function changeFacts(record: TeacherRecord, school: School, schools: readonly School[], chance: Chance, change: AddChange): void {
  const september = `${YEAR}-09`;
  if (!record.principal && chance.happens(0.03)) change(september, transfer(school, schools, chance));
  if (record.assessment === 'pending' && chance.happens(0.7)) {
    change(`${YEAR}-${chance.pick(['03', '07'])}`, { assessment: chance.happens(0.93) ? 'passed' : 'failed' });
  } else if (record.backboneLevel !== undefined && chance.happens(0.06)) {
    change(september, { assessment: record.assessment === 'passed' ? 'failed' : 'passed' });
  }
  if (typeof record.payStepIncrement === 'string' && chance.happens(0.035)) {
    const payStep = Number(record.payStep) + 1;
    change(`${YEAR}-${chance.pick(['04', '07', '10'])}`, { payStep, payStepIncrement: incrementOf(payStep) });
  }
  if (typeof record.monthlySalary === 'string' && chance.happens(0.15)) {
    const fen = Math.round(Number(record.monthlySalary) * 100);
    change(`${YEAR}-${chance.pick(['03', '09'])}`, { monthlySalary: money(fen + chance.integer(8_000, 30_000)) });
  }
  if (chance.happens(0.011)) {
    const first = chance.integer(2, 9);
    change(monthOf(first), { onPayroll: false });
    change(monthOf(first + chance.integer(1, 3)), { onPayroll: true });
  }
  if (!record.principal && chance.happens(0.015)) change(september, { classTeacher: record.classTeacher !== true });
  if (chance.happens(0.008)) change(monthOf(chance.integer(3, 11)), { commute: record.commute === 'far' ? 'near' : 'far' });
}

/** A transfer names every fact that goes with a school: what is not named stays. */
function transfer(from: School, schools: readonly School[], chance: Chance): Record<string, unknown> {
  const others = schools.filter(({ stage, school }) => stage === from.stage && school !== from.school);
  const to = chance.pick(others);
  return {
    ...(from.boarding !== to.boarding && { boardingSchool: to.boarding }),
    ...(from.area !== to.area && { townshipSchool: to.area === 'rural' }),
    ...placeFacts(to),
    commute: chance.weighted({ near: 60, far: 40 }),
  };
}

function monthOf(month: number): string {
  return `${YEAR}-${String(month).padStart(2, '0')}`;
}
