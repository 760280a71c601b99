/** Runs every check, also after one has failed, so that one run tells everything. Exits 1 if any failed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/** What the tests are run with: they end, and with them every server and browser of theirs, even where this is killed. */
const RUNNER = [process.execPath, '--import', new URL('end-with-parent.mjs', import.meta.url).href];
const npm = (script: string): readonly string[] => ['npm', 'run', '--silent', script];

/** The checks of a stage run side by side and are told one after the other; of the tests there is one at a time, which uses every core. */
const STAGES: readonly Readonly<Record<string, readonly string[]>>[] = [
  Object.fromEntries(['typecheck', 'lint', 'check:rules', 'build'].map((script) => [script, npm(script)])),
  { 'core, edge, node': [...RUNNER, 'node_modules/vitest/vitest.mjs', 'run'] },
  { browser: [...RUNNER, 'node_modules/@playwright/test/cli.js', 'test'] },
];

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: string;
}

const running = new Set<ChildProcess>();

function run(name: string, [program = '', ...words]: readonly string[], isAlone: boolean): Promise<Outcome> {
  const begun = performance.now();
  const child = spawn(program, words, {
    stdio: isAlone ? ['pipe', 'inherit', 'inherit'] : 'pipe',
    shell: program === 'npm' && process.platform === 'win32',
  });
  running.add(child);
  const said: Buffer[] = [];
  for (const output of [child.stdout, child.stderr]) output?.on('data', (bytes: Buffer) => said.push(bytes));
  return new Promise((resolve) => {
    const end = (ok: boolean): void => {
      running.delete(child);
      process.stdout.write(Buffer.concat(said));
      resolve({ name, ok, seconds: ((performance.now() - begun) / 1000).toFixed(1) });
    };
    child.on('error', () => end(false)).on('close', (code) => end(code === 0));
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

// A report of an earlier run must not stand in for one that this run failed to write.
for (const name of ['vitest', 'browser']) rmSync(`.reports/${name}.json`, { force: true });

const outcomes: Outcome[] = [];
for (const stage of STAGES) {
  const checks = Object.entries(stage);
  outcomes.push(...(await Promise.all(checks.map(([name, command]) => run(name, command, checks.length === 1)))));
}

console.log('');
for (const { name, ok, seconds } of outcomes) console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
process.exit(outcomes.every(({ ok }) => ok) ? 0 : 1);
