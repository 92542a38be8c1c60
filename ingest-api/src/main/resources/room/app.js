// The room: finds out where the candidate stands and shows that view.
import { Api } from './shared/api.js';
import { element, fill } from './shared/dom.js';
import { clearNotice, showError } from './shared/notice.js';
import { Interview } from './interview.js';
import { forget, forgetOpen, openOf, remember, remembered, rememberedSetUp, rememberOpen, rememberSetUp } from './memory.js';
import { signInView } from './views/sign-in.js';
import { setUpView } from './views/set-up.js';
import { consentView } from './views/consent.js';
import { interviewView } from './views/interview-view.js';
import { endView } from './views/end.js';

const main = document.getElementById('main');
const status = document.getElementById('status');
const api = new Api();
let config;
/** @type {Interview | null} */
let current = null;

boot().catch(failed);

async function boot() {
  const guest = takeGuestToken();
  fill(main, element('p', { class: 'empty', role: 'status' }, 'Opening the room…'));
  config = await api.read('/room/config.json');
  api.addEventListener('signed-out', () => {
    current?.stop();
    signIn('You have been signed out. Sign in again to go on where you were.');
  });
  if (guest) await redeem(guest);
  else if (!(await api.restore())) return signIn();
  return next();
}

/** The token of a guest link leaves the address bar, the history and the referrer at once. */
function takeGuestToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get('guest');
  if (token) history.replaceState(null, '', location.pathname);
  return token;
}

async function redeem(token) {
  try {
    const { interview } = await api.redeem(token);
    forget();
    rememberSetUp(interview || {});
  } catch (problem) {
    // A link opened a second time in the same browser goes on with the interview that it opened.
    if (problem.passing || !(await api.restore()) || !api.claims().guest) throw problem;
  }
}

/** The interview of this tab, else the one that the guest's token names or that is open elsewhere, else the set-up form. */
async function next() {
  const { session, sub } = api.claims();
  const id = remembered()?.id || session || openOf(sub);
  return id ? open(id) : prepare();
}

async function open(id, fresh = false) {
  try {
    const interview = await Interview.open(api, config, id, fresh);
    current?.stop();
    current = interview;
    if (remembered()?.id !== id) remember({ id, videoWanted: null });
    route(interview);
    interview.live();
  } catch (problem) {
    if (problem.status !== 404 && problem.status !== 403) throw problem;
    forget();
    showError(problem);
    prepare();
  }
}

function prepare() {
  const setUp = rememberedSetUp() || (api.claims().guest ? {} : null);
  show(setUpView({ api, config, setUp, onStarted: (id) => open(id, true), onSignOut: signOut }));
}

/** Shows what the interview's state asks for, now and at each change. */
function route(interview) {
  let shown = '';
  const update = () => {
    const wanted = interview.over ? 'end' : interview.chosen ? 'interview' : 'consent';
    if (wanted === shown) return;
    shown = wanted;
    if (interview.over) forgetOpen();
    else rememberOpen(api.claims().sub, interview.id);
    if (wanted === 'end') show(endView({ interview, status, onAgain: api.claims().guest ? null : () => again(interview) }));
    else if (wanted === 'consent') show(consentView({ interview, onChosen: update }));
    else show(interviewView({ interview, status }));
  };
  interview.addEventListener('change', update);
  update();
}

function again(interview) {
  interview.stop();
  forget();
  prepare();
}

function signIn(reason) {
  show(signInView({ api, reason, onSignedIn: () => next().catch(failed) }));
}

async function signOut() {
  await api.signOut().catch(() => {});
  forget();
  signIn();
}

function failed(problem) {
  showError(problem);
  show([element('div', { class: 'card narrow stack' },
    element('h1', {}, 'The room could not be opened'),
    element('p', { class: 'lead' }, 'What went wrong is said above. Nothing that you have already sent is lost.'),
    element('div', { class: 'row' },
      element('button', { class: 'primary', onclick: () => location.reload() }, 'Try again'),
      element('button', { onclick: () => { clearNotice(); signIn(); } }, 'Sign in')))], false);
}

function show(view, clear = true) {
  if (clear && !document.querySelector('.notice.error')) clearNotice();
  fill(status);
  fill(main, view);
  document.title = `${main.querySelector('h1')?.textContent || 'Interview'} · Colloquy`;
  main.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
