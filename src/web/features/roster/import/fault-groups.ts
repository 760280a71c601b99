import type { RosterFault } from '../../../../roster/cells/roster-import.ts';
import type { MappedColumn, Mapping } from '../../../../roster/columns/mapping.ts';

/** Faults of one column reported in one sentence: a value that a hundred people have is one question, not a hundred. */
export interface FaultGroup {
  readonly key: string;
  readonly first: RosterFault;
  /** The first of them, to be listed, and the number of all. */
  readonly named: readonly RosterFault[];
  readonly count: number;
  /** Unknown values of the column, if that is the fault. */
  readonly values: readonly string[];
}

/** The most places that are listed; beyond that only their number is given. */
const MOST_NAMED = 5;

/**
 * Groups faults of one kind, in the order of the first of each.
 *
 * @param sentenceOf the sentence for a fault
 */
export function groupFaults(
  faults: readonly RosterFault[],
  mapping: Mapping | null,
  sentenceOf: (fault: RosterFault) => string,
): FaultGroup[] {
  const groups = Map.groupBy(faults, (fault) => [fault.part, fault.column, fault.fact, fault.code, sentenceOf(fault)].join('\n'));
  return [...groups].map(([key, all]): FaultGroup => {
    const first = all[0] as RosterFault;
    return { key, first, named: all.slice(0, MOST_NAMED), count: all.length, values: first.part === 0 ? unknownOf(first, mapping) : [] };
  });
}

function unknownOf({ code, column }: RosterFault, mapping: Mapping | null): readonly string[] {
  if (code !== 'unknown-value' && code !== 'wrong-type') return [];
  return mapping?.columns.find((one: MappedColumn) => one.header === column)?.unknown ?? [];
}
