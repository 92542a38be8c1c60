import { element } from '../shared/dom.js';
import { ask } from '../shared/ask.js';
import { clearNotice, showError, working } from '../shared/notice.js';
import { contentOf, title } from './content.js';
import { saveOver } from './conflict.js';
import { bankWords } from './refusal.js';
import { uploadForm } from './upload.js';

const COPIED = { 409: 'There is such a copy already. Give it another name before you make another one.' };
const DEFAULT = { 409: 'It is the organisation’s default. An administrator has to choose another one first.' };

/** What can be done with a bank as a whole. */
export function tools({ banks, bank, mayWrite, editing, draft, again }) {
  return element('div', { class: 'row' },
    download(banks, bank, 'csv', 'Download as CSV'), download(banks, bank, 'json', 'Download as JSON'),
    mayWrite && action('copy', 'Copy it', COPIED, async () => {
      const made = await banks.create({ ...contentOf(bank), name: `Copy of ${title(bank)}`.slice(0, 120) });
      location.assign(`banks.html?${new URLSearchParams({ id: made.id })}`);
    }),
    editing && action('retire', 'Retire it', DEFAULT, async () => {
      nothingOpen(draft);
      const sure = await ask({ title: 'Retire this bank?', yes: 'Retire it', danger: true,
        text: 'No interview can begin with it any more. Those that have begun keep their questions, and you can put it back into use.' });
      if (!sure) return;
      await banks.retire(bank.id, draft.version);
      await again('The bank is retired.');
    }, 'danger'));
}

/** A file in place of all questions. */
export function newVersion({ banks, bank, draft, again }) {
  return element('details', { id: 'new-version' }, element('summary', {}, 'Upload a new version'),
    element('div', { class: 'card' }, uploadForm({
      id: 'version-file', label: 'File', button: 'Upload as a new version',
      hint: 'CSV or JSON; it takes the place of all questions. The versions before it stay.',
      take: async (file) => {
        nothingOpen(draft);
        const { id, name, language } = bank;
        const { kept, saved } = await saveOver(banks, id, draft.version, (version) => banks.take(file, { id, version, name, language }));
        if (kept) await again(kept === 'mine' ? `Saved. This is version ${saved.version}.` : 'This is what the other person saved.');
      },
    })));
}

function nothingOpen(draft) {
  if (draft.changes) throw new Error('There are changes on this page that are not saved. Save or discard them first.');
}

function download(banks, bank, format, label) {
  return action(`download-${format}`, label, {}, async () => {
    const url = URL.createObjectURL(await banks.file(bank.id, bank.version, format));
    const link = /** @type {HTMLAnchorElement} */ (element('a', { href: url, download: `${bank.id}.${format}` }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  });
}

function action(id, label, words, work, look = '') {
  const button = element('button', { id, class: look, onclick: () => working(button, async () => {
    clearNotice();
    try {
      await work();
    } catch (problem) {
      showError(new Error(bankWords(problem, words)));
    }
  }) }, label);
  return button;
}
