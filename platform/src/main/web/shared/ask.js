// A question that needs a yes, as a modal dialog; the keyboard stays inside it and Escape means no.
import { element } from './dom.js';

/**
 * @param {{title: string, text: string | Node, yes: string, no?: string, danger?: boolean}} question
 * @returns {Promise<boolean>}
 */
export function ask({ title, text, yes, no = 'Go back', danger = false }) {
  return new Promise((answer) => {
    const body = text instanceof Node ? text : element('p', {}, text);
    const dialog = /** @type {HTMLDialogElement} */ (element('dialog', { class: 'dialog', 'aria-labelledby': 'ask-title' },
      element('form', { method: 'dialog' },
        element('h2', { id: 'ask-title', tabindex: -1, autofocus: text instanceof Node }, title),
        body,
        element('div', { class: 'row end' },
          element('button', { value: 'no', class: 'quiet' }, no),
          element('button', { value: 'yes', class: danger ? 'danger' : 'primary' }, yes)))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      answer(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
