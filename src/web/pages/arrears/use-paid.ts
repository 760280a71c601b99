import type { Dispatch, SetStateAction } from 'react';
import { isRefusal, type Refusal } from '../../../roster/sheet/refusal.ts';
import { computer } from '../../compute/client/computer.ts';
import { useComputed } from '../../compute/client/use-computed.ts';
import { type Reading, useReading } from '../../compute/client/use-reading.ts';
import type { PaymentsSummary } from '../../compute/protocol/arrears.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import type { ArrearsState } from './state.ts';

/** The table of payments in use, from a file or pasted, and the functions that replace it. */
export interface Paid extends Pick<Reading<Refusal>, 'busy' | 'progress' | 'problem' | 'cancel'> {
  /** The table that was read; usable if it has no faults. */
  readonly summary: PaymentsSummary | null;
  open(file: File): Promise<void>;
}

/** Reads tables of payments; a file takes precedence over pasted text. */
export function usePaid({ by, file, pasted }: ArrearsState, setState: Dispatch<SetStateAction<ArrearsState>>): Paid {
  const { policy } = useCatalogue();
  const { busy, progress, problem, read: readFile, cancel } = useReading<Refusal>();
  const isPasted = by === 'paid' && file === null && pasted.trim() !== '';
  const { answer, failed } = useComputed('payments', isPasted ? { policy: policy.key, text: pasted } : null);

  const open = (chosen: File) =>
    readFile(async (options) => {
      const bytes = await chosen.arrayBuffer();
      const answer = await computer.ask('payments', { policy: policy.key, bytes }, { ...options, transfer: [bytes] });
      if (isRefusal(answer)) return answer;
      setState((before) => ({ ...before, file: { ...answer, name: chosen.name } }));
      return null;
    });
  const ofText = isPasted && answer && !isRefusal(answer) ? answer : null;
  const textProblem = isPasted ? (failed ? 'crashed' : answer && isRefusal(answer) ? answer : null) : null;
  const read = file ?? ofText;
  return {
    summary: read,
    busy,
    progress,
    problem: problem ?? textProblem,
    open,
    cancel,
  };
}
