import type { BudgetResult } from '../../../contract/budget/budget-result.ts';

export type Target = BudgetResult['targets'][number];
export type Kind = NonNullable<Target['kinds']>[number];

/** How the people of a target are split, as typed: like those of today, or a headcount for each kind. */
export type TypedSplit =
  | 'present'
  | {
      /** The number of people of the target. */
      readonly of: number;
      /** Headcounts as typed, by {@link kindKey}. */
      readonly rows: Readonly<Record<string, string>>;
      /** Whether the split started from the present people: then it is about them and is never shared. */
      readonly fromPeople: boolean;
    };

/** The targets that a scenario assumes to be met. */
export type TypedTargets = Readonly<Record<string, TypedSplit>>;

/** The key of a kind of people in a split, whatever the order of its facts. */
export function kindKey(facts: Kind['facts']): string {
  return JSON.stringify(facts, Object.keys(facts).toSorted());
}

/** A typed number of people; `null` if it is not a number. */
export function headsOf(text: string): number | null {
  const folded = text.normalize('NFKC').trim();
  if (folded === '') return 0;
  return /^\d{1,9}$/.test(folded) ? Number(folded) : null;
}

/** The number of people in a split so far; `null` if any input is not a number. */
export function sumOfSplit({ rows }: Exclude<TypedSplit, 'present'>): number | null {
  return Object.values(rows).reduce<number | null>((sum, text) => {
    const heads = headsOf(text);
    return sum === null || heads === null ? null : sum + heads;
  }, 0);
}

/** Targets in the form of the API; one whose people are not all split yet is left out. */
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

/** Whether a target can be assumed met: it has a rate, and few enough kinds of people. */
export function isPriced({ costOf, kinds = [] }: Target): boolean {
  return costOf !== undefined && kinds.length > 0;
}

/** Whether anybody is paid today, so that a target can follow that split. */
export function hasPresent({ kinds = [] }: Target): boolean {
  return kinds.some(({ present }) => present > 0);
}

/** The initial split of a target: as today, otherwise it is asked for. */
export function usualSplit(target: Target): TypedSplit {
  return hasPresent(target) ? 'present' : { of: target.count, rows: {}, fromPeople: false };
}
