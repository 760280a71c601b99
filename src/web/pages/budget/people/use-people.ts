import { useCallback, useEffect, useRef, useState } from 'react';
import { computer } from '../../../compute/client/computer.ts';
import type { Orders } from '../../../compute/protocol/orders.ts';
import type { PeopleList, PersonRow } from '../../../compute/protocol/people.ts';

/** A query for a list of people without its lines: those are fetched as they come into view. */
export type PeopleListOrder = Omit<Orders['people'], 'offset' | 'limit'>;

/** The part of a list of people that has been fetched. */
export interface People {
  /** The sums; `null` until the first lines have arrived. They stay while another list is being fetched. */
  readonly sums: Omit<PeopleList, 'rows'> | null;
  /** The line at an index, if it has been fetched. */
  rowAt(index: number): PersonRow | undefined;
  /** Fetches a range of lines. */
  want(first: number, last: number): void;
}

/** The number of lines fetched at a time. */
const BLOCK = 200;

interface Fetched {
  readonly key: string;
  readonly sums: Omit<PeopleList, 'rows'>;
  readonly blocks: ReadonlyMap<number, readonly PersonRow[]>;
}

/** Fetches a list of people from the worker, which keeps it: of a hundred thousand lines only the visible ones come to the page. */
export function usePeople(order: PeopleListOrder): People {
  const key = JSON.stringify(order);
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const inSight = useRef({ first: 0, last: 0 });
  const fetching = useRef<{ key: string; blocks: Set<number>; controller: AbortController } | null>(null);

  const want = useCallback((first: number, last: number) => {
    inSight.current = { first, last };
    const now = fetching.current;
    if (!now) return;
    for (let block = Math.floor(first / BLOCK); block <= Math.floor(last / BLOCK); block++) {
      if (!now.blocks.has(block)) fetchBlock(now, block, setFetched);
    }
  }, []);

  useEffect(() => {
    const controller = new AbortController();
    fetching.current = { key, blocks: new Set(), controller };
    want(inSight.current.first, inSight.current.last);
    return () => controller.abort();
  }, [key, want]);

  const rowAt = (index: number) => fetched?.blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
  return { sums: fetched?.sums ?? null, rowAt, want };
}

function fetchBlock(
  { key, blocks, controller: { signal } }: { key: string; blocks: Set<number>; controller: AbortController },
  block: number,
  setFetched: (change: (before: Fetched | null) => Fetched | null) => void,
): void {
  blocks.add(block);
  const order = { ...(JSON.parse(key) as PeopleListOrder), offset: block * BLOCK, limit: BLOCK };
  computer.ask('people', order, { signal }).then(
    (answer) => {
      // The people of a newer run are fetched as soon as it is done.
      if (answer === 'stale' || signal.aborted) return;
      const { rows, ...sums } = answer;
      setFetched((before) => ({ key, sums, blocks: new Map(before?.key === key ? before.blocks : []).set(block, rows) }));
    },
    () => blocks.delete(block),
  );
}
