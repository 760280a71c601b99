/** Runs every check, also after one has failed, so that one run tells everything. Exits 1 if any failed. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const steps = ['typecheck', 'lint', 'check:rules', 'test:core', 'test:edge', 'test:node', 'test:browser'];

// A report of an earlier run must not stand in for one that this run failed to write.
for (const name of ['core', 'edge', 'node', 'browser']) rmSync(`.reports/${name}.json`, { force: true });

const outcomes = steps.map((step) => {
  const begun = performance.now();
  const { status } = spawnSync('npm', ['run', step], { stdio: 'inherit', shell: process.platform === 'win32' });
  return { step, ok: status === 0, seconds: ((performance.now() - begun) / 1000).toFixed(1) };
});

console.log('');
for (const { step, ok, seconds } of outcomes) console.log(`${ok ? 'ok    ' : 'FAILED'}  ${step} (${seconds} s)`);
process.exit(outcomes.every(({ ok }) => ok) ? 0 : 1);
