import type { BudgetState } from '../../features/budget/state.ts';
import { type CheckState, isUntouched, teacherOf } from '../../features/person/state.ts';
import { rosterKey } from '../../features/roster/keep-roster.ts';
import { isKept, useRemembered } from '../../platform/storage/keep.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { formKey } from '../../policy/use-kept.ts';

/** Whose arrears can be computed: the people of the budget's roster, and the teacher of the form. */
export interface Candidates {
  readonly roster: BudgetState['roster'];
  /** As in a request; `null` while the form is blank. */
  readonly teacher: Readonly<Record<string, unknown>> | null;
}

/** Reads what the other pages remember. */
export function useCandidates(): Candidates {
  const catalogue = useCatalogue();
  const budget = useRemembered<BudgetState>(formKey(catalogue.policy.key, 'budget'));
  const check = useRemembered<CheckState>(formKey(catalogue.policy.key, 'check'));
  const isHere = isKept(rosterKey(catalogue.policy.key));
  const teacher = check && !isUntouched(check) ? (teacherOf(check, catalogue) as Candidates['teacher']) : null;
  const roster = (isHere && budget?.roster) || null;
  return { roster, teacher };
}
