// Chromium with a camera of the test's choosing, and an eye on everything a page does wrong: script errors, violations of
// the content policy, failed requests.
import assert from 'node:assert/strict';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { Network } from './network.mjs';
import { step } from './script.mjs';

/** Milliseconds that a page may take for anything; machines that run tests are busy. */
const PATIENCE = 60_000;
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

export class Browser {
  #problems = [];
  #foreseen = [];

  /**
   * Runs a scenario in a browser of its own; when it fails, a picture of every page is kept.
   * @param {{chromium: string, camera: string, screenshots: string}} input
   * @param {(browser: Browser) => Promise<object>} scenario
   */
  static async hold(input, scenario) {
    const browser = await Browser.#open(input);
    try {
      return await scenario(browser);
    } catch (error) {
      await browser.#keepPages();
      throw error;
    } finally {
      await browser.#close();
    }
  }

  static async #open(input) {
    const browser = new Browser();
    browser.screenshots = input.screenshots;
    browser.network = new Network();
    await browser.network.open();
    browser.chromium = await chromium.launch({ executablePath: input.chromium, proxy: browser.network.proxy,
      args: [...FLAGS, `--use-file-for-fake-video-capture=${input.camera}`] });
    return browser;
  }

  /** A person with a browser of their own: nothing is shared with others. */
  async person() {
    const context = await this.chromium.newContext({ viewport: DESKTOP });
    context.setDefaultTimeout(PATIENCE);
    context.on('page', (page) => this.#watch(page));
    // Opening a page without being signed in asks for the cookie's token once, in vain.
    this.foresee(/^401 POST .*\/api\/v1\/auth\/refresh$/);
    return context;
  }

  /** One problem that matches belongs to the test. @param {RegExp} pattern */
  foresee(pattern) {
    this.#foreseen.push(pattern);
  }

  /** Pictures of the whole page on a desktop and on a phone, which must not scroll sideways. */
  async picture(page, name) {
    for (const [device, size] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
      await page.setViewportSize(size);
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: path.join(this.screenshots, `${name}-${device}.png`), fullPage: true, animations: 'disabled' });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `Expected ${name} to fit a ${device}, but it is ${overflow} pixels too wide`);
    }
  }

  /** Throws unless every problem so far belongs to the test. */
  clean() {
    const left = this.#problems.filter((problem) => {
      const index = this.#foreseen.findIndex((pattern) => pattern.test(problem));
      if (index >= 0) this.#foreseen.splice(index, 1);
      return index < 0;
    });
    assert.deepEqual(left, [], 'Expected pages without errors');
  }

  async #keepPages() {
    const pages = this.chromium.contexts().flatMap((context) => context.pages());
    await Promise.all(pages.map((page, index) => page.screenshot({ path: path.join(this.screenshots, `failure-${index}.png`), fullPage: true })
      .catch((error) => step(`no picture of page ${index}: ${error.message}`))));
  }

  async #close() {
    await this.chromium.close();
    this.network.close();
  }

  #watch(page) {
    page.on('pageerror', (error) => this.#problem(`page error: ${error.stack}`));
    page.on('console', (message) => {
      // What became of requests is said below, with status and address.
      if (message.type() === 'error' && !/^(Failed to load resource|WebSocket connection to)/.test(message.text())) this.#problem(`console: ${message.text()}`);
    });
    page.on('response', (response) => response.status() >= 400 && this.#problem(`${response.status()} ${response.request().method()} ${response.url()}`));
    page.on('requestfailed', (request) => {
      // A page that is left takes its requests with it.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.#problem(`${request.failure()?.errorText} ${request.method()} ${request.url()}`);
    });
  }

  #problem(problem) {
    if (this.network.down) return;
    step(`problem: ${problem}`);
    this.#problems.push(problem);
  }
}

/** Waits until a value read from the page satisfies `wanted`, and returns it. */
export async function until(what, read, wanted = Boolean) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (Date.now() > deadline) throw new Error(`Expected ${what}, but it is ${JSON.stringify(value)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
