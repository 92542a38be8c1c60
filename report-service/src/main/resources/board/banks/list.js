import { element, field, fill } from '../shared/dom.js';
import { mayReview } from '../session.js';
import { moment } from '../words.js';
import { languageName, title } from './content.js';
import { marks } from './marks.js';
import { uploadForm } from './upload.js';

const TAKEN = { 409: 'There is a bank with that name already. Open it to upload a new version, or give this one another name.' };

/** All banks: the organisation's own, the built-in ones, and those out of use. */
export async function bankList({ api, banks, main }) {
  const all = await banks.list();
  const own = all.filter((bank) => !bank.built_in && !bank.retired);
  const retired = all.filter((bank) => bank.retired);
  fill(main, element('div', { class: 'stack board banks bank-list' },
    element('a', { class: 'back', href: './' }, '← Interviews'),
    element('h1', {}, 'Question banks'),
    element('p', { class: 'lead' }, standard(own)),
    part('own', 'Your organisation’s', own.length ? rows(own) : element('p', { class: 'card empty' },
      mayReview(api) ? 'None yet. Upload one, or open a built-in one and copy it.' : 'None yet.')),
    part('built-in', 'Built in, only to read', rows(all.filter((bank) => bank.built_in))),
    retired.length > 0 && element('details', {}, element('summary', {}, `Retired (${retired.length})`), rows(retired)),
    mayReview(api) && part('upload', 'Upload a bank', newBank(banks))));
}

function standard(own) {
  const chosen = own.find((bank) => bank.is_default);
  return chosen ? `Interviews that name no bank take their questions from “${chosen.name}”.`
    : 'Interviews that name no bank take their questions from the built-in bank in their language.';
}

function part(id, title, content) {
  return element('section', { class: 'stack', 'aria-labelledby': `banks-${id}` }, element('h2', { id: `banks-${id}` }, title), content);
}

function rows(banks) {
  return element('ul', { class: 'bank-rows' }, banks.map((bank) => element('li', { class: 'card', 'data-bank': bank.id },
    element('div', { class: 'who-what' },
      element('a', { href: `banks.html?${new URLSearchParams({ id: bank.id })}` }, title(bank)),
      element('span', { class: 'hint' }, `${bank.question_count} questions · ${languageName(bank.language)}`, bank.changed_at && [' · changed ', moment(bank.changed_at)])),
    element('div', { class: 'marks' }, marks(bank)))));
}

function newBank(banks) {
  const name = element('input', { id: 'upload-name', maxlength: 120 });
  const language = element('input', { id: 'upload-language', maxlength: 35, autocomplete: 'off', placeholder: 'en' });
  return element('div', { class: 'card' }, uploadForm({
    id: 'upload-file', label: 'File', button: 'Upload as a new bank', words: TAKEN,
    hint: 'A table (CSV, UTF-8) or JSON. Download any bank to see what one looks like.',
    more: [element('details', {}, element('summary', {}, 'For a table of questions alone'),
      element('div', { class: 'pair' }, field('Name', name), field('Language', language, 'For example en, de or pt-BR.')))],
    take: async (file) => {
      const made = await banks.take(file, { name: name.value.trim(), language: language.value.trim() });
      location.assign(`banks.html?${new URLSearchParams({ id: made.id })}`);
    },
  }));
}
