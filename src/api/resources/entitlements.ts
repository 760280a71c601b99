import type { Context, Hono } from 'hono';
import { whereComputed } from '../../contract/teacher/entitlement.ts';
import { explainPeriod } from '../../contract/teacher/entitlement-years.ts';
import { readOneTeacher } from '../../contract/teacher/one-teacher.ts';
import { planFor } from '../../engine/plan-cache.ts';
import { JSON_TYPE, MOST_BYTES_ONE, MOST_BYTES_POLICY, mediaTypeOf, readJson } from '../reading/body.ts';
import { wordingOf } from '../reading/language.ts';
import { accepted } from '../reading/problem.ts';
import { readQuery } from '../reading/query.ts';
import { answerBytes } from '../writing/answer-headers.ts';
import { writeEntitlement } from '../writing/entitlement-writer.ts';
import { namedPolicy, takePolicy } from './policy-source.ts';

/** Computes and explains one teacher under a built-in policy, or under one in the request. */
export function entitlements(app: Hono): void {
  app.post('/api/v1/policies/:id/entitlements', answer);
  app.post('/api/v1/entitlements', answer);
}

async function answer(c: Context): Promise<Response> {
  const named = namedPolicy(c);
  readQuery(c, []);
  mediaTypeOf(c, [JSON_TYPE]);
  const { value, faults } = await readJson(c, named ? MOST_BYTES_ONE : MOST_BYTES_ONE + MOST_BYTES_POLICY);
  const { policy, body } = await takePolicy(c, named, value);
  const { id, settings, teacher, period } = accepted(readOneTeacher(policy, body), faults);
  const wording = wordingOf(c);
  if (period) return c.json(accepted(whereComputed(() => explainPeriod(policy, settings, period, { id, teacher }, wording))));
  return answerBytes(c, accepted(whereComputed(() => writeEntitlement(planFor(policy, settings), id, teacher, wording))), wording);
}
