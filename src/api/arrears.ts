import type { Hono } from 'hono';
import { computeArrears } from '../contract/arrears.ts';
import { readArrearsRequest } from '../contract/arrears-request.ts';
import { bundledPolicies } from '../policy/bundled.ts';
import { JSON_TYPE, MOST_BYTES_MANY, mediaTypeOf, readEntries } from './body.ts';
import { wordingOf } from './language.ts';
import { policyOf } from './policies.ts';
import { Problem } from './problem.ts';
import { readQuery } from './query.ts';

/** Sets what was paid against what is owed under the rules known now. */
export function arrears(app: Hono): void {
  app.post('/api/v1/policies/:id/arrears', async (c) => {
    const policy = policyOf(c);
    readQuery(c, []);
    mediaTypeOf(c, [JSON_TYPE]);
    const { value, lost } = await readEntries(c, MOST_BYTES_MANY, ['teachers']);
    const read = readArrearsRequest(policy, value, bundledPolicies);
    if (read.value === null) throw new Problem('invalid-request', { issues: read.issues });
    return c.json(computeArrears(policy, read.value, wordingOf(c), lost));
  });
}
