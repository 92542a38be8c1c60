// The board: every interview of the organisation, live.
import { element, fill, setText } from './shared/dom.js';
import { Banks } from './banks/service.js';
import { guestLink } from './guest-link.js';
import { follow } from './live.js';
import { InterviewList } from './interview-list.js';
import { mayReadBanks, mayReview, signedIn } from './session.js';
import { STATES } from './words.js';

let stop = () => {};

signedIn(async (api, { evaluator_url: root }) => {
  const banks = new Banks(api, root);
  const list = new InterviewList(api);
  const pill = element('span', { class: 'pill dot', role: 'status', id: 'live' }, 'Connecting…');
  fill(document.getElementById('main'),
    element('div', { class: 'stack board' },
      element('header', { class: 'row apart' },
        element('div', { class: 'row' }, element('h1', {}, 'Interviews'), pill),
        element('div', { class: 'row' },
          mayReadBanks(api) && element('a', { id: 'banks', class: 'button', href: 'banks.html' }, 'Question banks'),
          mayReview(api) && element('button', { id: 'invite', class: 'primary', onclick: () => guestLink(api, banks) }, 'Invite a candidate'))),
      filter(list), list.view));
  stop();
  api.addEventListener('signed-out', () => stop(), { once: true });
  await list.load();
  stop = follow(api, {
    changed: (interview) => list.put(interview),
    ask: () => list.load(true),
    state: (live) => {
      pill.className = live ? 'pill dot good' : 'pill dot warn';
      setText(pill, live ? 'Live' : 'Not live, asking every 5 s');
    },
  });
});

function filter(list) {
  const choices = [['', 'All'], ...Object.entries(STATES).map(([state, [, text]]) => [state, text[0].toUpperCase() + text.slice(1)])];
  const buttons = choices.map(([state, text]) => element('button', { class: 'filter small', 'data-state': state, 'aria-pressed': String(state === ''), onclick: (event) => {
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button === event.currentTarget)));
    list.show(state);
  } }, text));
  return element('div', { class: 'filters', role: 'group', 'aria-label': 'Show only' }, buttons);
}
