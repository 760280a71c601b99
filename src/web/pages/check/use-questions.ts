import { useState } from 'react';
import type { FactQuestion } from '../../../engine/questions.ts';
import { useComputed } from '../../compute/client/use-computed.ts';
import type { CheckState } from '../../features/person/state.ts';
import { pointerSteps } from '../../platform/pointer.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { factsByGroup } from '../../policy/fact-groups.ts';
import { arrange } from './arrange.ts';

/** The facts shown in a form that asks only what matters. */
export interface Questions {
  /** Those that matter or were answered, in a stable order. */
  readonly facts: readonly string[];
  /** The open questions, by fact. */
  readonly open: ReadonlyMap<string, FactQuestion>;
}

/** The user's position in the form. */
export interface Hand {
  /** The fact edited last; it stays visible while it is being edited. */
  readonly edited: string | null;
  /** How often the form was filled in or cleared as a whole: the order then starts afresh. */
  readonly filled: number;
}

/** Identification; no amount depends on it. */
const WHO = new Set(['id', 'name', 'school']);

/**
 * Asks the worker what matters, given the answers so far.
 *
 * @param body the request so far
 * @param faults of the request by pointer: facts with a fault are shown too
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
  // Until the first answer arrives, the form shows what it always needs, so that nothing is replaced while the user types.
  const [last, setLast] = useState<NonNullable<typeof answer>>(() => catalogue.policy.document.requires.map(required));
  if (answer !== null && answer !== last) setLast(answer);

  // A reading is chosen where the result says what it decides.
  const asked = last.filter((question) => 'fact' in question);
  const open = new Map(asked.filter(({ fact }) => !isAnswered(facts[fact])).map((question) => [question.fact, question]));
  const wrong = new Set([...faults.keys()].flatMap((pointer) => (pointer.startsWith('/teacher/') ? (pointerSteps(pointer)[1] ?? []) : [])));
  const known = [...factsByGroup(catalogue).values()].flat().map(({ id }) => id);
  const answered = known.filter((id) => wrong.has(id) || id === edited || (isAnswered(facts[id]) && !WHO.has(id)));
  const before = order.of === filled ? order.facts : [];
  const next = arrange(before, [...answered, ...[...open.keys()].filter((fact) => !answered.includes(fact))], edited);
  if (next !== order.facts) setOrder({ of: filled, facts: next });
  return { facts: next, open };
}

function required(fact: string): FactQuestion {
  return { fact, need: 'required', allowances: [] };
}

function isAnswered(value: string | boolean | undefined): boolean {
  return value !== undefined && value !== '';
}
