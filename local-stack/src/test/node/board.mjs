// The reviewers' board as a person uses it.
import { step } from './script.mjs';

export class Board {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** Signs in, and says by which token: sign-ins are counted, so that scripts ask for no other. @returns {Promise<string>} */
  async signIn(address, { email, password }) {
    step('signs in on the board');
    await this.page.goto(address);
    await this.page.fill('#email', email);
    await this.page.fill('#password', password);
    const reply = this.page.waitForResponse((it) => it.url().endsWith('/api/v1/auth/login'));
    await this.page.keyboard.press('Enter');
    const { access_token: token } = await (await reply).json();
    await this.page.waitForSelector('#live.good');
    return token;
  }

  /** Waits until the interview is listed in a state, without a reload. @param {string} session @param {string} words */
  async shows(session, words) {
    await this.page.locator(`.interviews li[data-id="${session}"]`, { hasText: words }).waitFor();
  }

  async open(session) {
    step('opens the report');
    await this.page.click(`.interviews li[data-id="${session}"] a`);
    await this.page.waitForSelector('.report .question');
  }

  /** @param {string} [bank] id; the usual one by default @returns {Promise<string>} the link */
  async invite(job, name, questions, look, bank = '') {
    step('invites a candidate');
    await this.page.click('#invite');
    await this.page.fill('#guest-job', job);
    await this.page.fill('#guest-name', name);
    await this.page.fill('#guest-description', 'Builds things that guests like.');
    await this.page.fill('#guest-count', String(questions));
    await this.page.selectOption('#guest-bank', bank);
    await look();
    await this.page.click('button:has-text("Create the link")');
    const link = await this.page.inputValue('#guest-url');
    await this.page.click('dialog button:has-text("Done")');
    return link;
  }
}
