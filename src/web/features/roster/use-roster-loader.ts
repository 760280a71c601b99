import { startTransition } from 'react';
import sampleUrl from '../../../../examples/jinfeng-roster.csv?url';
import { isRefusal, type Refusal } from '../../../roster/sheet/refusal.ts';
import { computer } from '../../compute/client/computer.ts';
import type { AskOptions } from '../../compute/client/start-computer.ts';
import { type Reading, useReading } from '../../compute/client/use-reading.ts';
import type { Answers, SheetChoice } from '../../compute/protocol/orders.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { keepRoster } from './keep-roster.ts';
import type { LoadedRoster } from './loaded-roster.ts';
import { rememberChoices, rememberedColumns } from './remembered.ts';
import { yearOf } from './roster-year.ts';

/** Reads rosters, from the sample or from a file of the user's; a roster that was read before stays until then. */
export interface RosterLoader extends Pick<Reading<'loadFailed' | 'stale' | Refusal>, 'busy' | 'progress' | 'problem' | 'cancel'> {
  loadSample(): Promise<void>;
  loadFile(file: File): Promise<void>;
  /** Reads the file of a roster differently. */
  reread(roster: LoadedRoster, choice: SheetChoice): Promise<void>;
  /** Replaces the faulty rows of a roster by those of a corrected file. */
  fix(roster: LoadedRoster, file: File): Promise<void>;
  /** Reports that the file of the roster is no longer here. */
  missFile(): void;
}

/** @param onLoad called with each roster that was read */
export function useRosterLoader(onLoad: (roster: LoadedRoster) => void): RosterLoader {
  const { policy } = useCatalogue();
  const { busy, progress, problem, read: readFile, report, cancel } = useReading<'loadFailed' | 'stale' | Refusal>();
  const read = (ask: (options: AskOptions) => Promise<Answers['reread'] | null>, name: string | null) =>
    readFile(async (options) => {
      const answer = await ask(options);
      if (answer === null) return 'loadFailed';
      if (answer === 'stale' || isRefusal(answer)) return answer;
      keepRoster(policy.key, answer.roster);
      // A roster may render a lot: a transition keeps the page responsive to input.
      startTransition(() => onLoad({ ...answer, name, ownYear: yearOf(answer, name, new Date().getFullYear()) }));
      return null;
    });
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
    missFile: () => report('stale'),
    cancel,
  };
}

async function fetchSample(): Promise<ArrayBuffer> {
  const response = await fetch(sampleUrl);
  if (!response.ok) throw new Error(`the sample roster: status ${response.status}`);
  return response.arrayBuffer();
}
