import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { type policyList, summarisePolicy, teacherJsonSchema, viewPolicy } from '../../contract/policy/policy-view.ts';
import { bundledPolicies } from '../../policy/bundled.ts';
import type { Policy } from '../../policy/policy.ts';
import { wordingOf } from '../reading/language.ts';
import { Problem } from '../reading/problem.ts';
import { readQuery } from '../reading/query.ts';

/** Takes the place of a policy's id in the address at which policy files are checked. */
export const NO_POLICY = 'check';

/** The policy named by a path. @throws Problem if there is none */
export function policyOf(c: Context): Policy {
  const policy = bundledPolicies.get(c.req.param('id') ?? '');
  if (!policy) throw new Problem('not-found');
  return policy;
}

/** Lists policies, shows one, and gives the schema of its teachers, each with an `ETag` for revalidation. */
export function policies(app: Hono): void {
  app.get('/api/v1/policies', etag({ weak: true }), (c) => {
    readQuery(c, []);
    const list = [...bundledPolicies.values()].map((policy) => summarisePolicy(policy, wordingOf(c)));
    return c.json({ policies: list } satisfies typeof policyList._output);
  });
  app.get('/api/v1/policies/:id', etag({ weak: true }), (c) => {
    if (c.req.param('id') === NO_POLICY) return c.notFound();
    readQuery(c, []);
    return c.json(viewPolicy(policyOf(c), wordingOf(c)));
  });
  app.get('/api/v1/policies/:id/teacher-schema', etag({ weak: true }), (c) => {
    readQuery(c, []);
    return c.body(JSON.stringify(teacherJsonSchema(policyOf(c))), 200, { 'content-type': 'application/schema+json' });
  });
}
