import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/** The resources used so far by the page's process, including its worker, as counted by the kernel. */
export interface RendererUse {
  /** The most memory that it ever held: resident, with the program of the browser itself. */
  readonly peakBytes: number;
  /** How long its main thread has been on a core. */
  readonly mainThreadMs: number;
}

/** What the renderer has used so far; `null` where there is no `/proc`. */
export async function lookAtRenderer(browser: Browser): Promise<RendererUse | null> {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => usageOf(id));
  // A browser may hold a spare renderer ready; it is smaller than the one with a page.
  return renderers.toSorted((one, other) => other.peakBytes - one.peakBytes)[0] ?? null;
}

function usageOf(pid: number): RendererUse {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  // The main thread has the id of the process; the first figure is its CPU time in nanoseconds.
  const nanoseconds = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0];
  return { peakBytes: Number(kibibytes) * 1024, mainThreadMs: Number(nanoseconds) / 1e6 };
}
