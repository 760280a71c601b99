import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '../dist');

/**
 * Runs a built program in a fresh process and reads what it prints.
 *
 * @throws with its error output, if it failed
 */
export function runFresh<Result>(program: string, args: readonly (string | number)[]): Result {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', join(DIST, `${program}.js`), ...args.map(String)],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${stderr}`);
  return JSON.parse(stdout) as Result;
}
