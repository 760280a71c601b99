import type { Context } from 'hono';
import { policyOfRun } from '../../contract/wire/run-facts.ts';
import type { Issue } from '../../facts/issue.ts';
import { bundledPolicies, dictionary } from '../../policy/bundled.ts';
import { contentOf, versionOf } from '../../policy/document/version.ts';
import { readPolicyFile } from '../../policy/loading/load.ts';
import { HISTORIC_PAY_SCALES } from '../../policy/pay-scales.ts';
import { type Policy, readPolicy } from '../../policy/policy.ts';
import { followPredecessors } from '../../policy/succession.ts';
import { explainFault } from '../../text/policy-faults/explain.ts';
import { wordingOf } from '../reading/language.ts';
import { Problem } from '../reading/problem.ts';
import { sha256 } from '../reading/sha256.ts';
import { policyOf } from './policies.ts';

/** A request whose policy is known, under the facts that it gives for everybody: the rest of its body. */
export interface WithPolicy {
  readonly policy: Policy;
  readonly body: unknown;
}

/** The policy named by the path; `null` if the path names none, so that it is in the body. @throws Problem if it is unknown */
export function namedPolicy(c: Context): Policy | null {
  return c.req.param('id') === undefined ? null : policyOf(c);
}

/**
 * Takes the policy out of a body if the path names none.
 *
 * @param named as {@link namedPolicy} gives it
 * @param base the place of the body, for pointers: `['request']` in the first line of a stream
 * @throws Problem with the faults of the policy's text, each with its line and column
 */
export async function takePolicy(c: Context, named: Policy | null, body: unknown, base: readonly string[] = []): Promise<WithPolicy> {
  if (named) return { policy: policyOfRun(named, body), body };
  const { policy: text, ...rest } = Object(body) as Record<string, unknown>;
  const path = [...base, 'policy'];
  if (typeof text !== 'string') {
    const code = text === undefined || text === null ? 'required' : 'wrong-type';
    throw new Problem('invalid-request', { issues: [{ path, code, params: { expected: 'string' } }] });
  }
  const { document, faults } = readPolicyFile(text, dictionary);
  if (document !== null) {
    const version = versionOf(await sha256(contentOf(document, dictionary, HISTORIC_PAY_SCALES)));
    const policy = followPredecessors(readPolicy(document, version, dictionary), dictionary, (id) => bundledPolicies.get(id));
    return { policy: policyOfRun(policy, rest), body: rest };
  }
  const { language } = wordingOf(c);
  const issues = faults.map((fault): Issue => {
    const sentence = `${fault.path ? `${fault.path}: ` : ''}${explainFault(fault, language)}`;
    return { path, code: 'invalid-policy', params: { line: fault.line, column: fault.column, sentence } };
  });
  throw new Problem('invalid-request', { issues });
}
