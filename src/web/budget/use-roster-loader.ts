import { useState } from 'react';
import sampleUrl from '../../../examples/jinfeng-roster.csv?url';
import { useCatalogue } from '../shell/catalogue.ts';
import { keepLater } from '../shell/keep.ts';
import { computer } from '../shell/policies.ts';
import type { LoadedRoster } from './state.ts';

/** The year that the sample roster was made for. */
const SAMPLE_YEAR = '2025';

/** Reads rosters, from the sample or from a file of the person's own. */
export interface RosterLoader {
  readonly busy: boolean;
  /** Why the last one could not be read at all. */
  readonly problem: 'loadFailed' | 'undecodable' | 'crashed' | null;
  loadSample(): Promise<void>;
  loadFile(file: File): Promise<void>;
}

/** @param onLoad takes the roster, and the year that goes with it if it is the sample */
export function useRosterLoader(onLoad: (roster: LoadedRoster, year: string | null) => void): RosterLoader {
  const { policy } = useCatalogue();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<RosterLoader['problem']>(null);

  const load = async (bytesOf: () => Promise<ArrayBuffer>, name: string | null) => {
    setBusy(true);
    setProblem(null);
    try {
      const bytes = await bytesOf().catch(() => null);
      if (bytes === null) {
        setProblem('loadFailed');
        return;
      }
      const answer = await computer.ask('roster', { policy: policy.key, bytes }, [bytes]);
      if (answer === 'undecodable') setProblem('undecodable');
      else {
        keepLater(`roster/${policy.key}`, () => computer.ask('takeRoster', { policy: policy.key, roster: answer.roster }));
        onLoad({ ...answer, name }, name === null ? SAMPLE_YEAR : null);
      }
    } catch {
      setProblem('crashed');
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, loadSample: () => load(fetchSample, null), loadFile: (file) => load(() => file.arrayBuffer(), file.name) };
}

async function fetchSample(): Promise<ArrayBuffer> {
  const response = await fetch(sampleUrl);
  if (!response.ok) throw new Error(`the sample roster: status ${response.status}`);
  return response.arrayBuffer();
}
