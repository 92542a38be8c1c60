import { element, fill } from '../shared/dom.js';

const UNSCORED = {
  NOT_GRADABLE: ['warn', 'not gradable'],
  NEEDS_HUMAN: ['warn', 'a person will look'],
};

/**
 * The scores as they arrive, one line per question that is done.
 * @param {import('../interview.js').Interview} interview
 */
export function scoresPanel(interview) {
  const list = element('ol', { class: 'scores', 'aria-live': 'polite' });
  const view = element('section', { class: 'card stack', id: 'scores', 'aria-label': 'Scores' }, element('h2', {}, 'Scores so far'), list,
    element('p', { class: 'hint' }, 'A score is advice, made from your words. A human decides.'));
  let drawn = '';
  const update = () => {
    const done = settledQuestions(interview.snapshot);
    view.hidden = done.length === 0;
    const key = JSON.stringify(done);
    if (key !== drawn) fill(list, done.map(scoreLine));
    drawn = key;
  };
  interview.addEventListener('change', update);
  update();
  return view;
}

/** @param {{questions?: object[]}} snapshot @returns {object[]} answered and skipped questions in order */
export function settledQuestions(snapshot) {
  return (snapshot.questions || []).filter((question) => ['ANSWERED', 'SKIPPED'].includes(question.state))
    .sort((one, other) => one.position - other.position);
}

/** Rounded as the report does: 8.85 is 8.9. @param {number} overall */
export function points(overall) {
  return (Math.round(overall * 10) / 10).toFixed(1);
}

/** @param {{position: number, state: string, outcome: string | null, overall: number | null, provider: string | null, model?: string | null}} question */
export function scoreLine(question) {
  const name = element('span', {}, `Question ${question.position}`);
  if (question.state === 'SKIPPED') return element('li', {}, name, element('span', { class: 'pill' }, 'skipped'));
  if (!question.outcome) return element('li', {}, name, element('span', { class: 'pill dot pending' }, 'being evaluated'));
  if (question.outcome !== 'SCORED') {
    const [look, text] = UNSCORED[question.outcome] || ['', question.outcome.toLowerCase()];
    return element('li', {}, name, element('span', { class: `pill ${look}` }, text));
  }
  const bar = element('span', { class: 'meter', 'aria-hidden': 'true' }, element('span'));
  bar.firstChild.style.setProperty('--share', `${question.overall * 10}%`);
  return element('li', {}, name, element('strong', { class: 'number' }, `${points(question.overall)} / 10`), bar,
    question.provider && element('small', {}, `by ${scorer(question)}`));
}

/** Who scored, and with which model where there is one. @param {{provider: string, model?: string | null}} question */
export function scorer({ provider, model }) {
  return model && model !== provider ? `${provider} (${model})` : provider;
}
