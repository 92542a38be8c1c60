// One place on each page where news and errors are said, also to screen readers.
import { element, fill } from './dom.js';
import { inWords } from './problem.js';

const place = () => document.getElementById('notice');

/** @param {unknown} error */
export function showError(error) {
  show('error', inWords(error), 'alert');
}

/** @param {string} text */
export function showNews(text) {
  show('news', text, 'status');
}

export function clearNotice() {
  fill(place());
}

/**
 * Runs an action behind a button: disabled meanwhile, errors said.
 * @template T
 * @param {HTMLButtonElement | null} button
 * @param {() => Promise<T>} action
 * @returns {Promise<T | undefined>}
 */
export async function working(button, action) {
  clearNotice();
  button?.setAttribute('aria-busy', 'true');
  if (button) button.disabled = true;
  try {
    return await action();
  } catch (error) {
    showError(error);
    return undefined;
  } finally {
    button?.removeAttribute('aria-busy');
    if (button) button.disabled = false;
  }
}

function show(kind, text, role) {
  fill(place(), element('div', { class: `notice ${kind}`, role },
    element('p', {}, text),
    element('button', { type: 'button', class: 'plain', 'aria-label': 'Dismiss this message', onclick: clearNotice }, '×')));
}
