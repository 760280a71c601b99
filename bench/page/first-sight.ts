import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '../../tests/browser/fixtures/chromium.ts';
import { openRoster } from '../../tests/browser/fixtures/open-roster.ts';
import { describeMachine, type Machine, machineLine } from '../machine.ts';
import { spreadOf } from '../statistics.ts';
import { count, ranged } from '../telling.ts';
import { writeRosterFiles } from './roster-files.ts';
import { type Line, startSlowLine } from './slow-line.ts';

/** A line of a county office. */
const OFFICE_LINE: Line = { bitsPerSecond: 1_600_000, roundTripMs: 150 };
const PEOPLE = 500;

/** One first visit over a slow line. */
interface Visit {
  /** Until the first text is drawn, a file can be opened, and the total of one that was opened at once is there. */
  readonly firstMs: number;
  readonly fileMs: number;
  readonly totalMs: number;
  readonly requests: number;
}

export interface FirstSightResults {
  readonly machine: Machine;
  readonly chromium: string;
  readonly visits: readonly Visit[];
}

/** Visits the page of a server with empty browser caches. @param url of the server */
export async function measureFirstSight(url: string, rounds: number): Promise<FirstSightResults> {
  const machine = describeMachine();
  const { files, remove } = writeRosterFiles([PEOPLE]);
  const path = files.find(({ format }) => format === 'csv')?.path ?? '';
  try {
    // The very first visit makes the server compress its files.
    await visit(url, path);
    const visits: Visit[] = [];
    let version = '';
    for (let round = 0; round < rounds; round++) {
      const { chromium: found, ...one } = await visit(url, path);
      version = found;
      visits.push(one);
    }
    return { machine, chromium: version, visits };
  } finally {
    remove();
  }
}

async function visit(url: string, path: string): Promise<Visit & { readonly chromium: string }> {
  const line = await startSlowLine(url, OFFICE_LINE);
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1366, height: 768 } });
    let requests = 0;
    page.on('requestfinished', () => requests++);
    const begun = performance.now();
    await page.goto(`${line.url}/budget`, { waitUntil: 'commit' });
    await page.locator('.ways input[type=file]').waitFor({ state: 'attached' });
    const fileMs = performance.now() - begun;
    await openRoster(page, path);
    await page
      .getByTestId('sum-headcount')
      .filter({ hasText: String(PEOPLE) })
      .waitFor();
    const totalMs = performance.now() - begun;
    const firstMs = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
    return { chromium: browser.version(), firstMs, fileMs, totalMs, requests };
  } finally {
    await browser.close();
    line.stop();
  }
}

/** The section of `docs/performance.md` about a first visit. */
export function firstSightSection({ machine, chromium: version, visits }: FirstSightResults): string {
  const seconds = (of: (one: Visit) => number) => `${ranged(spreadOf(visits.map(of)), (ms) => (ms / 1_000).toFixed(2))} s`;
  const cells = [
    seconds(({ firstMs }) => firstMs),
    seconds(({ fileMs }) => fileMs),
    seconds(({ totalMs }) => totalMs),
    ranged(spreadOf(visits.map(({ requests }) => requests)), count),
  ];
  return `## A first visit over a slow line

\`npm run bench:page -- --first-sight\`: a browser that has nothing of the page yet opens \`/budget\` over a line with 1.6 Mbit/s and a round trip of 150 ms
(\`bench/page/slow-line.ts\`: all connections share it, and opening each takes a round trip), and a CSV of ${count(PEOPLE)} people is opened as soon as the page accepts one.
Target: something to see within 2 s, the total within 6 s. Visits: ${visits.length}; the table gives the median, with the minimum and maximum in brackets.

${machineLine(machine, [`Chromium ${version}`])}

| first text drawn | a file can be opened | its total is there | requests |
|---:|---:|---:|---:|
| ${cells.join(' | ')} |
`;
}
