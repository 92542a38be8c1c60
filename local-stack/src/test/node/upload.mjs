// A candidate takes the CV from a PDF and the job description from a text file, corrects what was read, and starts with it.
// Input: {room, candidate, pdf, text, wrong, right, chromium, camera, screenshots}. Output: {session_id}.
import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';
import { Room } from './room.mjs';
import { input, result, step } from './script.mjs';

const { room: address, candidate: signIn, answers, pdf, text, wrong, right, ...machine } = await input();
result(await Browser.hold(machine, async (browser) => {
  const page = await (await browser.person()).newPage();
  const room = new Room(page, answers);
  await page.goto(address);
  await room.signIn(signIn);
  await page.fill('#job', 'Analyst');

  step('reaches the file of the CV with the keyboard');
  await page.focus('summary');
  await page.keyboard.press('Enter');
  await page.focus('#cv');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'cv-file', 'Expected one Tab from the CV to its file');

  step('is told why a picture is refused, and a scan');
  await page.setInputFiles('#cv-file', { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('PNG') });
  await page.waitForSelector('.trouble:has-text("me.png: Only PDF and plain text")');
  browser.foresee(/^422 POST .*\/api\/v1\/upload\/pdf$/);
  await page.setInputFiles('#cv-file', { name: 'me.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no PDF') });
  await page.waitForSelector('.trouble:has-text("called a PDF, but it is none")');
  assert.equal(await page.inputValue('#cv'), '');

  step('uploads and corrects');
  await page.setInputFiles('#cv-file', pdf);
  await page.waitForSelector('#cv-news:has-text("1 page")');
  assert.equal(await page.locator('.trouble').filter({ hasText: /./ }).count(), 0, 'Expected the trouble to be over');
  const read = await page.inputValue('#cv');
  assert.ok(read.includes(wrong), `Expected '${wrong}' in '${read}'`);
  await page.fill('#cv', read.replace(wrong, right));
  await page.setInputFiles('#description-file', text);
  await page.waitForSelector('#description-news:has-text("characters")');
  await browser.picture(page, 'room-upload');

  step('keeps what it has when a second file is not wanted');
  await page.setInputFiles('#cv-file', pdf);
  await page.waitForSelector('dialog:has-text("Replace what is there?")');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.ok((await page.inputValue('#cv')).includes(right), 'Expected the corrected text to stay');

  await room.continue();
  const session = await room.session();
  browser.clean();
  return { session_id: session };
}));
