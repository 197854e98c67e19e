import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './browser.ts'

const browser = await findBrowser()
if (browser === undefined)
  console.warn(
    '\n!!! BROWSER TESTS SKIPPED: no Chromium for this machine in the registry and no Chrome found; set CHROME_BIN to one !!!\n',
  )

const launch = browser === undefined ? {} : { launchOptions: browser }

/** Every journey runs at both widths, against a server of its own in a fresh data folder (`server.fixture.ts`). */
export default defineConfig({
  testDir: '.',
  testMatch: browser === undefined ? [] : ['*.test.ts'],
  outputDir: '../.build/e2e',
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  timeout: 60_000,
  use: { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', trace: 'retain-on-failure', ...launch },
  projects: [
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } } },
    { name: 'desk', use: { viewport: { width: 1280, height: 800 } } },
  ],
})
