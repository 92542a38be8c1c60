import { element, fill, setText } from '../shared/dom.js';
import { inWords } from '../shared/problem.js';
import { LONGEST, Recorder, microphoneProblem } from '../voice.js';

const SHORTEST = 400;

/**
 * Answering by voice: record, stop, and the transcript comes into the answer for correction. Nothing is recorded before the
 * button is pressed. `heard` gets each transcript; `busy` is told while the answer cannot be submitted.
 * @param {{interview: import('../interview.js').Interview, interrupted: boolean, heard: (piece: object) => void, busy: (busy: boolean) => void}} options
 */
export function voicePanel({ interview, interrupted, heard, busy }) {
  const { voice } = interview;
  const controls = element('div', { class: 'row' });
  const news = element('p', { class: 'hint voice-news', role: 'status' });
  const view = element('section', { class: 'voice stack tight', id: 'voice', 'aria-label': 'Answer by voice' }, controls, news);
  const leaving = (event) => event.preventDefault();
  let recorder = null;
  let clock = 0;
  let left = false;
  let offer = null;

  async function look() {
    fill(controls);
    try {
      ({ transcription: offer } = await voice.offer());
      if (!left) idle(interrupted ? 'The page was reloaded during a recording, and that recording is lost. Record again, or type.' : '');
    } catch {
      say('Whether answers can be spoken here could not be found out. You can type in any case.');
      fill(controls, element('button', { type: 'button', class: 'small', onclick: look }, 'Look again'));
    }
  }

  function idle(words = '') {
    setBusy(false);
    if (!offer) return say('Answers by voice are not set up here: transcription is not configured. Please type.');
    if (!Recorder.possible) return say('This browser cannot record sound on this page. Please type.');
    fill(controls, element('button', { type: 'button', class: 'record', id: 'record', onclick: start }, 'Record your answer'), toWhom(offer));
    return say(words);
  }

  async function start() {
    fill(controls, element('p', { class: 'hint' }, 'Waiting for the microphone…'));
    try {
      const started = await Recorder.start(stop);
      if (left) return started.discard();
      recorder = started;
    } catch (error) {
      return idle(microphoneProblem(error));
    }
    window.speechSynthesis?.cancel();
    setBusy(true);
    addEventListener('beforeunload', leaving);
    const time = element('span', { class: 'pill dot bad number', id: 'recorded', role: 'timer', 'aria-live': 'off' });
    const button = element('button', { type: 'button', class: 'primary', id: 'stop', onclick: stop }, 'Stop and write it down');
    fill(controls, button, element('button', { type: 'button', class: 'quiet', id: 'discard', onclick: discard }, 'Discard'), time);
    const tick = () => {
      setText(time, `Recording ${minutes(recorder.elapsed)} of ${minutes(LONGEST)}`);
      if (recorder.elapsed >= LONGEST) stop();
    };
    tick();
    clock = setInterval(tick, 250);
    say('');
    button.focus();
    return undefined;
  }

  async function stop() {
    const stopping = end();
    if (!stopping) return;
    const { audio, ms } = await stopping.stop();
    if (ms < SHORTEST || audio.size === 0) idle('That was too short to be heard. Press the button, speak, then stop.');
    else if (!left) await write(audio, ms);
  }

  function discard() {
    end()?.discard();
    idle('The recording is discarded; nothing of it was sent.');
  }

  async function write(audio, ms) {
    setBusy(true);
    fill(controls, element('p', { class: 'pill dot pending' }, 'Being written down…'));
    try {
      const piece = await voice.transcribe(audio, interview.snapshot.language || 'en');
      if (left) return;
      if (!piece.text) return idle('Nothing was heard in the recording. Record again, or type.');
      heard({ ...piece, audio_ms: ms });
      idle(verdict(piece, offer));
    } catch (problem) {
      if (left) return;
      setBusy(false);
      say(inWords(problem));
      fill(controls, problem.passing && problem.status !== 501 && element('button', { type: 'button', class: 'small', onclick: () => write(audio, ms) }, 'Try again'),
        element('button', { type: 'button', class: 'small', onclick: () => idle() }, 'Record again'));
    }
  }

  /** Takes the recording out of here; null when there is none. */
  function end() {
    clearInterval(clock);
    removeEventListener('beforeunload', leaving);
    const ended = recorder;
    recorder = null;
    return ended;
  }

  function leave() {
    left = true;
    end()?.discard();
    setBusy(false);
  }

  function setBusy(is) {
    busy(is, Boolean(recorder));
  }

  function say(words) {
    setText(news, words);
    news.hidden = !words;
  }

  look();
  return { view, leave };
}

function toWhom({ providers }) {
  const others = providers.length > 1 ? `, or to ${providers.slice(1).join(', ')} if that does not answer` : '';
  return element('p', { class: 'hint whom' }, `Your microphone is on only while you record. The recording is sent to “${providers[0]}” to be written down${others}; it is not kept here. Typing counts the same.`);
}

function verdict({ confidence, provider, model }, { poor_below: poor }) {
  const who = `Written down by ${provider} (${model})`;
  if (typeof confidence !== 'number') return `${who}. Read it and correct what is wrong: both texts are kept.`;
  const sure = `${who}, ${Math.round(confidence * 100)} % sure`;
  return confidence < poor ? `${sure}: that is little. If you leave it as it is, it cannot be scored. Correct it, or record again.`
    : `${sure}. Read it and correct what is wrong: both texts are kept.`;
}

function minutes(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
