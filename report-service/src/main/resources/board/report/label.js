import { element, field, fill } from '../shared/dom.js';
import { working } from '../shared/notice.js';
import { plain } from '../words.js';

const LABELS = {
  good: 'Good: covers what was asked for',
  partial: 'Partial: covers some of it, or too generally',
  wrong: 'Wrong: on the topic, but wrong',
  off_topic: 'Off topic: speaks of something else',
  gibberish: 'Gibberish: makes no sense',
  copied_question: 'Copied: gives the question back',
  keyword_stuffing: 'Keywords: terms without statements',
};

/** What people say of an answer. @param {{label: string, labeller_id: string, note: string | null, at: string}[]} labels @param {string} [me] */
export function labelList(labels = [], me) {
  return labels.length > 0 && element('ul', { class: 'labels stack tight' }, labels.map(({ label, labeller_id: by, note, at }) =>
    element('li', {}, element('span', { class: 'pill' }, plain(label)), element('span', { class: 'hint' },
      ` ${by === me ? 'you' : 'a colleague'}, ${new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}`),
      note && element('span', {}, ` ${note}`))));
}

/**
 * Lets a reviewer say what an answer is, to calibrate evaluators; a second word takes the place of the first.
 * @param {{api: import('../shared/api.js').Api, report: object, question: object, again: (seq?: number) => Promise<void>}} options
 */
export function labelForm({ api, report, question, again }) {
  const id = question.question_id;
  const mine = (question.labels || []).find(({ labeller_id: by }) => by === api.user?.id);
  const label = element('select', { id: `label-${id}`, required: true },
    element('option', { value: '' }, 'Choose…'),
    Object.entries(LABELS).map(([value, words]) => element('option', { value, selected: value === mine?.label }, words)));
  const note = element('input', { id: `label-note-${id}`, maxlength: 2000, value: mine?.note ?? '' });
  const save = element('button', { class: 'primary' }, 'Save the label');
  const cancel = element('button', { type: 'button', class: 'quiet', onclick: () => close() }, 'Cancel');
  const form = element('form', { class: 'stack', onsubmit: (event) => {
    event.preventDefault();
    working(save, async () => {
      const reply = await api.command(report.session_id, 'label', { question_id: id, label: label.value, note: note.value.trim() || undefined });
      await again(reply.seq);
    });
  } },
    field('What is this answer?', label, 'It helps to measure evaluators. No score changes, and the candidate does not see it.'),
    field('Note', note, 'Optional, for colleagues.'),
    element('div', { class: 'row' }, save, cancel));
  const open = element('button', { class: 'small', 'aria-expanded': 'false', onclick: () => {
    fill(place, form);
    label.focus();
  } }, mine ? 'Change your label' : 'Label the answer');
  const place = element('div', { class: 'label-place' }, open);
  const close = () => {
    fill(place, open);
    open.focus();
  };
  return place;
}
