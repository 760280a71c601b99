import type { Context, Hono } from 'hono';
import { checkResult, type PolicyCheckResult, policyCheckRequest } from '../../contract/policy/policy-check.ts';
import { issuesOf } from '../../facts/issue.ts';
import { dictionary } from '../../policy/bundled.ts';
import { contentOf, versionOf } from '../../policy/document/version.ts';
import { type PolicyFile, readPolicyFile } from '../../policy/loading/load.ts';
import { HISTORIC_PAY_SCALES } from '../../policy/pay-scales.ts';
import type { Fault } from '../../policy/reading/fault.ts';
import { explainFault } from '../../text/policy-faults/explain.ts';
import { JSON_TYPE, MOST_BYTES_POLICY, mediaTypeOf, readBytes, readJson } from '../reading/body.ts';
import { wordingOf } from '../reading/language.ts';
import { Problem } from '../reading/problem.ts';
import { readQuery } from '../reading/query.ts';
import { sha256 } from '../reading/sha256.ts';
import { NO_POLICY } from './policies.ts';

/** Media types of a policy file sent as such. */
export const YAML_TYPES = ['application/yaml', 'text/yaml'] as const;
/** The policy and the text of its document. */
const MOST_BYTES_JSON = 2 * MOST_BYTES_POLICY;

const NOT_UTF_8: Fault = { line: 1, column: 1, path: '', code: 'not-utf-8', params: {} };

/** Checks a policy file and answers its faults and warnings with line and column. Nothing is kept. */
export function policiesCheck(app: Hono): void {
  // Its own address would clash with the ids of policies, and the fast router cannot hold both.
  app.post('/api/v1/policies/:id', async (c) => {
    if (c.req.param('id') !== NO_POLICY) return c.notFound();
    readQuery(c, []);
    const type = mediaTypeOf(c, [JSON_TYPE, ...YAML_TYPES]);
    return c.json(type === JSON_TYPE ? await checkJson(c) : await checkRaw(c));
  });
}

async function checkJson(c: Context): Promise<PolicyCheckResult> {
  const { value, faults } = await readJson(c, MOST_BYTES_JSON);
  const request = policyCheckRequest.safeParse(value);
  const issues = [...faults, ...(request.success ? [] : issuesOf(request.error))];
  if (!request.success || issues.length > 0) throw new Problem('invalid-request', { issues });
  const { text, source, sources } = request.data;
  return answer(c, readPolicyFile(text, dictionary, source ?? null, sources ?? {}));
}

async function checkRaw(c: Context): Promise<PolicyCheckResult> {
  const bytes = await readBytes(c, MOST_BYTES_POLICY);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return answer(c, { document: null, faults: [NOT_UTF_8], warnings: [] });
  }
  return answer(c, readPolicyFile(text, dictionary));
}

async function answer(c: Context, file: PolicyFile): Promise<PolicyCheckResult> {
  const { document } = file;
  const policy = document && { document, version: versionOf(await sha256(contentOf(document, dictionary, HISTORIC_PAY_SCALES))) };
  const wording = wordingOf(c);
  return checkResult(policy, file, (fault) => explainFault(fault, wording.language), wording);
}
