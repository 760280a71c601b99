import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from './tests/browser/fixtures/chromium.ts';
import { IS_DEEP } from './tests/browser/fixtures/depth.ts';
import { SLOW } from './tests/slow.ts';

/** Known once the server has said on which port it listens, before any test runs. */
const port = process.env.BROWSER_TEST_PORT;

/** A name that browsers take for no machine of their own. */
const OFFICE = 'office.test';

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.reports/browser',
  fullyParallel: true,
  ...(!IS_DEEP && { grepInvert: /@deep/ }),
  // A browser waits for its page now and then, and the next one runs meanwhile.
  workers: 3,
  forbidOnly: true,
  timeout: 90_000 * SLOW,
  expect: { timeout: 20_000 * SLOW },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.reports/browser.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What a test sees is then what the server has; the tests of offline use allow it.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: await chromiumLaunchOptions(),
  },
  webServer: {
    command: 'node --import ./scripts/end-with-parent.mjs dist/node/main.js',
    // On a port that is free. Under the second name it is reached as from another machine.
    env: { PORT: '0', JINTIE_HOSTS: OFFICE },
    wait: { stdout: /^津贴 Jintie: http:\/\/\S+:(?<browser_test_port>\d+)$/m },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
