import type { Context, Hono } from 'hono';
import { MOST_GROUPS, TooManyGroupsError } from '../../budget/groups.ts';
import { Budget, budgetSteps, readBudgetRequest } from '../../contract/budget/budget.ts';
import type { BudgetResult } from '../../contract/budget/budget-result.ts';
import { idOf, SeenIds } from '../../contract/wire/entries.ts';
import type { Policy } from '../../policy/policy.ts';
import { JSON_TYPE, MOST_BYTES_MANY, MOST_BYTES_POLICY, mediaTypeOf, NDJSON_TYPE, readEntries } from '../reading/body.ts';
import { wordingOf } from '../reading/language.ts';
import { LineSource } from '../reading/lines.ts';
import { accepted, Problem } from '../reading/problem.ts';
import { readQuery } from '../reading/query.ts';
import { Pace } from './pace.ts';
import { namedPolicy, takePolicy } from './policy-source.ts';
import { readRequestLine, requestLine } from './request-line.ts';

/** Computes a budget over teachers and cohorts. Teachers may be streamed, and the request may contain its own policy. */
export function budgets(app: Hono): void {
  app.post('/api/v1/policies/:id/budgets', answer);
  app.post('/api/v1/budgets', answer);
}

async function answer(c: Context): Promise<Response> {
  const named = namedPolicy(c);
  readQuery(c, []);
  const whole = mediaTypeOf(c, [JSON_TYPE, NDJSON_TYPE]) === JSON_TYPE;
  try {
    return c.json(whole ? await fromJson(c, named) : await fromLines(c, named));
  } catch (error) {
    if (!(error instanceof TooManyGroupsError)) throw error;
    const path = whole ? ['groupBy'] : ['request', 'groupBy'];
    throw new Problem('invalid-request', { issues: [{ path, code: 'too-many', params: { maximum: MOST_GROUPS } }] });
  }
}

async function fromJson(c: Context, named: Policy | null): Promise<BudgetResult> {
  const { value, faults, lost } = await readEntries(c, MOST_BYTES_MANY, ['teachers', 'cohorts']);
  const { policy, body } = await takePolicy(c, named, value);
  const steps = budgetSteps(policy, accepted(readBudgetRequest(policy, body), faults), wordingOf(c), lost);
  const pace = new Pace(c.req.raw.signal);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    const rest = pace.rest(step.value);
    if (rest) await rest;
  }
}

async function fromLines(c: Context, named: Policy | null): Promise<BudgetResult> {
  const source = new LineSource(c.req.raw.body, named ? undefined : MOST_BYTES_POLICY);
  const [first, ...rest] = (await source.next()) ?? [];
  const { policy, line } = await requestLine(c, named, first);
  const budget = new Budget(
    policy,
    readRequestLine(line, (body) => readBudgetRequest(policy, body, { line: true })),
    wordingOf(c),
  );
  const seen = new SeenIds();
  const pace = new Pace(c.req.raw.signal);
  while (budget.addCohort()) await pace.rest(budget.plans);
  for (let lines: typeof rest | null = rest; lines !== null; lines = await source.next()) {
    for (const { value, issues } of lines) {
      const id = idOf(value);
      const refused = seen.check(id, issues, []);
      if (refused) budget.fail(refused, [], id);
      else budget.add(value);
      const rest = pace.rest(budget.plans);
      if (rest) await rest;
    }
  }
  return budget.close();
}
