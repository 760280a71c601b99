import { Budget, readBudgetRequest } from '../../../../contract/budget/budget.ts';
import { WORDINGS } from '../../../../text/issues.ts';
import { explainPerson } from '../explain-person.ts';
import { KeptRun } from '../kept-run.ts';
import { payrollOf } from '../payroll.ts';
import { type Handlers, refuse } from './handler.ts';

/** Budgets, and the people of a kept one. */
export const budgetHandlers: Handlers<'budget' | 'people' | 'groups' | 'payroll' | 'export' | 'person'> = {
  /** Computes as the API does for a stream: the request first, then any number of people. */
  budget: async ({ policy: id, language, body, roster: number, keep }, held, pace) => {
    const policy = held.policy(id);
    const read = readBudgetRequest(policy, body, { line: true });
    if (read.value === null) return refuse(read.issues, language);
    const roster = held.roster(id, number);
    if (roster === 'stale') throw new Error(`roster ${number} is no longer here`);
    const scenarios = (read.value.request.scenarios ?? []).map((scenario) => scenario.id);
    const kept = keep ? new KeptRun(held.nextRun(), policy.dictionary, read.value.settings.year, roster, scenarios) : null;
    const budget = new Budget(policy, read.value, WORDINGS[language], undefined, (one) => kept?.add(one));
    const teachers = roster?.teachers ?? [];
    for (const [index, { record }] of teachers.entries()) {
      const rest = pace.step('compute', index, teachers.length);
      if (rest) await rest;
      budget.add(record);
    }
    const result = budget.close();
    if (!kept) return { ok: true, result, run: null };
    held.keepRun(id, kept);
    return { ok: true, result: { ...result, groups: kept.bySchool(result.groups, ({ key }) => key.school ?? null) }, run: kept.number };
  },
  people: (order, held) => held.run(order)?.list(order) ?? 'stale',
  groups: (order, held) => held.run(order)?.groups(order.dimension, order.filter) ?? 'stale',
  payroll: (order, held) => {
    const run = held.run(order);
    return run ? payrollOf(run, order) : 'stale';
  },
  /** The workbook writer is only loaded when somebody exports. */
  export: async (order, held, pace) => {
    const run = held.run(order);
    if (!run) return 'stale';
    const { exportRun } = await import('../export.ts');
    return exportRun(run, held.policy(order.policy).dictionary, order, pace);
  },
  person: ({ policy, language, body, roster: number, person }, held) => {
    const roster = held.roster(policy, number);
    if (roster === 'stale') return roster;
    const answer = explainPerson(held.policy(policy), body, roster, person, WORDINGS[language]);
    if (answer === 'stale') return answer;
    return answer.value === null ? refuse(answer.issues, language) : { ok: true, result: answer.value };
  },
};
