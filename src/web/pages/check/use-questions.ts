import { useState } from 'react';
import type { Question } from '../../../engine/questions.ts';
import { useComputed } from '../../compute/client/use-computed.ts';
import type { CheckState } from '../../features/person/state.ts';
import { pointerSteps } from '../../platform/pointer.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { factsByGroup } from '../../policy/fact-groups.ts';
import { arrange } from './arrange.ts';

/** The facts to be seen in a form that asks only what matters. */
export interface Questions {
  /** Those that matter or were answered, in a steady order. */
  readonly facts: readonly string[];
  /** What is still asked, by fact. */
  readonly open: ReadonlyMap<string, Question>;
}

/** Where a person is in the form. */
export interface Hand {
  /** The fact that was edited last; it stays to be seen while it is being edited. */
  readonly edited: string | null;
  /** How often the form was filled in or cleared as a whole: then the order begins anew. */
  readonly filled: number;
}

/** Who it is; nothing depends on it. */
const WHO = new Set(['id', 'name', 'school']);

/**
 * Asks the worker what matters, given what was answered.
 *
 * @param body the request as far as it goes
 * @param faults of the request by pointer: what is wrong is to be seen too
 */
export function useQuestions(
  { facts }: CheckState,
  body: unknown,
  { edited, filled }: Hand,
  faults: ReadonlyMap<string, string>,
): Questions {
  const catalogue = useCatalogue();
  const { answer } = useComputed('questions', { policy: catalogue.policy.key, body });
  const [order, setOrder] = useState<{ readonly of: number; readonly facts: readonly string[] }>({ of: filled, facts: [] });
  // Until the first answer is there the form has what it needs anyway, so that nothing under a person's hands is replaced.
  const [last, setLast] = useState<readonly Question[]>(() => catalogue.policy.document.requires.map(required));
  if (answer !== null && answer !== last) setLast(answer);

  const open = new Map(last.filter(({ fact }) => !isAnswered(facts[fact])).map((question) => [question.fact, question]));
  const wrong = new Set([...faults.keys()].flatMap((pointer) => (pointer.startsWith('/teacher/') ? (pointerSteps(pointer)[1] ?? []) : [])));
  const known = [...factsByGroup(catalogue).values()].flat().map(({ id }) => id);
  const answered = known.filter((id) => wrong.has(id) || id === edited || (isAnswered(facts[id]) && !WHO.has(id)));
  const before = order.of === filled ? order.facts : [];
  const next = arrange(before, [...answered, ...[...open.keys()].filter((fact) => !answered.includes(fact))], edited);
  if (next !== order.facts) setOrder({ of: filled, facts: next });
  return { facts: next, open };
}

function required(fact: string): Question {
  return { fact, need: 'required', allowances: [] };
}

function isAnswered(value: string | boolean | undefined): boolean {
  return value !== undefined && value !== '';
}
