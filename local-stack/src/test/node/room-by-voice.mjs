// A candidate answers by voice: the fake microphone beeps, a stub transcriber says what it received, the candidate corrects it.
// Also: no microphone, a reload while recording, and an installation without any provider, where the browser itself reads aloud.
// Input: {room, candidate, answers, chromium, camera, screenshots}. Output: {session_id, heard, corrected}.
import assert from 'node:assert/strict';
import { Browser, until } from './browser.mjs';
import { Room } from './room.mjs';
import { input, result, step } from './script.mjs';

const { room: address, candidate: signIn, answers, ...machine } = await input();
result(await Browser.hold(machine, async (browser) => {
  const person = await browser.person();
  const page = await person.newPage();
  const sent = [];
  page.on('request', (request) => request.url().endsWith('/audio/stt?language=en') && sent.push(request.headers()['content-type']));
  const room = new Room(page, answers);
  await page.goto(address);
  await room.signIn(signIn);
  await room.setUp('Platform engineer', 3);
  await room.choose('without');
  const session = await room.session();
  const first = await room.question(1);

  step('sees whom a recording goes to, and records nothing before the button is pressed');
  const whom = await page.locator('#voice .whom').innerText();
  assert.match(whom, /sent to “stub”/);
  assert.equal(await page.locator('#recorded').count(), 0);
  await browser.picture(page, 'room-voice');

  step('has the question read by the provider, when asked');
  const tts = page.waitForResponse((response) => response.url().endsWith('/audio/tts'));
  await page.click('#read-aloud');
  assert.equal((await tts).headers()['x-provider'], 'stub');
  await page.locator('#read-aloud', { hasText: 'Read aloud' }).waitFor();

  step('records with the keyboard');
  await page.focus('#record');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#recorded');
  assert.equal(await page.locator('#submit').isDisabled(), true, 'Expected no submitting during a recording');
  await page.locator('#recorded', { hasText: '0:02' }).waitFor();
  await browser.picture(page, 'room-voice-recording');
  await page.keyboard.press('Enter');
  const heard = await until('a transcript in the answer', () => page.inputValue('#answer'));
  assert.match(heard, /a stub was listening/);
  assert.match(heard, /more than a thousand bytes of audio as audio\/webm/);
  assert.match(await page.locator('.voice-news').innerText(), /stub .*90 % sure/);
  assert.deepEqual(sent.map((type) => type.split(';')[0]), ['audio/webm']);
  await browser.picture(page, 'room-voice-heard');

  step('corrects it, survives a reload, submits');
  const corrected = answers[first] ?? answers['*'];
  await page.fill('#answer', corrected);
  await page.reload();
  await room.connected();
  await room.question(1);
  assert.equal(await page.inputValue('#answer'), corrected);
  await page.click('#submit');

  step('is told of a recording that a reload has lost');
  await room.question(2);
  await page.click('#record');
  await page.waitForSelector('#recorded');
  page.once('dialog', (dialog) => dialog.accept());
  await page.reload();
  await room.connected();
  await page.locator('.voice-news', { hasText: 'that recording is lost' }).waitFor();

  step('is refused the microphone, and types');
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.click('#record');
  await page.locator('.voice-news', { hasText: 'has not allowed the microphone' }).waitFor();
  await room.answer(2);

  step('comes to an installation without providers; what a service without any says is held by its own test');
  await person.route('**/api/v1/audio', (route) => route.fulfill({ json: { transcription: null, speech: null },
    headers: { 'Access-Control-Allow-Origin': new URL(address).origin, 'Access-Control-Allow-Credentials': 'true' } }));
  await person.addInitScript(() => {
    window.spoken = [];
    window.speechSynthesis.speak = (utterance) => window.spoken.push([utterance.text, utterance.lang]);
  });
  await page.reload();
  await room.connected();
  const third = await room.question(3);
  await page.locator('.voice-news', { hasText: 'transcription is not configured' }).waitFor();
  assert.equal(await page.locator('#record').count(), 0);
  assert.deepEqual(await page.evaluate(() => window.spoken), [], 'Expected nothing to be read unasked');
  await page.focus('#read-aloud');
  await page.keyboard.press('Enter');
  await page.locator('.aloud', { hasText: 'Read by this browser' }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.spoken), [[third, 'en']]);
  await browser.picture(page, 'room-voice-not-configured');
  await room.answer(3);
  await room.finish();
  browser.clean();
  return { session_id: session, heard, corrected };
}));
