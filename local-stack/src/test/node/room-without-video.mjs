// A candidate holds an interview without video, with the keyboard where that matters, and skips a question.
// Input: {room, candidate, answers, chromium, camera, screenshots}. Output: {session_id}.
import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';
import { Room } from './room.mjs';
import { input, result, step } from './script.mjs';

const { room: address, candidate: signIn, answers, ...machine } = await input();
result(await Browser.hold(machine, async (browser) => {
  const page = await (await browser.person()).newPage();
  const room = new Room(page, answers);
  await page.goto(address);
  await room.signIn(signIn);
  await room.setUp('Platform engineer', 3);
  await room.choose('without');
  const session = await room.session();

  step('answers with the keyboard alone');
  const first = await room.question(1);
  for (const id of ['read-aloud', 'answer']) {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.id), id, `Expected the next Tab to reach ${id}`);
  }
  await page.keyboard.type(answers[first] ?? answers['*']);
  await page.keyboard.press('Control+Enter');
  await room.skip(2);

  step('submits an empty answer');
  await room.question(3);
  assert.equal(await page.locator('video').count(), 0, 'Expected no camera');
  assert.equal(await page.locator('#readings').isVisible(), false, 'Expected no readings');
  await browser.picture(page, 'room-without-video');
  await page.click('#submit');
  await page.waitForSelector('dialog:has-text("Submit an empty answer?")');
  await page.click('dialog button[value=yes]');
  await room.finish();
  const marks = await page.locator('#end .scores').innerText();
  assert.match(marks, /skipped/);
  assert.match(marks, /not gradable/);
  assert.match(marks, /by built-in-rubric/);
  assert.equal(await page.evaluate(async () => {
    const { scorer } = await import('/room/views/scores-panel.js');
    return ['llama3.1', 'ollama', null].map((model) => scorer({ provider: 'ollama', model })).join(' | ');
  }), 'ollama (llama3.1) | ollama | ollama');
  assert.equal(await page.locator('#frames').count(), 0);

  step('reloads at the end');
  await page.reload();
  await page.waitForSelector('#end');
  browser.clean();
  return { session_id: session };
}));
