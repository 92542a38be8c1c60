import { element, field, fill } from '../shared/dom.js';
import { languageName } from './content.js';

const BUILT_IN = 'built-in';

/**
 * A choice of the bank that an interview asks from; the interview is in the bank's language, which its answers are read in.
 * @param {import('./service.js').Banks} banks
 * @returns {{view: HTMLElement, chosen: () => {bank_id?: string, language?: string}}}
 */
export function bankChoice(banks) {
  const select = /** @type {HTMLSelectElement} */ (element('select', { id: 'guest-bank' }, element('option', { value: '' }, 'The usual one')));
  const said = element('p', { class: 'hint', role: 'status' });
  const view = element('div', { class: 'field' }, ...field('Question bank', select).childNodes, said);
  /** @type {Map<string, string>} */
  const languages = new Map();
  const offer = (all) => {
    const own = all.filter((bank) => !bank.built_in && !bank.retired);
    const standard = own.find((bank) => bank.is_default);
    if (standard) languages.set('', standard.language);
    own.forEach((bank) => languages.set(bank.id, bank.language));
    fill(select,
      element('option', { value: '' }, standard ? `The default: ${standard.name}` : 'Built in'),
      own.filter((bank) => bank !== standard).map((bank) => element('option', { value: bank.id }, `${bank.name} (${bank.question_count} questions)`)),
      standard && element('option', { value: BUILT_IN }, 'Built in'));
    tell();
  };
  const tell = () => {
    const language = languages.get(select.value);
    fill(said, language && `The interview is in the bank’s language, ${languageName(language)}.`);
  };
  select.addEventListener('change', tell);
  banks.list().then(offer, () => fill(said, 'The list of banks cannot be read just now.'));
  return { view, chosen: () => ({ bank_id: select.value || undefined, language: languages.get(select.value) }) };
}
