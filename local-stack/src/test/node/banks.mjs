// An interviewer uploads a question bank, changes it against a colleague's change, downloads it, invites a candidate to an
// interview with it, and retires it; the candidate is asked that bank's questions.
// Input: {board, evaluator, reviewer, answers, chromium, camera, screenshots}. Output: {session_id, bank_id, version, texts}.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Board } from './board.mjs';
import { Browser } from './browser.mjs';
import { Room } from './room.mjs';
import { input, result, step } from './script.mjs';

const NAME = 'Bridge officers';
const POINTS = '"ships | boats\nthe harbour\na licence"';
const TEXTS = { intro: 'What brought you to <b>ships</b>?', radar: 'How do you read a radar in fog?', crew: 'When did you last calm a crew down?', fire: 'The engine room burns. What do you do first?' };
const EDITED = 'What tells you that a radar echo is a ship?';
const THEIRS = 'When did a crew last surprise you?';
const MINE = 'Tell us of a quarrel on board, and how it ended.';
const HEADING = 'record,id,family,kind,difficulty,weight,seconds,text,expected_points,language';
const table = (radar) => [HEADING, `bank,,,,,,,${NAME},,en`, row('intro', 'INTRODUCTION', 1), row('radar', 'TECHNICAL', radar), row('crew', 'BEHAVIOURAL', 3), row('fire', 'SITUATIONAL', 5)].join('\n');
const row = (id, kind, difficulty) => `question,${id},general,${kind},${difficulty},1,60,${TEXTS[id]},${POINTS},`;
const file = (text) => ({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Somebody who changes the same bank by the API. */
class Colleague {
  constructor(root, bearer, bank) {
    this.address = `${root}/api/v1/banks/${bank}`;
    this.headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  }

  async change(id, text, version) {
    const { name, language, families, questions } = await (await fetch(this.address, { headers: this.headers })).json();
    const body = JSON.stringify({ name, language, families, questions: questions.map((question) => (question.id === id ? { ...question, text } : question)) });
    const reply = await fetch(this.address, { method: 'PUT', headers: { ...this.headers, 'if-match': `"${version}"` }, body });
    assert.ok(reply.ok, `Expected a colleague's change, but got ${reply.status}`);
  }
}

const { board: address, evaluator, reviewer, answers, ...machine } = await input();
result(await Browser.hold(machine, async (browser) => {
  const page = await (await browser.person()).newPage();
  const board = new Board(page);
  const question = (id) => page.locator(`[data-question="${id}"]`);
  const edit = async (id, text) => {
    await question(id).locator('.edit').click();
    await question(id).locator('textarea').first().fill(text);
  };
  const saved = async () => {
    await page.locator('.notice.news', { hasText: 'Saved. This is version' }).waitFor();
    return page.locator('header .marks code').innerText();
  };
  const token = await board.signIn(address, reviewer);

  step('uploads a table that is not sound');
  await page.click('#banks');
  await page.locator('[data-bank="built-in-de"]').waitFor();
  await page.setInputFiles('#upload-file', file(table(9)));
  browser.foresee(/^400 POST .*\/api\/v1\/banks\/import$/);
  await page.click('button:has-text("Upload as a new bank")');
  await page.locator('.offences', { hasText: 'difficulty' }).filter({ hasText: 'line 6' }).waitFor();
  await browser.picture(page, 'banks-refused');

  step('uploads a sound one');
  await page.setInputFiles('#upload-file', file(table(4)));
  await page.click('button:has-text("Upload as a new bank")');
  await page.getByRole('heading', { name: NAME }).waitFor();
  const bank = new URL(page.url()).searchParams.get('id');
  assert.equal(await page.locator('.question-text').first().innerText(), TEXTS.intro);
  assert.equal(await page.locator('.question-text b').count(), 0, 'Expected markup as words');
  await browser.picture(page, 'bank');

  step('changes a question to what another one asks already');
  await edit('radar', TEXTS.crew);
  await browser.picture(page, 'bank-editing');
  browser.foresee(/^400 PUT /);
  await page.click('#save');
  await page.locator('.offences', { hasText: 'occurs twice' }).waitFor();
  await browser.picture(page, 'bank-refused');
  await page.locator('.offences .link').first().click();
  await page.locator('[data-question=crew] textarea:focus').first().waitFor();
  await question('radar').locator('textarea').first().fill(EDITED);
  await page.click('#save');
  const first = await saved();

  step('changes it while a colleague does');
  const colleague = new Colleague(evaluator, token, bank);
  await colleague.change('crew', THEIRS, first);
  await edit('crew', MINE);
  browser.foresee(/^412 PUT /);
  await page.click('#save');
  await page.getByRole('heading', { name: 'Somebody else has saved this bank' }).waitFor();
  await browser.picture(page, 'bank-conflict');
  await page.click('button:has-text("Go back to mine")');
  assert.equal(await question('crew').locator('textarea').first().inputValue(), MINE, 'Expected nothing typed to be lost');
  await page.locator('.save-bar', { hasText: 'One change is not saved yet' }).waitFor();
  browser.foresee(/^412 PUT /);
  await page.click('#save');
  await page.click('button:has-text("Save mine over theirs")');
  const version = await saved();
  assert.equal(await question('crew').locator('.question-text').innerText(), MINE);
  await page.click('#versions summary');
  assert.equal(await page.locator('.versions li').count(), 4, 'Expected every version that was saved');
  await page.locator('.notice .plain').click();

  step('adds a question, takes it away again, and removes another one for a moment');
  await page.click('.add');
  await page.locator('[data-question="general-new-1"] textarea').first().fill('Another one?');
  await page.locator('.save-bar', { hasText: 'One change' }).waitFor();
  await question('fire').getByRole('button', { name: 'Remove' }).press('Enter');
  await page.locator('.save-bar', { hasText: '2 changes' }).waitFor();
  await browser.picture(page, 'bank-changed');
  await page.locator('.back:focus').press('Enter');
  await page.click('button:has-text("Discard")');
  await page.click('dialog button[value=yes]');
  await page.locator('.notice.news', { hasText: 'dropped' }).waitFor();
  assert.equal(await page.locator('.bank-question').count(), 4);

  step('downloads it and uploads the same');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download-csv')]);
  assert.equal(download.suggestedFilename(), `${bank}.csv`);
  const csv = await readFile(await download.path(), 'utf8');
  assert.ok(csv.includes(EDITED) && csv.includes(MINE) && !csv.includes(TEXTS.radar) && !csv.includes(THEIRS), `Expected the changed questions, but got ${csv}`);
  await page.click('#new-version summary');
  await page.setInputFiles('#version-file', file(csv));
  await page.click('button:has-text("Upload as a new version")');
  assert.equal(await saved(), version, 'Expected the same content to be the same version');

  step('invites a candidate with it');
  await page.goto(address);
  await page.waitForSelector('#live.good');
  const link = await board.invite('Bridge officer', 'Grace', 4, () => browser.picture(page, 'board-invite-bank'), bank);
  const candidate = await (await browser.person()).newPage();
  const room = new Room(candidate, answers);
  await candidate.goto(link);
  await candidate.waitForSelector('#job');
  await room.continue();
  await room.choose('without');
  const session = await room.session();
  const texts = [TEXTS.intro, EDITED, MINE, TEXTS.fire];
  for (let position = 1; position <= texts.length; position++) {
    const asked = await room.question(position);
    assert.ok(texts.includes(asked), `Expected a question of the bank, but it is "${asked}"`);
    if (position === 1) await browser.picture(candidate, 'room-bank');
    await room.answer(position);
  }
  await candidate.click('#complete:has-text("Finish the interview")');
  await candidate.waitForSelector('#end');

  step('retires it');
  await page.click('#banks');
  await page.locator(`[data-bank="${bank}"]`).waitFor();
  await browser.picture(page, 'banks');
  await page.click(`[data-bank="${bank}"] a`);
  await page.click('#retire');
  await page.click('dialog button[value=yes]');
  await page.locator('.marks .pill', { hasText: 'retired' }).waitFor();
  await browser.picture(page, 'bank-retired');
  await page.goto(new URL('banks.html?id=built-in-de', address).href);
  await page.locator('.marks .pill', { hasText: 'built in' }).waitFor();
  assert.equal(await page.locator('#retire, .edit, .add').count(), 0, 'Expected a built-in bank to be only read');
  await browser.picture(page, 'bank-built-in');
  browser.clean();
  return { session_id: session, bank_id: bank, version, texts };
}));

