import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clausesPage } from '../../scripts/clauses.ts';

it('docs/clauses.md is what the rules say; `npm run clauses` writes it', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/clauses.md'), 'utf8')).toBe(clausesPage());
});
