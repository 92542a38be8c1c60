import { element, field } from '../shared/dom.js';
import { working } from '../shared/notice.js';

/**
 * @param {{api: import('../shared/api.js').Api, reason?: string, onSignedIn: () => void}} options
 */
export function signInView({ api, reason, onSignedIn }) {
  const email = element('input', { id: 'email', type: 'email', autocomplete: 'username', required: true });
  const password = element('input', { id: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const button = element('button', { class: 'primary' }, 'Sign in');
  const form = element('form', { class: 'stack', onsubmit: (event) => {
    event.preventDefault();
    working(button, async () => {
      await api.signIn(email.value.trim(), password.value);
      onSignedIn();
    }).then(() => { password.value = ''; });
  } }, field('E-mail', email), field('Password', password), button);
  return element('section', { class: 'narrow stack' },
    element('div', { class: 'stack tight' },
      element('h1', {}, 'Welcome to your interview'),
      element('p', { class: 'lead' }, reason || 'Sign in to begin, or to go on where you left off.')),
    element('div', { class: 'card' }, form),
    element('p', { class: 'hint' }, 'Were you invited? Then you need no password: open the link from your invitation once more.'));
}
