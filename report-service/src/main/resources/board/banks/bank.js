import { element, field, fill } from '../shared/dom.js';
import { showError, showNews } from '../shared/notice.js';
import { mayReview } from '../session.js';
import { contentOf, languageName, title } from './content.js';
import { saveOver } from './conflict.js';
import { Draft } from './draft.js';
import { marks } from './marks.js';
import { questionList } from './questions.js';
import { showRefusal } from './refusal.js';
import { saveBar } from './save-bar.js';
import { newVersion, tools } from './tools.js';
import { versionList } from './versions.js';

/** Changes by person and bank, so that they outlive a sign-in that has run out. @type {Map<string, Draft>} */
const drafts = new Map();

addEventListener('beforeunload', (event) => {
  if ([...drafts.values()].some((draft) => draft.changes)) event.preventDefault();
});

/**
 * One bank: its versions and questions, and for whoever may, everything to change them.
 * @param {{api: import('../shared/api.js').Api, banks: import('./service.js').Banks, main: HTMLElement, id: string, version: string | null}} options
 */
export async function bankPage({ api, banks, main, id, version }) {
  const bank = await banks.read(id, version);
  const [versions, all] = await Promise.all([bank.built_in ? [] : banks.versions(id), banks.list()]);
  const current = bank.version === bank.current_version;
  const writer = mayReview(api) && !bank.built_in;
  const key = `${api.user?.id}/${id}`;
  const draft = drafts.get(key)?.changes ? drafts.get(key) : new Draft(bank);
  const editing = writer && current && !bank.retired;
  if (editing) drafts.set(key, draft);
  const again = async (news) => {
    drafts.delete(key);
    await bankPage({ api, banks, main, id, version: null });
    history.replaceState(null, '', `banks.html?${new URLSearchParams({ id })}`);
    main.querySelector('h1')?.focus();
    if (news) showNews(news);
  };
  const refusal = element('div', {});
  const questions = questionList({ draft, editing });

  /** The current version becomes what `content` says, unless somebody else was faster and theirs is kept. */
  const save = async (content) => {
    fill(refusal);
    try {
      const { kept, saved } = await saveOver(banks, id, editing ? draft.version : bank.current_version, (base) => banks.save(id, base, content));
      if (kept === 'mine') await again(`Saved. This is version ${saved.version}.`);
      if (kept === 'theirs') await again('This is what the other person saved.');
    } catch (problem) {
      showRefusal(refusal, problem, { open: editing && ((number) => questions.open(draft.kept()[number])) });
    }
  };

  document.title = `${title(bank)} · Colloquy`;
  fill(main, element('div', { class: 'stack board banks' },
    element('a', { class: 'back', href: 'banks.html' }, '← Question banks'),
    element('header', { class: 'stack tight' },
      element('h1', { tabindex: -1 }, title(bank)),
      element('div', { class: 'row marks' }, marks({ ...bank, is_default: all.find((other) => other.id === id)?.is_default }),
        element('span', { class: 'hint' }, `${bank.questions.length} questions · ${languageName(bank.language)} · version `, element('code', {}, bank.version)))),
    !current && older({ bank, id, writer, save }),
    bank.retired && current && retired({ writer, back: () => save(contentOf(bank)) }),
    tools({ banks, bank, mayWrite: mayReview(api), editing, draft, again }),
    element('div', { class: 'stack tight' },
      editing && newVersion({ banks, bank, draft, again }),
      versions.length > 0 && versionList(id, bank.version, versions),
      editing && element('details', {}, element('summary', {}, 'Change the name'), nameField(draft))),
    refusal, questions.view,
    editing && saveBar({ draft, save: () => questions.sound() && save(draft.whole()), discard: () => again('Your changes are dropped.').catch(showError) })));
}

function nameField(draft) {
  const input = /** @type {HTMLInputElement} */ (element('input', { id: 'bank-name', maxlength: 120, value: draft.content.name, oninput: () => {
    draft.content.name = input.value.trim();
    draft.touch();
  } }));
  return field('Name', input, 'It is saved with the questions; the bank’s address stays.');
}

function older({ bank, id, writer, save }) {
  const restore = element('button', { onclick: () => save(contentOf(bank)) }, 'Make it the current one again');
  return element('div', { class: 'card row apart' },
    element('p', {}, 'This is an older version. ', element('a', { href: `banks.html?${new URLSearchParams({ id })}` }, 'Open the current one')),
    writer && restore);
}

function retired({ writer, back }) {
  return element('div', { class: 'card row apart' }, element('p', {}, 'This bank is out of use: no interview can begin with it.'),
    writer && element('button', { onclick: back }, 'Put it back into use'));
}
