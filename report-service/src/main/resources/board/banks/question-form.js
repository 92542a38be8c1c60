import { element, field } from '../shared/dom.js';
import { plain } from '../words.js';
import { KINDS, pointLines, pointsOf } from './content.js';

/**
 * One question to change; every key stroke is in the draft.
 * @param {{draft: import('./draft.js').Draft, entry: {question: import('./service.js').Question}, done: () => void}} options
 */
export function questionForm({ draft, entry, done }) {
  const { question } = entry;
  const { language, families } = draft.content;
  const id = (name) => `${name}-${question.id}`;
  const bound = (control, name, read) => {
    control.addEventListener('input', () => {
      question[name] = read(control.value);
      draft.touch();
    });
    return control;
  };
  const number = (name, limits) => bound(element('input', { id: id(name), type: 'number', required: true, value: question[name] ?? '', ...limits }), name,
    (value) => (value === '' ? null : Number(value)));
  const choice = (name, options) => bound(element('select', { id: id(name) }, options.map(([value, label]) =>
    element('option', { value, selected: value === question[name] }, label))), name, (value) => value);
  const text = bound(element('textarea', { id: id('text'), rows: 3, required: true, maxlength: 2000, lang: language }, question.text), 'text', (value) => value);
  const points = bound(element('textarea', { id: id('points'), rows: 6, required: true, lang: language }, pointLines(question.expected_points)),
    'expected_points', pointsOf);
  const few = () => points.setCustomValidity(question.expected_points.length < 3 ? 'At least three points, each on a line of its own.' : '');
  points.addEventListener('input', few);
  few();
  return element('form', { class: 'stack', 'aria-label': 'Change the question', onsubmit: (event) => {
    event.preventDefault();
    done();
  } },
    field('Question', text),
    element('div', { class: 'three' },
      field('Kind', choice('kind', Object.entries(KINDS))),
      field('Family', choice('family', families.map(({ family }) => [family, plain(family)]))),
      field('Difficulty, 1 to 5', number('difficulty', { min: 1, max: 5 })),
      field('Weight, to 10', number('weight', { min: 0.01, max: 10, step: 'any' })),
      field('Seconds', number('seconds', { min: 15, max: 1800 }))),
    field('Expected points', points, 'One on each line, at least three; other wordings of it behind a |.'),
    element('div', { class: 'row' }, element('button', { class: 'small' }, 'Done')));
}
