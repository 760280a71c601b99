import type { Context, Hono } from 'hono';
import { idOf, OnlyOnce } from '../contract/batch.ts';
import { Budget, computeBudget, readBudgetRequest } from '../contract/budget.ts';
import type { BudgetResult } from '../contract/budget-result.ts';
import type { Policy } from '../policy/policy.ts';
import { isRequestLine, readRequestLine } from './batches.ts';
import { JSON_TYPE, MOST_BYTES_MANY, mediaTypeOf, NDJSON_TYPE, readEntries } from './body.ts';
import { wordingOf } from './language.ts';
import { LineSource } from './lines.ts';
import { policyOf } from './policies.ts';
import { Problem } from './problem.ts';
import { readQuery } from './query.ts';

/** Computes a budget over teachers and cohorts; teachers may be streamed. */
export function budgets(app: Hono): void {
  app.post('/api/v1/policies/:id/budgets', async (c) => {
    const policy = policyOf(c);
    readQuery(c, []);
    const whole = mediaTypeOf(c, [JSON_TYPE, NDJSON_TYPE]) === JSON_TYPE;
    return c.json(whole ? await fromJson(c, policy) : await fromLines(c, policy));
  });
}

async function fromJson(c: Context, policy: Policy): Promise<BudgetResult> {
  const { value, lost } = await readEntries(c, MOST_BYTES_MANY, ['teachers', 'cohorts']);
  const read = readBudgetRequest(policy, value);
  if (read.value === null) throw new Problem('invalid-request', { issues: read.issues });
  return computeBudget(policy, read.value, wordingOf(c), lost);
}

async function fromLines(c: Context, policy: Policy): Promise<BudgetResult> {
  const source = new LineSource(c.req.raw.body);
  const [first, ...rest] = (await source.next()) ?? [];
  if (first && first.value === undefined) throw new Problem('invalid-request', { issues: first.issues });
  if (!first || !isRequestLine(first)) throw new Problem('invalid-request', { issues: [{ path: ['request'], code: 'required' }] });
  const budget = new Budget(
    policy,
    readRequestLine(first, (body) => readBudgetRequest(policy, body, { line: true })),
    wordingOf(c),
  );
  const once = new OnlyOnce();
  for (let lines: typeof rest | null = rest; lines !== null; lines = await source.next()) {
    for (const { value, issues } of lines) {
      const id = idOf(value);
      if (issues.length > 0) budget.fail(issues, [], id);
      else if (once.repeats(id)) budget.fail([{ path: ['id'], code: 'duplicate-id' }], [], id);
      else budget.add(value);
    }
  }
  return budget.close();
}
