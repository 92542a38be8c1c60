import { element, setText } from '../shared/dom.js';
import { clearNotice, showNews } from '../shared/notice.js';
import { cameraPanel } from './camera-panel.js';
import { questionPanel } from './question-panel.js';
import { readingsPanel } from './readings-panel.js';
import { scoresPanel } from './scores-panel.js';
import { withdrawal } from './withdrawal.js';

const LINK = {
  open: ['good', 'Connected'],
  connecting: ['', 'Connecting…'],
  waiting: ['warn', 'Connection lost, trying again…'],
  superseded: ['warn', 'Open in another tab'],
  stopped: ['bad', 'Not connected'],
  over: ['', 'Ended'],
};

/**
 * The interview itself: the question with its answer, and beside it the camera, the readings and the scores.
 * @param {{interview: import('../interview.js').Interview, status: HTMLElement}} options
 */
export function interviewView({ interview, status }) {
  const camera = cameraPanel(interview);
  const panels = element('div', { class: 'room' },
    questionPanel(interview),
    element('aside', { class: 'stack', 'aria-label': 'Camera, readings and scores' },
      camera.view, readingsPanel(interview), scoresPanel(interview)));
  const elsewhere = elsewhereCard(interview, camera);
  queueMicrotask(() => status.replaceChildren(connection(interview), withdrawal(interview)));

  const update = () => {
    const superseded = interview.link.state === 'superseded';
    panels.hidden = superseded;
    elsewhere.hidden = !superseded;
    if (superseded) {
      camera.stop();
      clearNotice();
    }
    interview.frames.paused = interview.snapshot.state === 'PAUSED';
  };
  interview.addEventListener('link', update);
  interview.addEventListener('change', update);
  interview.addEventListener('told', (event) => showNews(event.detail));
  update();
  return element('div', { class: 'stack' }, element('h1', { class: 'hidden-text' }, `Interview: ${interview.snapshot.job_title || ''}`), panels, elsewhere);
}

function connection(interview) {
  const pill = element('span', { role: 'status', class: 'pill dot', id: 'connection' });
  const update = () => {
    const [look, text] = LINK[interview.link.state];
    pill.className = `pill dot ${look}`;
    pill.dataset.state = interview.link.state;
    setText(pill, text);
  };
  interview.addEventListener('link', update);
  update();
  return pill;
}

function elsewhereCard(interview, camera) {
  return element('section', { class: 'card narrow stack', id: 'superseded', role: 'alert' },
    element('h2', {}, 'This interview goes on in another tab'),
    element('p', { class: 'lead' }, 'A newer tab or window has taken over, so this one has stopped: it sends nothing any more.'),
    element('div', { class: 'row' }, element('button', { class: 'primary', onclick: () => {
      interview.refresh().catch(() => {});
      interview.live();
      camera.begin();
    } }, 'Continue here instead')));
}
