import { useRef, useState } from 'react';
import { computer } from '../../../compute/client/computer.ts';
import { type LiveProgress, useLiveProgress } from '../../../compute/client/live-progress.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { useSpeaker } from '../../../policy/speaker.ts';
import type { BudgetOnPaper } from '../contents/budget-paper.ts';
import { askCells } from '../contents/cross-cells.ts';
import { workbookOrder } from './workbook-order.ts';

/** The export of a workbook, and its outcome. */
export interface Export {
  readonly busy: boolean;
  /** The progress; only meaningful while it is busy. */
  readonly progress: LiveProgress;
  /** The name of the file, or why there is none. */
  readonly outcome: { readonly name: string } | { readonly problem: 'failed' | 'gone' | 'tooMany' } | null;
  /** @param withPrivate whether columns of identity cards and bank accounts of the roster are written */
  start(budget: BudgetOnPaper, withPrivate: boolean): Promise<void>;
  cancel(): void;
}

/** Exports budgets to workbooks. */
export function useExport(): Export {
  const speaker = useSpeaker();
  const [state, setState] = useState<Pick<Export, 'busy' | 'outcome'>>({ busy: false, outcome: null });
  const progress = useLiveProgress();
  const running = useRef<AbortController>(null);

  const write = async (budget: BudgetOnPaper, withPrivate: boolean, signal: AbortSignal): Promise<Export['outcome']> => {
    const { result, run } = budget;
    const policy = speaker.catalogue.policy.key;
    const [bySchool, byMonth] = await Promise.all([askCells(policy, run, result, 'school'), askCells(policy, run, result, 'month')]);
    if (bySchool === 'stale' || byMonth === 'stale') return { problem: 'gone' };
    const date = localDate(new Date());
    const order = { ...workbookOrder(budget, bySchool, byMonth, speaker, date, withPrivate), policy, run };
    const bytes = await computer.ask('export', order, { signal, onProgress: progress.tell });
    if (bytes === 'stale') return { problem: 'gone' };
    if (bytes === 'too-many') return { problem: 'tooMany' };
    const name = speaker.t('export.fileName', { year: result.year, date: date.replaceAll('-', '') });
    saveFile(bytes, name);
    return { name };
  };
  return {
    ...state,
    progress,
    async start(budget, withPrivate) {
      const controller = new AbortController();
      running.current = controller;
      progress.tell(null);
      setState({ busy: true, outcome: null });
      const outcome = await write(budget, withPrivate, controller.signal).catch(() =>
        controller.signal.aborted ? null : ({ problem: 'failed' } as const),
      );
      setState({ busy: false, outcome });
    },
    cancel: () => running.current?.abort(),
  };
}

/** The local date, `YYYY-MM-DD`. */
function localDate(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
