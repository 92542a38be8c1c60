// Two people changed the same bank: a person decides, and nothing typed is lost before they have.
import { element } from '../shared/dom.js';
import { moment } from '../words.js';

/**
 * @param {{theirs: import('./service.js').Bank, savedAt: string | null}} found what is current by now
 * @returns {Promise<'mine' | 'theirs' | ''>} what to keep; '' for neither yet
 */
export function decide({ theirs, savedAt }) {
  return new Promise((decided) => {
    const address = `banks.html?${new URLSearchParams({ id: theirs.id })}`;
    const dialog = /** @type {HTMLDialogElement} */ (element('dialog', { class: 'dialog', 'aria-labelledby': 'conflict-title' },
      element('form', { method: 'dialog' },
        element('h2', { id: 'conflict-title', tabindex: -1, autofocus: true }, 'Somebody else has saved this bank in the meantime'),
        element('p', {}, 'Their version ', element('code', {}, theirs.version), savedAt && [' of ', moment(savedAt)],
          ` has ${theirs.questions.length} questions`, theirs.retired && ' and the bank is retired', '. Yours is not saved, and still on this page. ',
          element('a', { href: address, target: '_blank', rel: 'noopener' }, 'Look at theirs in a new tab')),
        element('p', { class: 'hint' }, 'Whatever you choose, every version that was saved stays and can be opened again.'),
        element('div', { class: 'row end' },
          element('button', { value: '', class: 'quiet' }, 'Go back to mine'),
          element('button', { value: 'theirs', class: 'danger' }, 'Drop mine, load theirs'),
          element('button', { value: 'mine', class: 'primary' }, 'Save mine over theirs')))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      decided(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * Saves; when another version is current by now, asks what to keep, as often as need be.
 * @template T
 * @param {import('./service.js').Banks} banks
 * @param {string} id
 * @param {string} version that the change is based on
 * @param {(version: string) => Promise<T>} save
 * @returns {Promise<{kept: 'mine' | 'theirs' | '', saved?: T}>}
 */
export async function saveOver(banks, id, version, save) {
  for (;;) {
    try {
      return { kept: 'mine', saved: await save(version) };
    } catch (problem) {
      if (problem.status !== 412) throw problem;
      const [theirs, versions] = await Promise.all([banks.read(id), banks.versions(id)]);
      const kept = await decide({ theirs, savedAt: versions.find(({ current }) => current)?.saved_at || null });
      if (kept !== 'mine') return { kept };
      version = theirs.version;
    }
  }
}
