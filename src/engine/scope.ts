import type { Chosen } from '../policy/document/asking.ts';
import type { PolicyDocument } from '../policy/document/schema.ts';
import { ASK } from '../words/grammar/choice.ts';

/** A part of what a policy grants, under options of readings without a default. */
export interface Scope {
  readonly allowances: ReadonlySet<string>;
  readonly chosen: Chosen;
}

/** Allowances, or derived facts, that rest on readings without a default of which the run chooses no option. */
export interface Part<Plan> {
  readonly allowances: ReadonlySet<string>;
  readonly facts: readonly string[];
  /** One for each combination of options that matters. */
  readonly options: readonly Option<Plan>[];
}

/** A part under one combination of options. */
export interface Option<Plan> {
  readonly chosen: Chosen;
  readonly plan: Plan;
}

type Readings = Readonly<Record<string, string>>;

/** Whether some of these allowances are within a scope. */
export function isWithin(scope: Scope | null, ids: readonly string[]): boolean {
  return scope === null || ids.some((id) => scope.allowances.has(id));
}

/** The option of a reading in effect; of one that is open its first, so that the rules can be laid out at all. */
export function optionIn({ readings }: PolicyDocument, id: string, inEffect: Readings): string {
  const option = inEffect[id] as string;
  return option === ASK ? (Object.keys(readings[id]?.options ?? {})[0] as string) : option;
}

/** Readings in effect, of those that are open with the option that is tried; where a version does not have that, any of its own. */
export function withChosen(inEffect: Readings, { readings }: PolicyDocument, chosen: Chosen): Record<string, string> {
  const entries = Object.entries(inEffect).map(([id, option]): [string, string] => {
    const tried = option === ASK && Object.hasOwn(chosen, id) ? (chosen[id] as string) : null;
    if (tried === null) return [id, option];
    const options = readings[id]?.options ?? {};
    return [id, Object.hasOwn(options, tried) ? tried : (Object.keys(options)[0] as string)];
  });
  return Object.fromEntries(entries);
}
