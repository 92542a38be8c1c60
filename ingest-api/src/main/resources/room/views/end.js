import { element, fill } from '../shared/dom.js';
import { withdrawal } from './withdrawal.js';
import { points, scoreLine, settledQuestions } from './scores-panel.js';

const WORDS = {
  COMPLETED: ['Thank you, that is it', 'Your interview is handed in.'],
  CANCELLED: ['The interview was cancelled', 'It ended without a result.'],
  EXPIRED: ['The interview has expired', 'It was left for too long. What you had answered is kept.'],
  ERASED: ['The interview was erased', 'Its personal content is gone for good.'],
};

/**
 * What stands at the end; goes on changing until every answer is evaluated.
 * @param {{interview: import('../interview.js').Interview, status: HTMLElement, onAgain: (() => void) | null}} options
 */
export function endView({ interview, status, onAgain }) {
  const place = element('section', { class: 'narrow stack', id: 'end', 'aria-live': 'polite' });
  let drawn = '';
  if (interview.snapshot.consent?.given && interview.snapshot.state !== 'ERASED') queueMicrotask(() => status.replaceChildren(withdrawal(interview)));
  const update = () => {
    const key = JSON.stringify(interview.snapshot);
    if (key === drawn) return;
    drawn = key;
    fill(place, ending(interview.snapshot), onAgain && interview.settled
      && element('div', { class: 'row' }, element('button', { onclick: onAgain }, 'Start another interview')));
  };
  interview.addEventListener('change', update);
  update();
  return place;
}

function ending(snapshot) {
  const [title, text] = WORDS[snapshot.state] || ['The interview is over', ''];
  const done = settledQuestions(snapshot);
  const head = element('div', { class: 'stack tight' }, element('h1', {}, title), element('p', { class: 'lead' }, text));
  if (snapshot.state !== 'COMPLETED') return [head];
  return [head, element('div', { class: 'card stack' }, result(snapshot, done), done.length > 0 && element('ol', { class: 'scores' }, done.map(scoreLine))),
    element('p', { class: 'hint' }, 'Scores are proposals with quotes from your answers. The people who run this interview see them, and a human decides. You can close this page.')];
}

function result(snapshot, done) {
  if (!snapshot.evaluated) {
    const left = done.filter((question) => question.state === 'ANSWERED' && !question.outcome).length;
    return element('p', { class: 'pill dot pending', role: 'status' }, left ? `${left} of ${done.length} still being evaluated…` : 'The result is being put together…');
  }
  if (snapshot.overall === null || snapshot.overall === undefined) return element('p', {}, 'No answer could be scored by the program; a person will look at them.');
  return element('p', { class: 'overall', id: 'overall' }, element('span', { class: 'number' }, points(snapshot.overall)), element('small', {}, ' of 10, over all'));
}
