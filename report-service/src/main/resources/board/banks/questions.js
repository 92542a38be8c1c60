import { element, fill } from '../shared/dom.js';
import { plain } from '../words.js';
import { KINDS } from './content.js';
import { questionForm } from './question-form.js';

/**
 * Questions by family. Where they may be changed, each opens as a form in its place, and what is typed is in the draft at once.
 * @param {{draft: import('./draft.js').Draft, editing: boolean}} options
 */
export function questionList({ draft, editing }) {
  const { language, families } = draft.content;
  /** @type {Map<object, HTMLElement>} */
  const places = new Map();

  const place = (entry) => {
    const item = element('li', { class: 'card stack tight bank-question', 'data-question': entry.question.id });
    places.set(entry, item);
    show(entry);
    return item;
  };
  const show = (entry, focus) => {
    fill(places.get(entry), entry.removed ? removed(entry) : card(entry));
    if (focus) /** @type {HTMLElement} */ (places.get(entry).querySelector(focus))?.focus();
  };
  const open = (entry) => {
    fill(places.get(entry), questionForm({ draft, entry, done: () => show(entry, '.edit') }));
    places.get(entry).querySelector('textarea').focus();
  };

  const card = (entry) => {
    const { kind, difficulty, weight, seconds, text, expected_points: points } = entry.question;
    return [
      element('p', { class: 'question-text', lang: language }, text || 'No text yet'),
      element('p', { class: 'hint' }, [KINDS[kind], `difficulty ${difficulty}`, `weight ${weight}`, `${seconds} s`].join(' · ')),
      element('details', {}, element('summary', {}, `${points.length} expected points`),
        element('ul', { class: 'points', lang: language }, points.map(({ phrase, synonyms = [] }) => element('li', {}, phrase,
          synonyms.length > 0 && element('span', { class: 'hint' }, ` also: ${synonyms.join(', ')}`))))),
      editing && element('div', { class: 'row' },
        element('button', { class: 'small edit', onclick: () => open(entry) }, 'Edit', hidden(text)),
        element('button', { class: 'small quiet', onclick: () => switched(entry, true, '.back') }, 'Remove', hidden(text)))];
  };
  const removed = (entry) => element('div', { class: 'row apart' },
    element('p', { class: 'hint' }, 'Removed when you save: ', element('s', {}, entry.question.text)),
    element('button', { class: 'small back', onclick: () => switched(entry, false, '.edit') }, 'Put it back', hidden(entry.question.text)));
  const switched = (entry, gone, focus) => {
    entry.removed = gone;
    draft.touch();
    show(entry, focus);
  };

  const section = ({ family, job_terms: terms = [] }) => {
    const list = element('ul', { class: 'stack' }, draft.entries.filter(({ question }) => question.family === family).map(place));
    return element('section', { class: 'stack', 'aria-label': `Family ${plain(family)}` },
      element('div', {}, element('h2', { class: 'family' }, plain(family)), terms.length > 0 && element('p', { class: 'hint' }, `Jobs: ${terms.join(', ')}`)),
      list,
      editing && element('div', {}, element('button', { class: 'small add', onclick: () => {
        const entry = draft.add(family);
        list.append(place(entry));
        open(entry);
      } }, 'Add a question', element('span', { class: 'hidden-text' }, ` to ${plain(family)}`))));
  };

  const view = element('div', { class: 'stack families' }, families.map(section));
  return { view, open, sound: () => [...view.querySelectorAll('form')].every((form) => form.reportValidity()) };
}

function hidden(text) {
  return element('span', { class: 'hidden-text' }, `: ${text}`);
}
