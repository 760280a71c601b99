import { describeMachine } from '../machine.ts';
import { measureOpening } from './opening.ts';
import type { Opening, OpeningRound, PageResults, ScrollingRound } from './results.ts';
import { writeRosterFiles } from './roster-files.ts';
import { measureScrolling } from './scrolling.ts';
import { visitBudget } from './visit.ts';

/** The extent of the measurement. */
export interface Plan {
  /** The numbers of people; the longest list is scrolled through. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** How many turns of the wheel, and how many PageDown. */
  readonly scrollingTurns: number;
  /** Called with what is being measured. */
  readonly onStep?: (step: string) => void;
}

/** Measures the page of a running server. Every file has its turn in every round, so that a busy minute affects all of them. */
export async function measurePage(url: string, { sizes, rounds, scrollingTurns, onStep }: Plan): Promise<PageResults> {
  const machine = describeMachine();
  const { files, remove } = writeRosterFiles(sizes);
  const most = Math.max(...sizes);
  const opened = new Map(files.map((file) => [file, [] as OpeningRound[]]));
  const scrolled: ScrollingRound[] = [];
  let chromium = '';
  try {
    for (let round = 1; round <= rounds; round++) {
      for (const file of files) {
        const { people, format } = file;
        onStep?.(`round ${round} of ${rounds}: ${people} people, ${format}`);
        await visitBudget(url, async (page, browser) => {
          chromium = browser.version();
          opened.get(file)?.push(await measureOpening(page, browser, file));
          if (people === most && format === 'csv') scrolled.push(await measureScrolling(page, people, scrollingTurns));
        });
      }
    }
  } finally {
    remove();
  }
  const openings = [...opened].map(([{ people, format, bytes }, done]): Opening => ({ people, format, fileBytes: bytes, rounds: done }));
  return { machine, chromium, openings, scrolling: { people: most, rounds: scrolled } };
}
