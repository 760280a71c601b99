import type { Hono } from 'hono';
import { explainEntitlement, readEntitlementRequest } from '../contract/entitlement.ts';
import { JSON_TYPE, MOST_BYTES_ONE, mediaTypeOf, readJson } from './body.ts';
import { wordingOf } from './language.ts';
import { policyOf } from './policies.ts';
import { Problem } from './problem.ts';
import { readQuery } from './query.ts';

/** Computes and explains one teacher. */
export function entitlements(app: Hono): void {
  app.post('/api/v1/policies/:id/entitlements', async (c) => {
    const policy = policyOf(c);
    readQuery(c, []);
    mediaTypeOf(c, [JSON_TYPE]);
    const read = readEntitlementRequest(policy, await readJson(c, MOST_BYTES_ONE));
    if (read.value === null) throw new Problem('invalid-request', { issues: read.issues });
    return c.json(explainEntitlement(policy, read.value.settings, read.value.teacher, wordingOf(c)));
  });
}
