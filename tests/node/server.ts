import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const PROGRAM = join(import.meta.dirname, '../../dist/node/main.js');
/** Read before a server's own program: it is not left behind where the tests are killed. */
const ENDS_WITH_US = ['--import', pathToFileURL(join(import.meta.dirname, '../../scripts/end-with-parent.mjs')).href];

/** The built home on Node, as `npm start` runs it, on a port of its own. */
export interface StartedServer {
  readonly url: string;
  readonly child: ChildProcess;
  /** The lines of its log so far, but for the first. */
  readonly lines: readonly string[];
  /** Ends it. @returns its exit code */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Settings by which the threads of a server die one by one at each SIGUSR2, the oldest first, and the server itself at SIGHUP, of an error. */
export const MORTAL = { NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'mortal.mjs'))}` };

/** Starts what was built, with the settings given and no others. @throws Error where it does not come up */
export function startServer(env: Readonly<Record<string, string>> = {}): Promise<StartedServer> {
  const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('JINTIE_')));
  return watchServer(spawn(process.execPath, [...ENDS_WITH_US, PROGRAM], { env: { ...plain, PORT: '0', ...env }, stdio: 'pipe' }));
}

/** Waits for a server that was started to be ready. @throws Error where it does not come up */
export async function watchServer(child: ChildProcessByStdio<Writable | null, Readable, Readable>): Promise<StartedServer> {
  const lines: string[] = [];
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, found] = /^津贴 Jintie: (http:\S+)$/.exec(line) ?? [];
      if (found) resolve(found);
      else lines.push(line);
    });
    createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
    // once all that it said is read
    child.on('close', (code) => reject(new Error(`the server ended with ${code}: ${lines.join('\n')}`)));
  });
  while (!(await fetch(`${url}/readyz`)).ok) await new Promise((resolve) => setTimeout(resolve, 20));
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  };
  return { url, child, lines, stop };
}
