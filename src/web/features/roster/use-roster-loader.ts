import { startTransition, useRef, useState } from 'react';
import sampleUrl from '../../../../examples/jinfeng-roster.csv?url';
import { isRefusal, type Refusal } from '../../../roster/sheet/refusal.ts';
import { computer } from '../../compute/client/computer.ts';
import { type LiveProgress, useLiveProgress } from '../../compute/client/live-progress.ts';
import type { AskOptions } from '../../compute/client/start-computer.ts';
import type { Answers, SheetChoice } from '../../compute/protocol/orders.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { keepRoster } from './keep-roster.ts';
import type { LoadedRoster } from './loaded-roster.ts';
import { rememberChoices, rememberedColumns } from './remembered.ts';
import { yearOf } from './roster-year.ts';

/** Reads rosters, from the sample or from a file of the user's. */
export interface RosterLoader {
  readonly busy: boolean;
  /** The progress of reading; only meaningful while it is busy. */
  readonly progress: LiveProgress;
  /** Why the last file could not be read at all. */
  readonly problem: 'loadFailed' | 'crashed' | 'stale' | Refusal | null;
  loadSample(): Promise<void>;
  loadFile(file: File): Promise<void>;
  /** Reads the file of a roster differently. */
  reread(roster: LoadedRoster, choice: SheetChoice): Promise<void>;
  /** Replaces the faulty rows of a roster by those of a corrected file. */
  fix(roster: LoadedRoster, file: File): Promise<void>;
  /** Reports that the file of the roster is no longer here. */
  missFile(): void;
  /** Stops reading; the previous roster stays. */
  cancel(): void;
}

/** @param onLoad called with each roster that was read */
export function useRosterLoader(onLoad: (roster: LoadedRoster) => void): RosterLoader {
  const { policy } = useCatalogue();
  const [busy, setBusy] = useState(false);
  const progress = useLiveProgress();
  const [problem, setProblem] = useState<RosterLoader['problem']>(null);
  const running = useRef<AbortController>(null);

  const read = async (ask: (options: AskOptions) => Promise<Answers['reread'] | null>, name: string | null) => {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    progress.tell(null);
    setBusy(true);
    setProblem(null);
    try {
      const answer = await ask({ signal, onProgress: progress.tell });
      if (answer === null) setProblem('loadFailed');
      else if (answer === 'stale' || isRefusal(answer)) setProblem(answer);
      else {
        keepRoster(policy.key, answer.roster);
        // A roster may render a lot: a transition keeps the page responsive to input.
        startTransition(() => onLoad({ ...answer, name, ownYear: yearOf(answer, name, new Date().getFullYear()) }));
      }
    } catch {
      if (!signal.aborted) setProblem('crashed');
    } finally {
      startTransition(() => setBusy(false));
    }
  };
  const load = (bytesOf: () => Promise<ArrayBuffer>, name: string | null) =>
    read(async (options) => {
      const bytes = await bytesOf().catch(() => null);
      if (bytes === null) return null;
      return computer.ask('roster', { policy: policy.key, bytes, remembered: rememberedColumns() }, { ...options, transfer: [bytes] });
    }, name);
  return {
    busy,
    progress,
    problem,
    loadSample: () => load(fetchSample, null),
    loadFile: (file) => load(() => file.arrayBuffer(), file.name),
    reread: ({ roster, name }, choice) => {
      if (choice.mapping) rememberChoices(choice.mapping);
      return read(
        (options) => computer.ask('reread', { policy: policy.key, roster, choice, remembered: rememberedColumns() }, options),
        name,
      );
    },
    fix: ({ roster, name }, file) =>
      read(async (options) => {
        const bytes = await file.arrayBuffer().catch(() => null);
        if (bytes === null) return null;
        const order = { policy: policy.key, roster, bytes, remembered: rememberedColumns() };
        return computer.ask('fix', order, { ...options, transfer: [bytes] });
      }, name),
    missFile: () => setProblem('stale'),
    cancel: () => running.current?.abort(),
  };
}

async function fetchSample(): Promise<ArrayBuffer> {
  const response = await fetch(sampleUrl);
  if (!response.ok) throw new Error(`the sample roster: status ${response.status}`);
  return response.arrayBuffer();
}
