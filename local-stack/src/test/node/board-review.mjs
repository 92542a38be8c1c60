// An interviewer follows an interview live, reads its report, overrides a score, and erases it in the end.
// Input: {board, reports, ingest, candidate, reviewer, answers, chromium, camera, screenshots}. Output: {session_id}.
import assert from 'node:assert/strict';
import { Board } from './board.mjs';
import { Browser } from './browser.mjs';
import { Candidate } from './candidate.mjs';
import { input, result, step } from './script.mjs';

const MARKUP = '<script>window.broken = 1</script><img src="x" onerror="window.broken = 1">';
const NOTE = 'Says <b>how</b>, not why.';
const REASON = 'They <b>also</b> explained it in person.';
const { board: address, reports, ingest, candidate: signIn, reviewer, answers, ...machine } = await input();
result(await Browser.hold(machine, async (browser) => {
  const context = await browser.person();
  const page = await context.newPage();
  const board = new Board(page);
  const token = await board.signIn(address, reviewer);

  const candidate = new Candidate(ingest);
  await candidate.signIn(signIn);
  await candidate.start(`Engineer ${MARKUP}`, 3);
  const { session } = candidate;
  await board.shows(session, 'in progress');
  const say = (text, position) => (position === 1 ? `${MARKUP} ` : '') + (answers[text] ?? answers['*']);
  await candidate.answer(1, say);
  await board.shows(session, '1 of 3 answered');
  await browser.picture(page, 'board-live');
  await candidate.answer(2, () => 'asdf qwer zxcv');
  await candidate.answer(3, say);
  await candidate.command('complete');
  await board.shows(session, 'final');
  await browser.picture(page, 'board-list');

  await board.open(session);
  await page.locator('.marks .pill', { hasText: /^final$/ }).waitFor();
  await inert(page, 'report');
  const marks = await page.locator('.transcript mark').allInnerTexts();
  assert.ok(marks.length >= 2, `Expected highlighted evidence, but there are ${marks.length} marks`);
  assert.equal(await page.locator('.dimension .quote .pill.bad').count(), 0, 'Expected every quote in its answer');
  assert.ok((await page.locator('.transcript').first().innerText()).includes(MARKUP), 'Expected markup as words');
  await page.locator('.pill', { hasText: 'not gradable' }).first().waitFor();
  await browser.picture(page, 'board-report');

  step('overrides a score');
  const first = page.locator('article.question').first();
  const machineScore = await first.locator('.figure .number').innerText();
  await first.getByRole('button', { name: 'Override the score' }).click();
  await first.locator('input[type=number]').fill('3.5');
  await first.locator('textarea').fill(REASON);
  await first.getByRole('button', { name: 'Save the score' }).click();
  await first.locator('.override', { hasText: 'Overridden to 3.5' }).waitFor();
  assert.equal(await first.locator('.figure .number').innerText(), '3.5');
  assert.equal(await first.locator('.figure small').innerText(), `program: ${machineScore}`);
  assert.ok((await first.locator('.override').innerText()).includes(REASON));
  assert.equal(await page.locator('.overall').first().locator('small').innerText(), 'of 10, by the program');
  assert.equal(await page.locator('.overall').nth(1).locator('small').innerText(), 'of 10, with overrides');
  await page.locator('.history', { hasText: `A person overrode a score: 3.5, where the program had given ${machineScore}` }).waitFor();
  await browser.picture(page, 'board-override');

  step('labels an answer, twice');
  await first.getByRole('button', { name: 'Label the answer' }).click();
  await first.locator('.label-place select').selectOption('good');
  await first.locator('.label-place input').fill(NOTE);
  await first.getByRole('button', { name: 'Save the label' }).click();
  await first.locator('.labels li', { hasText: 'good' }).waitFor();
  await first.getByRole('button', { name: 'Change your label' }).click();
  await first.locator('.label-place select').selectOption('partial');
  await first.getByRole('button', { name: 'Save the label' }).click();
  await first.locator('.labels li', { hasText: 'partial' }).waitFor();
  assert.equal(await first.locator('.labels li').count(), 1, 'Expected the second label in place of the first');
  assert.ok((await first.locator('.labels').innerText()).includes(NOTE));
  assert.equal(await first.locator('.figure .number').innerText(), '3.5', 'Expected no other score');
  await browser.picture(page, 'board-label');

  step('opens the report as a page of its own');
  const printed = await context.newPage();
  await printed.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
  await printed.goto(`${reports}/api/v1/interviews/${session}/report?format=html`);
  await inert(printed, 'printed report');
  assert.ok((await printed.locator('body').innerText()).includes(MARKUP));
  await browser.picture(printed, 'report-html');

  step('erases the interview');
  await page.click('#erase');
  await page.click('dialog button[value=yes]');
  await page.getByRole('heading', { name: 'Erased interview' }).waitFor();
  await page.locator('text=The answer has been erased.').first().waitFor();
  assert.equal(await page.locator('.transcript, .quote, mark').count(), 0, 'Expected nothing of the answers');
  assert.ok(!(await page.locator('main').innerText()).includes(REASON), 'Expected nothing of the reason');
  assert.equal(await page.locator('.labels').count(), 0, 'Expected no label');
  await browser.picture(page, 'board-erased');
  await page.click('a.back');
  await board.shows(session, 'erased');
  browser.clean();
  return { session_id: session };
}));

/** Nothing that somebody wrote has become part of the page. */
async function inert(page, name) {
  assert.equal(await page.evaluate(() => window.broken), undefined, `Expected the markup in the ${name} to do nothing`);
  assert.equal(await page.locator('img[src="x"], main script, article script').count(), 0, `Expected no element of the answer in the ${name}`);
}

