import { type Language, type WireIssue, wireIssues } from '../../../../contract/wire/wording.ts';
import type { Issue } from '../../../../facts/issue.ts';
import { WORDINGS } from '../../../../text/issues.ts';
import type { Answers, Kind, Orders } from '../../protocol/orders.ts';
import type { Pace } from '../pace.ts';
import type { WorkerState } from '../worker-state.ts';

/** Carries out the orders of a kind. @param pace yields to other messages, and stops a cancelled order */
export type Handler<K extends Kind> = (order: Orders[K], state: WorkerState, pace: Pace) => Answers[K] | Promise<Answers[K]>;

/** The handlers of some kinds of orders. */
export type Handlers<K extends Kind> = { readonly [One in K]: Handler<One> };

/** The answer to a faulty request. */
export function refuse(issues: readonly Issue[], language: Language): { ok: false; issues: WireIssue[] } {
  return { ok: false, issues: wireIssues(issues, WORDINGS[language]) };
}
