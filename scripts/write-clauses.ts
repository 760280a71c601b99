/** Regenerates `docs/clauses.md`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clausesPage } from './clauses.ts';

writeFileSync(join(import.meta.dirname, '../docs/clauses.md'), clausesPage());
