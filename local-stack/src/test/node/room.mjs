// The candidate's room as a person uses it: what can be seen and what can be done, by what the page shows.
import { until } from './browser.mjs';
import { step } from './script.mjs';

export class Room {
  /** @param {import('playwright-core').Page} page @param {Record<string, string>} answers by question; `*` for any other */
  constructor(page, answers) {
    this.page = page;
    this.answers = answers;
  }

  async signIn({ email, password }) {
    step('signs in');
    await this.page.fill('#email', email);
    await this.page.fill('#password', password);
    await this.page.keyboard.press('Enter');
    await this.page.waitForSelector('#job');
  }

  async setUp(job, questions) {
    step('sets up the interview');
    await this.page.fill('#job', job);
    await this.page.selectOption('#count', String(questions));
    await this.continue();
  }

  async continue() {
    await this.page.click('button:has-text("Continue")');
    await this.page.waitForSelector('button:has-text("Go on with video")');
  }

  /** @param {'with' | 'without'} way */
  async choose(way) {
    step(`goes on ${way} video`);
    await this.page.click(`button:has-text("Go on ${way} video")`);
    await this.connected();
  }

  async connected() {
    await this.page.waitForSelector('#connection[data-state=open]');
  }

  async question(position) {
    await this.page.locator('.question .eyebrow', { hasText: `Question ${position} of` }).waitFor();
    return this.page.locator('#question-text').innerText();
  }

  async answer(position) {
    const text = await this.question(position);
    step(`answers question ${position}`);
    await this.page.fill('#answer', this.answers[text] ?? this.answers['*']);
    await this.page.click('#submit');
  }

  async skip(position) {
    await this.question(position);
    step(`skips question ${position}`);
    await this.page.click('#skip');
    await this.page.click('dialog button[value=yes]');
  }

  /** How many pictures the server has acknowledged, by what the page says. */
  async frames() {
    const text = await this.page.locator('#frames').innerText();
    return Number(text.match(/^\d+/)?.[0] ?? 0);
  }

  async framesBeyond(count) {
    return until(`more than ${count} acknowledged pictures`, () => this.frames(), (frames) => frames > count);
  }

  async faceFound() {
    await this.page.locator('#readings .facts dd', { hasText: 'found' }).filter({ hasNotText: 'not found' }).waitFor();
  }

  /** Hands the interview in after its last question and waits for the result. @returns {Promise<string>} the overall score */
  async finish() {
    step('finishes');
    await this.page.click('#complete:has-text("Finish the interview")');
    await this.page.waitForSelector('#end');
    return this.page.locator('#overall .number').innerText();
  }

  /** Which interview this tab holds. */
  async session() {
    return this.page.evaluate(() => JSON.parse(sessionStorage.getItem('colloquy.session')).id);
  }
}
