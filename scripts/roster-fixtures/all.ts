import { AMOUNTS } from './amounts.ts';
import type { Fixture } from './fixture.ts';
import { FOOTER_ROWS } from './footers.ts';
import { HEADERS } from './headers.ts';
import { HOSTILE } from './hostile.ts';
import { IDENTITIES } from './identities.ts';
import { LAYOUT } from './layout.ts';
import { ROWS } from './rows.ts';
import { SPELLINGS } from './spellings.ts';
import { TEXTS } from './texts.ts';
import { VALUES } from './values.ts';
import { WORKBOOKS } from './workbooks.ts';

/** Every messy file, with what must be found in it. */
export const FIXTURES: readonly Fixture[] = [
  ...LAYOUT,
  ...HEADERS,
  ...ROWS,
  ...FOOTER_ROWS,
  ...TEXTS,
  ...IDENTITIES,
  ...VALUES,
  ...SPELLINGS,
  ...AMOUNTS,
  ...WORKBOOKS,
  ...HOSTILE,
];
