import type { PolicyDocument } from '../policy/document/schema.ts';
import type { Policy } from '../policy/policy.ts';
import { type CompiledCap, compileCap } from '../words/cap.ts';
import { resolve } from '../words/grammar/choice.ts';
import type { Amount, Settings } from '../words/grammar/word.ts';

/** Allowances of which only the largest is paid in a month; the earlier one where they are equal. */
export interface Stack {
  readonly members: readonly number[];
}

/** Allowances whose sum is limited by month or by year. */
export interface Cap {
  /** By their place among the allowances of the version, in the order in which they are paid. */
  readonly members: readonly number[];
  readonly period: 'month' | 'year';
  readonly limit: Amount;
}

/** The rules across several allowances, under the readings of a run. */
interface CompiledGroup {
  readonly allowances: readonly string[];
  readonly keep: 'all' | 'largest';
  readonly cap: CompiledCap;
  readonly readings: readonly string[];
}

/** Compiles the rules across several allowances. */
export function compileGroups({ stacking }: Pick<PolicyDocument, 'stacking'>, words: Settings): CompiledGroup[] {
  return stacking.map(({ allowances, keep = 'all', cap = 'none' }) => {
    const kept = resolve<'all' | 'largest'>(keep, words);
    const limited = compileCap(cap, words);
    return { allowances, keep: kept.value, cap: limited, readings: [...kept.readings, ...limited.readings] };
  });
}

/** The groups that decide which allowances are paid and how much of them. @param ids the allowances of the version, in order */
export function placeGroups(
  groups: readonly CompiledGroup[],
  ids: readonly string[],
  policy: Policy,
): { readonly stacks: readonly Stack[]; readonly caps: readonly Cap[] } {
  const membersOf = ({ allowances }: CompiledGroup) => allowances.map((id) => ids.indexOf(id));
  return {
    stacks: groups.filter(({ keep }) => keep === 'largest').map((group) => ({ members: membersOf(group) })),
    caps: groups.flatMap((group): Cap[] =>
      group.cap.limit ? [{ members: membersOf(group), limit: group.cap.limit, period: periodOf(policy, group.cap.parameter) }] : [],
    ),
  };
}

/** Whether a cap, a figure or a table, is one of a month or of the year. */
export function periodOf(policy: Policy, key: string | null): Cap['period'] {
  const cell = [...policy.parameters.values()].find((one) => one.key === key || one.key.startsWith(`${key}/`));
  return cell?.period === 'year' ? 'year' : 'month';
}
