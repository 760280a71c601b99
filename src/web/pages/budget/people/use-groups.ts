import { useEffect, useState } from 'react';
import { computer } from '../../../compute/client/computer.ts';
import type { Orders } from '../../../compute/protocol/orders.ts';
import type { PeopleGroup } from '../../../compute/protocol/people.ts';

/** A part of a budget by one dimension; `null` until it has arrived. The previous one stays while the next is being computed. */
export function useGroups(order: Orders['groups']): readonly PeopleGroup[] | null {
  const key = JSON.stringify(order);
  const [found, setFound] = useState<{ dimension: string; groups: readonly PeopleGroup[] } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    computer.ask('groups', JSON.parse(key) as Orders['groups'], { signal: controller.signal }).then(
      (answer) => {
        if (answer !== 'stale' && !controller.signal.aborted) setFound(answer);
      },
      // Cancelled: another order has replaced it. If the worker fails, the budget itself reports it.
      () => {},
    );
    return () => controller.abort();
  }, [key]);
  return found?.dimension === order.dimension ? found.groups : null;
}
