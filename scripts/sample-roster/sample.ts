import Papa from 'papaparse';
import type { Dictionary } from '../../src/facts/dictionary.ts';
import { blemish, type SheetRow } from './blemishes.ts';
import { passYear } from './changes.ts';
import { makePeople } from './people.ts';
import { Chance } from './random.ts';
import { makeSchools } from './schools.ts';
import { headerCells, personCells } from './sheet.ts';

const SEED = 20_250_101;
const STAFF = 5_000;

/** The line above the header row that says what the file is. */
export const TITLE = '示例名册（人工合成数据，非真实人员）';

/** The facts of the sample, in the order of its columns. */
export const COLUMNS: readonly string[] = [
  'id',
  'name',
  'school',
  'stage',
  'post',
  'area',
  'town',
  'village',
  'backboneLevel',
  'masterLevel',
  'studioHost',
  'assessment',
  'commute',
  'payStep',
  'payStepIncrement',
  'monthlySalary',
  'degree',
  'honour',
  'recruitedOn',
  'employedFrom',
  'employedTo',
  'onPayroll',
  'principal',
  'classTeacher',
  'boardingSchool',
  'townshipSchool',
];

/** The sample roster as the text of a CSV file: byte order mark, title, header row, people, a total. The same every time. */
export function sampleRosterCsv(dictionary: Dictionary): string {
  const chance = new Chance(SEED);
  const schools = makeSchools(STAFF);
  const people = makePeople(schools, chance);
  passYear(people, schools, chance);

  const keys = [...COLUMNS, 'from'];
  const rows = people.flatMap(({ record }) => personCells(dictionary, COLUMNS, record));
  const named = rows.map((cells): SheetRow => Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? ''])));
  const body = blemish(named).map((row) => keys.map((key) => row[key] ?? ''));
  const footer = ['合计', `${STAFF}人`];
  return `\ufeff${Papa.unparse([[TITLE], headerCells(dictionary, COLUMNS), ...body, footer], { newline: '\r\n' })}\r\n`;
}
