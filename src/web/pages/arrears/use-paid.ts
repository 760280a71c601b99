import { type Dispatch, type SetStateAction, useRef, useState } from 'react';
import { isRefusal, type Refusal } from '../../../roster/sheet/refusal.ts';
import { computer } from '../../compute/client/computer.ts';
import { type LiveProgress, useLiveProgress } from '../../compute/client/live-progress.ts';
import { useComputed } from '../../compute/client/use-computed.ts';
import type { PaymentsSummary } from '../../compute/protocol/arrears.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import type { ArrearsState } from './state.ts';

/** The table of payments in use, from a file or pasted, and the functions that replace it. */
export interface Paid {
  /** The table that was read; usable if it has no faults. */
  readonly summary: PaymentsSummary | null;
  readonly busy: boolean;
  /** The progress of reading; only meaningful while it is busy. */
  readonly progress: LiveProgress;
  readonly problem: 'crashed' | Refusal | null;
  open(file: File): Promise<void>;
  cancel(): void;
}

/** Reads tables of payments; a file takes precedence over pasted text. */
export function usePaid({ by, file, pasted }: ArrearsState, setState: Dispatch<SetStateAction<ArrearsState>>): Paid {
  const { policy } = useCatalogue();
  const [busy, setBusy] = useState(false);
  const progress = useLiveProgress();
  const [problem, setProblem] = useState<Paid['problem']>(null);
  const running = useRef<AbortController>(null);
  const isPasted = by === 'paid' && file === null && pasted.trim() !== '';
  const { answer, failed } = useComputed('payments', isPasted ? { policy: policy.key, text: pasted } : null);

  const open = async (chosen: File) => {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    progress.tell(null);
    setBusy(true);
    setProblem(null);
    try {
      const bytes = await chosen.arrayBuffer();
      const read = await computer.ask('payments', { policy: policy.key, bytes }, { transfer: [bytes], signal, onProgress: progress.tell });
      if (isRefusal(read)) setProblem(read);
      else setState((before) => ({ ...before, file: { ...read, name: chosen.name } }));
    } catch {
      if (!signal.aborted) setProblem('crashed');
    } finally {
      setBusy(false);
    }
  };
  const ofText = isPasted && answer && !isRefusal(answer) ? answer : null;
  const textProblem = isPasted ? (failed ? 'crashed' : answer && isRefusal(answer) ? answer : null) : null;
  const read = file ?? ofText;
  return {
    summary: read,
    busy,
    progress,
    problem: problem ?? textProblem,
    open,
    cancel: () => running.current?.abort(),
  };
}
