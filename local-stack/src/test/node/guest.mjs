// An interviewer invites a candidate on the board; the candidate redeems the link and holds the interview with video.
// Input: {board, reviewer, answers, chromium, camera, screenshots}. Output: {session_id, frames}.
import assert from 'node:assert/strict';
import { Board } from './board.mjs';
import { Browser } from './browser.mjs';
import { Room } from './room.mjs';
import { input, result, step } from './script.mjs';

const JOB = 'Guest engineer';
const { board: address, reviewer, answers, ...machine } = await input();
result(await Browser.hold(machine, async (browser) => {
  const boardPage = await (await browser.person()).newPage();
  const board = new Board(boardPage);
  await board.signIn(address, reviewer);
  const link = await board.invite(JOB, 'Grace', 2, () => browser.picture(boardPage, 'board-invite'));

  step('redeems the link');
  const page = await (await browser.person()).newPage();
  const room = new Room(page, answers);
  await page.goto(link);
  await page.waitForSelector('#job');
  assert.equal(new URL(page.url()).hash, '', 'Expected the token to leave the address');
  assert.equal(await page.inputValue('#job'), JOB);
  assert.equal(await page.inputValue('#name'), 'Grace');
  await page.click('#invited-to summary');
  assert.match(await page.locator('#invited-to').innerText(), /Builds things that guests like\./);
  assert.equal(await page.locator('#description').count(), 0, 'Expected no other description than the invitation\'s');
  await browser.picture(page, 'room-guest');

  step('opens the room in another tab, which does not know the invitation');
  const tab = await page.context().newPage();
  await tab.goto(new URL('/room/', link).href);
  await tab.waitForSelector('#job');
  assert.equal(await tab.locator('#description').count(), 0, 'Expected no description that the link decides over');
  await tab.close();

  await room.continue();
  await newsBeforeConsent(page);
  await room.choose('with');
  const session = await room.session();
  await room.framesBeyond(3);

  step('opens the link a second time');
  await page.goto('about:blank');
  await page.goto(link);
  browser.foresee(/^40[139] POST .*\/api\/v1\/guest\/redeem$/);
  await room.connected();
  assert.equal(await room.session(), session, 'Expected the same interview');
  await room.answer(1);

  step('withdraws consent');
  await room.framesBeyond(3);
  await page.click('#withdraw');
  await page.waitForSelector('#withdraw:has-text("Consent withdrawn")');
  await page.waitForSelector('text=The camera is off');
  await room.answer(2);
  await room.finish();
  await board.shows(session, 'completed');
  browser.clean();
  return { session_id: session };
}));

/** The interview changes while the consent is on its way: the page then knows the choice before it is in force. */
async function newsBeforeConsent(page) {
  await page.route('**/consent', async (route) => {
    const headers = { authorization: await route.request().headerValue('authorization'), 'content-type': 'application/json' };
    for (const command of ['pause', 'resume']) {
      const address = route.request().url().replace(/consent$/, command);
      const reply = await fetch(address, { method: 'POST', headers: { ...headers, 'idempotency-key': crypto.randomUUID() }, body: '{}' });
      assert.ok(reply.ok, `Expected ${command} before consent, but got ${reply.status}`);
    }
    await page.waitForSelector('#connection');
    await route.continue();
  }, { times: 1 });
}
