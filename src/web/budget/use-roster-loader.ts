import { useRef, useState } from 'react';
import sampleUrl from '../../../examples/jinfeng-roster.csv?url';
import { isRefusal, type Refusal } from '../../roster/refusal.ts';
import type { Progress } from '../compute.ts';
import { useCatalogue } from '../shell/catalogue.ts';
import { keepLater } from '../shell/keep.ts';
import { computer } from '../shell/policies.ts';
import type { LoadedRoster } from './state.ts';

/** The year that the sample roster was made for. */
const SAMPLE_YEAR = '2025';

/** Reads rosters, from the sample or from a file of the person's own. */
export interface RosterLoader {
  readonly busy: boolean;
  /** How far the reading has come, where it takes longer than a moment. */
  readonly progress: Progress | null;
  /** Why the last one could not be read at all. */
  readonly problem: 'loadFailed' | 'crashed' | Refusal | null;
  loadSample(): Promise<void>;
  loadFile(file: File): Promise<void>;
  /** Stops the reading; the roster before it stays. */
  cancel(): void;
}

/** @param onLoad takes the roster, and the year that goes with it if it is the sample */
export function useRosterLoader(onLoad: (roster: LoadedRoster, year: string | null) => void): RosterLoader {
  const { policy } = useCatalogue();
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<RosterLoader['problem']>(null);
  const running = useRef<AbortController>(null);

  const load = async (bytesOf: () => Promise<ArrayBuffer>, name: string | null) => {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setBusy(true);
    setProblem(null);
    try {
      const bytes = await bytesOf().catch(() => null);
      if (bytes === null) {
        setProblem('loadFailed');
        return;
      }
      const answer = await computer.ask('roster', { policy: policy.key, bytes }, { transfer: [bytes], signal, onProgress: setProgress });
      if (isRefusal(answer)) setProblem(answer);
      else {
        keepLater(`roster/${policy.key}`, () => computer.ask('takeRoster', { policy: policy.key, roster: answer.roster }));
        onLoad({ ...answer, name }, name === null ? SAMPLE_YEAR : null);
      }
    } catch {
      if (!signal.aborted) setProblem('crashed');
    } finally {
      setBusy(false);
      setProgress(null);
    }
  };
  return {
    busy,
    progress,
    problem,
    loadSample: () => load(fetchSample, null),
    loadFile: (file) => load(() => file.arrayBuffer(), file.name),
    cancel: () => running.current?.abort(),
  };
}

async function fetchSample(): Promise<ArrayBuffer> {
  const response = await fetch(sampleUrl);
  if (!response.ok) throw new Error(`the sample roster: status ${response.status}`);
  return response.arrayBuffer();
}
