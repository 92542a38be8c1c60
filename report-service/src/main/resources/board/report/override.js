import { element, field, fill } from '../shared/dom.js';
import { working } from '../shared/notice.js';

/**
 * A human's score with its reason, beside the program's.
 * @param {{api: import('../shared/api.js').Api, report: object, question: object, again: (seq?: number) => Promise<void>}} options
 */
export function overrideForm({ api, report, question, again }) {
  const id = question.question_id;
  const overall = element('input', { id: `overall-${id}`, type: 'number', min: 0, max: 10, step: 0.1, required: true, inputmode: 'decimal',
    value: question.override?.overall ?? question.evaluation?.overall ?? '' });
  const reason = element('textarea', { id: `reason-${id}`, rows: 3, required: true, maxlength: 2000 });
  const save = element('button', { class: 'primary' }, 'Save the score');
  const cancel = element('button', { type: 'button', class: 'quiet', onclick: () => close() }, 'Cancel');
  const form = element('form', { class: 'stack', onsubmit: (event) => {
    event.preventDefault();
    working(save, async () => {
      const reply = await api.command(report.session_id, 'override', { question_id: id, overall: Number(overall.value), reason: reason.value.trim() });
      await again(reply.seq);
    });
  } },
    field('Your score, 0 to 10', overall),
    field('Reason', reason, 'It is kept with the score, and so is the program’s own.'),
    element('div', { class: 'row' }, save, cancel));
  const open = element('button', { class: 'small', 'aria-expanded': 'false', onclick: () => {
    fill(place, form);
    overall.focus();
  } }, question.override ? 'Change the override' : 'Override the score');
  const place = element('div', { class: 'override-place' }, open);
  const close = () => {
    fill(place, open);
    open.focus();
  };
  return place;
}
