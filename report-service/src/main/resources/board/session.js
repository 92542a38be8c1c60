// Signing in: all pages of the board begin here.
import { Api } from './shared/api.js';
import { element, field, fill } from './shared/dom.js';
import { showError, working } from './shared/notice.js';

/** Who may invite, override and erase; the server decides, this only hides what it would refuse. */
const REVIEWERS = ['interviewer', 'admin'];
const BANK_READERS = [...REVIEWERS, 'analyst'];

/** @param {Api} api */
export function mayReview(api) {
  return REVIEWERS.includes(api.user?.role || '');
}

/** @param {Api} api */
export function mayReadBanks(api) {
  return BANK_READERS.includes(api.user?.role || '');
}

/**
 * Goes on with `page` when somebody is signed in, after a form if need be.
 * @param {(api: Api, config: {ingest_url: string, evaluator_url: string}) => Promise<void>} page
 */
export async function signedIn(page) {
  try {
    const config = await new Api().read('/board/config.json');
    const api = new Api(config.ingest_url);
    const go = () => {
      account(api);
      return page(api, config).catch(showError);
    };
    api.addEventListener('signed-out', () => form(api, go, 'You have been signed out.'));
    if (await api.restore()) await go();
    else form(api, go);
  } catch (problem) {
    showError(problem);
  }
}

function account(api) {
  const leave = element('button', { class: 'quiet small', onclick: () => working(leave, async () => {
    await api.signOut();
    location.assign('./');
  }) }, 'Sign out');
  fill(document.getElementById('status'), element('span', { class: 'who' }, api.user?.name || ''), leave);
}

function form(api, go, reason = 'Sign in to see the interviews of your organisation.') {
  const email = element('input', { id: 'email', type: 'email', autocomplete: 'username', required: true });
  const password = element('input', { id: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const button = element('button', { class: 'primary' }, 'Sign in');
  fill(document.getElementById('status'));
  fill(document.getElementById('main'), element('section', { class: 'narrow stack' },
    element('div', { class: 'stack tight' }, element('h1', {}, 'The reviewers’ board'), element('p', { class: 'lead' }, reason)),
    element('form', { class: 'card stack', onsubmit: (event) => {
      event.preventDefault();
      working(button, async () => {
        await api.signIn(email.value.trim(), password.value);
        await go();
      }).then(() => { password.value = ''; });
    } }, field('E-mail', email), field('Password', password), button)));
}
