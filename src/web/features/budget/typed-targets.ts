import type { BudgetResult } from '../../../contract/budget/budget-result.ts';

export type Target = BudgetResult['targets'][number];
export type Kind = NonNullable<Target['kinds']>[number];

/** How the people of a target are split, as typed: as those of today, or so many of each kind. */
export type TypedSplit =
  | 'present'
  | {
      /** How many people the target has. */
      readonly of: number;
      /** Headcounts as typed, by {@link kindKey}. */
      readonly rows: Readonly<Record<string, string>>;
      /** Whether the typing began with the split of the people of today: then it is theirs and goes nowhere else. */
      readonly fromPeople: boolean;
    };

/** The targets that a scenario takes as met. */
export type TypedTargets = Readonly<Record<string, TypedSplit>>;

/** By what a kind of people is known in a split, in whichever order its facts stand. */
export function kindKey(facts: Kind['facts']): string {
  return JSON.stringify(facts, Object.keys(facts).toSorted());
}

/** What was typed as a number of people; `null` where it is none. */
export function headsOf(text: string): number | null {
  const folded = text.normalize('NFKC').trim();
  if (folded === '') return 0;
  return /^\d{1,9}$/.test(folded) ? Number(folded) : null;
}

/** How many people a split has so far; `null` where something that was typed is no number. */
export function sumOfSplit({ rows }: Exclude<TypedSplit, 'present'>): number | null {
  return Object.values(rows).reduce<number | null>((sum, text) => {
    const heads = headsOf(text);
    return sum === null || heads === null ? null : sum + heads;
  }, 0);
}

/** Targets as the API has them; one whose people are not all split yet is left out. */
export function wireTargets(targets: TypedTargets = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(targets).flatMap(([id, split]): [string, unknown][] => {
      if (split === 'present') return [[id, split]];
      if (sumOfSplit(split) !== split.of) return [];
      const rows = Object.entries(split.rows).map(([key, text]) => ({
        count: headsOf(text) ?? 0,
        facts: JSON.parse(key) as Kind['facts'],
      }));
      return [[id, rows.filter(({ count }) => count > 0)]];
    }),
  );
}

/** A target that can be taken as met: it has a rate, and few enough kinds of people. */
export function isPriced({ costOf, kinds = [] }: Target): boolean {
  return costOf !== undefined && kinds.length > 0;
}

/** Whether somebody is paid today whose split a target can follow. */
export function hasPresent({ kinds = [] }: Target): boolean {
  return kinds.some(({ present }) => present > 0);
}

/** How a target is split where nobody has said it: as today, else it is asked. */
export function usualSplit(target: Target): TypedSplit {
  return hasPresent(target) ? 'present' : { of: target.count, rows: {}, fromPeople: false };
}
