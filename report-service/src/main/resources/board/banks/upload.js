import { element, field, fill } from '../shared/dom.js';
import { showRefusal } from './refusal.js';

/**
 * A form for a file; it stays as it is when the file is refused, with everything that is wrong.
 * @param {{id: string, label: string, hint: string, button: string, more?: (HTMLElement | false)[], words?: Record<number, string>,
 *   take: (file: File) => Promise<void>}} options
 */
export function uploadForm({ id, label, hint, button, more = [], words, take }) {
  const file = /** @type {HTMLInputElement} */ (element('input', { id, type: 'file', accept: '.csv,.json,text/csv,application/json', required: true }));
  const send = element('button', { class: 'primary' }, button);
  const refusal = element('div', {});
  return element('form', { class: 'stack', onsubmit: async (event) => {
    event.preventDefault();
    send.disabled = true;
    fill(refusal);
    try {
      await take(file.files[0]);
    } catch (problem) {
      // A file that was changed since it was chosen cannot be read any more; the browser calls that by this name.
      showRefusal(refusal, problem.name === 'NotReadableError' ? new Error('The file has changed. Choose it again.') : problem, { words });
    } finally {
      send.disabled = false;
    }
  } }, field(label, file, hint), ...more, refusal, element('div', { class: 'row' }, send));
}
