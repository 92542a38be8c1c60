// The question banks of the organisation: all of them, or with ?id= one and with &version= an older version of it.
import { element, fill } from './shared/dom.js';
import { mayReadBanks, signedIn } from './session.js';
import { bankPage } from './banks/bank.js';
import { bankList } from './banks/list.js';
import { bankWords } from './banks/refusal.js';
import { Banks } from './banks/service.js';

const asked = new URLSearchParams(location.search);
const main = document.getElementById('main');

signedIn(async (api, { evaluator_url: root }) => {
  if (!mayReadBanks(api)) return refuse();
  fill(main, element('p', { class: 'empty', role: 'status' }, 'Loading…'));
  const banks = new Banks(api, root);
  const id = asked.get('id');
  try {
    await (id ? bankPage({ api, banks, main, id, version: asked.get('version') }) : bankList({ api, banks, main }));
  } catch (problem) {
    if (problem.status === 404) nothing('No such bank', bankWords(problem));
    else throw problem;
  }
});

function refuse() {
  nothing('Not for you', 'Question banks are for interviewers, analysts and administrators.');
}

function nothing(title, text) {
  fill(main, element('div', { class: 'card empty narrow' }, element('h2', {}, title), element('p', {}, text),
    element('p', {}, element('a', { href: './' }, 'Back to the interviews'))));
}
