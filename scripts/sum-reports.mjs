// Adds up the reports of all test runs and prints `N passed, N failed` as its last line; exits 1 if anything failed or a report is missing.
// Plain JavaScript, so that it also runs under a Node too old for the rest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '.reports';

/** A file that fails to load has no test in the report; it counts as one failure. */
function countVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + unloaded.length;
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed };
}

/** A test that passed only when tried again counts as failed: no retries are set. */
function countPlaywright({ stats, errors }) {
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: failed === 0 && errors.length > 0 ? 1 : failed };
}

const runs = [
  ['vitest', countVitest],
  ['browser', countPlaywright],
];

const sum = { passed: 0, failed: 0 };
for (const [name, count] of runs) {
  let counts;
  try {
    counts = count(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  } catch (error) {
    console.log(`${name}: no report (${error.code ?? error.message}), counted as one failure`);
    counts = { passed: 0, failed: 1 };
  }
  sum.passed += counts.passed;
  sum.failed += counts.failed;
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 ? 0 : 1);
