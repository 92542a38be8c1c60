// What the server says against a bank, in full.
import { element, fill } from '../shared/dom.js';
import { inWords, Problem } from '../shared/problem.js';

const WORDS = {
  403: 'Only interviewers and administrators change question banks.',
  404: 'There is no such bank. It may belong to another organisation.',
  412: 'Somebody else has changed this bank in the meantime. Reload the page to see their version.',
};

const FULL = 'There is no more room: your organisation’s banks and all their versions, which stay for ever, have taken it.';

/** @param {unknown} problem @param {Record<number, string>} [more] words by status */
export function bankWords(problem, more = {}) {
  // A 409 of its own, which only its detail tells from the others.
  if (problem instanceof Problem && problem.status === 409 && /bytes of banks/.test(problem.body.detail)) return FULL;
  return (problem instanceof Problem && { ...WORDS, ...more }[problem.status]) || inWords(problem);
}

/**
 * Every offence, each with its line; those of a question of the page lead to it.
 * @param {HTMLElement} place
 * @param {unknown} problem
 * @param {{words?: Record<number, string>, open?: (question: number) => void}} [options]
 */
export function showRefusal(place, problem, { words, open } = {}) {
  const offences = (problem instanceof Problem && problem.body.offences) || [];
  const count = (problem instanceof Problem && problem.body.offence_count) || offences.length;
  const title = offences.length ? `Nothing was saved: ${count === 1 ? 'one thing is' : `${count} things are`} wrong` : bankWords(problem, words);
  const box = element('div', { class: 'notice error refusal', role: 'alert', tabindex: -1 },
    element('div', { class: 'stack tight' }, element('p', {}, element('strong', {}, title)),
      offences.length > 0 && element('ol', { class: 'offences' }, offences.map((offence) => element('li', {}, linked(offence, open)))),
      count > offences.length && element('p', {}, `These are the first ${offences.length}.`)));
  fill(place, box);
  box.focus();
}

function linked(offence, open) {
  const question = offence.match(/questions\[(\d+)\]/);
  if (!open || !question) return offence;
  const said = offence.replace(/ ?\(questions\[\d+\]\)/, '').replace(/questions\[(\d+)\]/g, (_, number) => `question ${Number(number) + 1}`);
  return [said, ' ', element('button', { type: 'button', class: 'link', onclick: () => open(Number(question[1])) }, 'Show the question')];
}
