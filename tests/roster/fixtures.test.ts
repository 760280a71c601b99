import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { expectedYaml } from '../../scripts/make-roster-fixtures.ts';
import { FIXTURES } from '../../scripts/roster-fixtures/all.ts';
import type { RosterFault } from '../../src/roster/cells/roster-import.ts';
import { notesOf } from '../../src/roster/files/notes.ts';
import { type RosterFile, readRosterFile } from '../../src/roster/files/roster-file.ts';
import { finish } from '../../src/roster/sheet/progress.ts';
import { isRefusal, type Refusal } from '../../src/roster/sheet/refusal.ts';
import { columnName } from '../../src/roster/sheet/sheet.ts';
import { dictionary, schema } from './dictionary.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const files = readdirSync(FOLDER).filter((file) => !file.endsWith('.yaml'));

/** What was found in a file, in the words in which the expected stands beside it. */
function found(file: RosterFile | Refusal): object {
  if (isRefusal(file)) return { refused: file.refused };
  const { sheet, mapping, imported } = file;
  return {
    sheet: sheet.name,
    notes: notesOf({ ...file, imported: { ...imported, notes: [] } }, dictionary).map(({ code }) => code),
    columns: (mapping?.columns ?? []).map(
      ({ index, header, meaning, by }) =>
        `${columnName(index)} ${header} = ${meaning}${by === 'header' || by === 'none' ? '' : ` (${by})`}`,
    ),
    teachers: imported.teachers.map(({ row, record }) => [row, record]),
    faults: imported.faults.map(nameFault),
    skipped: imported.skipped.map(({ first, last, reason }) => `${first}-${last} ${reason}`),
    told: imported.notes.map(({ cells: [cell], code, count, params }) => [cell, code, count, ...Object.values(params)].join(' ')),
  };
}

function nameFault({ row, cell, code, params }: RosterFault): string {
  const rows = Array.isArray(params?.rows) ? params.rows : [];
  return [cell ?? row, code, ...rows].join(' ');
}

const read = (file: string) => finish(readRosterFile(readFileSync(join(FOLDER, file)), dictionary, schema));

describe('the messy files', () => {
  it('are many', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
  });

  it('are those that their script makes', () => {
    expect(files.toSorted()).toEqual(FIXTURES.map(({ file }) => file).toSorted());
    for (const fixture of FIXTURES) {
      expect([fixture.file, Buffer.compare(readFileSync(join(FOLDER, fixture.file)), fixture.bytes)]).toEqual([fixture.file, 0]);
      expect(readFileSync(join(FOLDER, `${fixture.file}.yaml`), 'utf8')).toBe(expectedYaml(fixture));
    }
  });

  it.each(files)('%s', (file) => {
    const { about, ...expected } = parse(readFileSync(join(FOLDER, `${file}.yaml`), 'utf8'));
    expect(about).not.toBe('');
    const all = 'refused' in expected ? expected : { sheet: '', notes: [], faults: [], skipped: [], told: [], ...expected };
    expect(found(read(file))).toEqual(all);
  });

  it('give away no number of an identity card, whatever is wrong with it', () => {
    for (const file of files) {
      const answer = read(file);
      if (isRefusal(answer)) continue;
      const { imported, mapping } = answer;
      expect([file, /\d{15}/.exec(JSON.stringify([imported, mapping]).replaceAll('2025000000000012', ''))]).toEqual([file, null]);
    }
  });
});
