import { Budget, readBudgetRequest } from '../../../../contract/budget/budget.ts';
import { WORDINGS } from '../../../../text/issues.ts';
import { explainPerson } from '../explain-person.ts';
import { KeptRun } from '../kept-run.ts';
import { payrollOf } from '../payroll.ts';
import { type Handlers, refuse } from './handler.ts';

/** Budgets, and the people of a kept one. */
export const budgetHandlers: Handlers<'budget' | 'people' | 'groups' | 'payroll' | 'export' | 'person'> = {
  /** Computes as the API does for a stream: the request first, then any number of people. */
  budget: async ({ policy: id, language, body, roster: number, keep }, state, pace) => {
    const policy = state.policy(id);
    const read = readBudgetRequest(policy, body, { line: true });
    if (read.value === null) return refuse(read.issues, language);
    const roster = state.roster(id, number);
    if (roster === 'stale') throw new Error(`roster ${number} is no longer here`);
    const scenarios = (read.value.request.scenarios ?? []).map((scenario) => scenario.id);
    const kept = keep ? new KeptRun(state.nextRun(), policy.dictionary, read.value.settings.year, roster, scenarios) : null;
    const budget = new Budget(policy, read.value, WORDINGS[language], undefined, (one) => kept?.add(one));
    const teachers = roster?.teachers ?? [];
    for (const [index, { record }] of teachers.entries()) {
      const rest = pace.step('compute', index, teachers.length);
      if (rest) await rest;
      budget.add(record);
    }
    const result = budget.close();
    if (!kept) return { ok: true, result, run: null };
    state.keepRun(id, kept);
    return { ok: true, result: { ...result, groups: kept.bySchool(result.groups, ({ key }) => key.school ?? null) }, run: kept.number };
  },
  people: (order, state) => state.run(order)?.list(order) ?? 'stale',
  groups: (order, state) => state.run(order)?.groups(order.dimension, order.filter) ?? 'stale',
  payroll: (order, state) => {
    const run = state.run(order);
    return run ? payrollOf(run, order) : 'stale';
  },
  /** The workbook writer is only loaded when somebody exports. */
  export: async (order, state, pace) => {
    const run = state.run(order);
    if (!run) return 'stale';
    const { exportRun } = await import('../export.ts');
    return exportRun(run, state.policy(order.policy).dictionary, order, pace);
  },
  person: ({ policy, language, body, roster: number, person }, state) => {
    const roster = state.roster(policy, number);
    if (roster === 'stale') return roster;
    const answer = explainPerson(state.policy(policy), body, roster, person, WORDINGS[language]);
    if (answer === 'stale') return answer;
    return answer.value === null ? refuse(answer.issues, language) : { ok: true, result: answer.value };
  },
};
