import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from './tests/browser/fixtures/chromium.ts';

const port = Number(process.env.BROWSER_TEST_PORT ?? '8788');

/** A name that browsers take for no machine of their own. */
const OFFICE = 'office.test';

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.reports/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
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
    command: 'node dist/node/main.js',
    // Under the second name it is reached as from another machine.
    env: { PORT: String(port), JINTIE_HOSTS: OFFICE },
    url: `http://127.0.0.1:${port}/healthz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
