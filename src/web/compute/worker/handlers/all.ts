import type { Kind } from '../../protocol/orders.ts';
import { arrearsHandlers } from './arrears.ts';
import { budgetHandlers } from './budget.ts';
import type { Handlers } from './handler.ts';
import { policyHandlers } from './policy.ts';
import { rosterHandlers } from './roster.ts';
import { teacherHandlers } from './teacher.ts';

/** The handler of each kind of order; a kind without one does not compile. */
export const HANDLERS: Handlers<Kind> = {
  ...policyHandlers,
  ...teacherHandlers,
  ...rosterHandlers,
  ...budgetHandlers,
  ...arrearsHandlers,
};
