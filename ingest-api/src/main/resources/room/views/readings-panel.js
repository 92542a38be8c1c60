import { element, fill, setText } from '../shared/dom.js';

const ORDER = ['neutral', 'happy', 'surprise', 'sad', 'fear', 'angry', 'disgust'];
const WHY_NOT = {
  NO_FACE: 'No face in the picture.',
  UNDECODABLE: 'The last picture could not be read.',
  FACE_SIGNALS_OFF: 'Face signals are off in this interview.',
  NO_CONSENT: 'Not read: there is no consent to video.',
  TOO_OLD: 'Not read in time: too much is going on.',
};
const PRESENCE = { NO_FACE: 'not found', OTHERS_ONLY: 'yours is lost, but others are there' };
const HARD_TO_SEE = {
  SMALL_FACE: 'come closer',
  LOW_SHARPNESS: 'not sharp',
  DARK: 'too dark',
  BRIGHT: 'too bright',
  LOW_CONTRAST: 'too little contrast',
  TILTED: 'head tilted',
  EYES_NOT_FOUND: 'eyes not found',
};

/**
 * What the software reads from the candidate's own pictures; shown only while the camera runs and the policy allows it.
 * @param {import('../interview.js').Interview} interview
 */
export function readingsPanel(interview) {
  const face = element('dd');
  const eyes = element('dd');
  const blinks = element('dd', { class: 'number' });
  const picture = element('dd');
  const bars = element('ul', { class: 'bars' });
  const facts = element('dl', { class: 'facts' },
    element('div', {}, element('dt', {}, 'Face'), face),
    element('div', {}, element('dt', {}, 'Eyes'), eyes),
    element('div', {}, element('dt', {}, 'Blinks'), blinks),
    element('div', {}, element('dt', {}, 'Picture'), picture));
  const note = element('p', { class: 'hint' });
  const view = element('section', { class: 'card stack', id: 'readings', 'aria-label': 'Your own readings' },
    element('h2', {}, 'What is read from your picture'), facts, bars, note);

  const update = () => {
    const { readings, snapshot: { policy } } = interview;
    const allowed = policy?.face_signals || (policy && policy.emotion !== 'OFF');
    view.hidden = !interview.frames.camera || !allowed;
    setText(face, faces(readings));
    setText(eyes, readings?.eyes_open == null ? '–' : readings.eyes_open ? 'open' : 'closed');
    setText(blinks, blinked(readings));
    setText(picture, quality(readings));
    // An expression is of a face; once that is gone, the last one says nothing of now.
    const faceGone = ['NO_FACE', 'OTHERS_ONLY'].includes(readings?.presence);
    drawBars(bars, policy?.emotion === 'OFF' || faceGone ? null : readings?.emotion);
    setText(note, policy?.emotion === 'OFF' ? 'Facial expressions are not analysed in this interview. Scores use your words only.'
      : 'Estimates of a small model, often wrong. Never part of a score.');
  };
  interview.addEventListener('readings', update);
  interview.addEventListener('change', update);
  interview.frames.addEventListener('change', update);
  update();
  return view;
}

function faces(readings) {
  if (!readings) return 'waiting…';
  if (readings.presence === 'OTHERS_ONLY') return PRESENCE.OTHERS_ONLY;
  if (readings.faces > 1) return `${readings.faces} in the picture`;
  if (readings.faces === 1) return 'found';
  return WHY_NOT[readings.reason] || PRESENCE[readings.presence] || 'not found';
}

/** How often is unknown until the eyes were seen for a while. */
function blinked(readings) {
  const often = readings?.blinks_per_minute;
  return readings ? `${readings.blinks ?? '–'}${often == null ? '' : ` (${Math.round(often)} a minute)`}` : '–';
}

/** What makes the face hard to read is said, not hidden. */
function quality(readings) {
  const flags = readings?.quality?.flags;
  if (!flags) return '–';
  return flags.length ? flags.map((flag) => HARD_TO_SEE[flag] || flag).join(', ') : 'good';
}

/** The bars stay the same elements, so that they can move. */
function drawBars(bars, emotion) {
  const values = emotion?.smoothed || emotion?.probabilities;
  bars.hidden = !values;
  if (!values) return;
  if (!bars.firstChild) {
    fill(bars, ORDER.map((name) => element('li', { 'data-name': name },
      element('span', {}, name), element('span', { class: 'meter', 'aria-hidden': 'true' }, element('span')), element('span', { class: 'number share' }))));
  }
  for (const row of bars.children) {
    const share = Math.round((values[row.dataset.name] || 0) * 100);
    row.querySelector('.meter > span').style.setProperty('--share', `${share}%`);
    setText(row.querySelector('.share'), `${share} %`);
  }
}
