// A candidate holds a whole interview with video: through a reload, a lost connection and a second tab, to the result.
// Input: {room, candidate, answers, chromium, camera, screenshots}. Output: {session_id, frames, overall}.
import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';
import { Room } from './room.mjs';
import { input, result, step } from './script.mjs';

const DRAFT = 'A draft that must not be lost: I would begin with';
const { room: address, candidate: signIn, answers, ...machine } = await input();
result(await Browser.hold(machine, async (browser) => {
  const context = await browser.person();
  const page = await context.newPage();
  const room = new Room(page, answers);

  await page.goto(address);
  await page.waitForSelector('#email');
  await browser.picture(page, 'room-1-sign-in');
  await room.signIn(signIn);
  await browser.picture(page, 'room-2-set-up');
  await room.setUp('Software engineer', 5);
  await browser.picture(page, 'room-3-consent');
  await room.choose('with');
  const session = await room.session();

  step('waits for readings');
  await room.framesBeyond(10);
  await room.faceFound();
  await room.question(1);
  await browser.picture(page, 'room-4-question');
  await room.answer(1);
  await room.answer(2);
  const third = await room.question(3);
  await page.waitForSelector('#scores');

  step('reloads');
  await page.fill('#answer', DRAFT);
  const before = await room.frames();
  await page.reload();
  await room.connected();
  assert.equal(await room.session(), session);
  assert.equal(await room.question(3), third, 'Expected the same question after the reload');
  assert.equal(await page.inputValue('#answer'), DRAFT, 'Expected the draft after the reload');
  await room.framesBeyond(5);
  assert.ok(before > 10);

  step('loses the connection');
  browser.network.cut();
  await page.waitForSelector('#connection[data-state=waiting]');
  await browser.picture(page, 'room-5-connection-lost');
  assert.equal(await page.inputValue('#answer'), DRAFT, 'Expected the draft without a connection');
  browser.network.mend();
  await room.connected();
  await room.framesBeyond(await room.frames() + 5);
  await room.answer(3);
  await room.question(4);

  step('pauses and goes on');
  await page.click('#pause');
  await page.waitForSelector('#resume');
  await browser.picture(page, 'room-6-paused');
  await page.click('#resume');
  await room.question(4);

  step('opens the room in a second tab');
  const secondPage = await context.newPage();
  const second = new Room(secondPage, answers);
  await secondPage.goto(address);
  await second.connected();
  assert.equal(await second.session(), session, 'Expected the second tab to go on with the interview');
  await page.waitForSelector('#superseded:visible');
  await browser.picture(page, 'room-7-superseded');
  await secondPage.click('button:has-text("Turn the camera on")');
  await second.framesBeyond(5);
  await second.answer(4);
  await second.question(5);

  step('goes on in the first tab');
  await page.click('button:has-text("Continue here instead")');
  await room.connected();
  await secondPage.waitForSelector('#superseded:visible');
  await room.answer(5);
  await page.waitForSelector('#complete:has-text("Finish the interview")');
  await browser.picture(page, 'room-8-last-question-done');
  const frames = await room.frames();
  const overall = await room.finish();
  await browser.picture(page, 'room-9-end');
  assert.match(overall, /^\d+\.\d$/);

  browser.clean();
  return { session_id: session, frames, overall };
}));
