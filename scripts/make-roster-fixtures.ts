/** Writes `tests/roster/fixtures/`: messy roster files, each with the expected result beside it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { FIXTURES } from './roster-fixtures/all.ts';
import type { Fixture } from './roster-fixtures/fixture.ts';

const folder = join(dirname(import.meta.dirname), 'tests/roster/fixtures');

/** The expected result of a file, as written beside it. */
export function expectedYaml({ about, expected }: Pick<Fixture, 'about' | 'expected'>): string {
  return stringify({ about, ...expected }, { lineWidth: 140, aliasDuplicateObjects: false });
}

if (import.meta.main) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const fixture of FIXTURES) {
    writeFileSync(join(folder, fixture.file), fixture.bytes);
    writeFileSync(join(folder, `${fixture.file}.yaml`), expectedYaml(fixture));
  }
  console.log(`wrote ${FIXTURES.length} files to ${folder}`);
}
