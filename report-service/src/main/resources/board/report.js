// One interview's report, built from its JSON; drawn again when it changes, until it is final.
import { element, fill } from './shared/dom.js';
import { Problem } from './shared/problem.js';
import { showError } from './shared/notice.js';
import { signedIn } from './session.js';
import { chart } from './report/chart.js';
import { head } from './report/head.js';
import { history } from './report/history.js';
import { plannedBy, reserves } from './report/planned-by.js';
import { questionCard } from './report/question.js';

const AGAIN_AFTER = 5_000;
const id = new URLSearchParams(location.search).get('id') || '';
const main = document.getElementById('main');
let timer = 0;

signedIn(async (api) => {
  if (!id) return missing();
  api.addEventListener('signed-out', () => clearTimeout(timer), { once: true });
  fill(main, element('p', { class: 'empty', role: 'status' }, 'Loading the report…'));
  return refresh(api, 0);
});

/**
 * Reads and draws.
 * @param {import('./shared/api.js').Api} api
 * @param {number} minimum the seq that the report must have reached
 */
async function refresh(api, minimum) {
  clearTimeout(timer);
  try {
    const report = await api.read(path(`report?min_seq=${minimum}`));
    const [readings, emotions, events] = await Promise.all([
      optional(pages(api, `/api/v1/readings/session/${encodeURIComponent(id)}?limit=5000`, 'readings')),
      // Only then may anybody but the candidate read them.
      report.policy?.emotion === 'REVIEWER' ? optional(pages(api, `/api/v1/emotions/session/${encodeURIComponent(id)}?limit=5000`, 'emotions')) : null,
      pages(api, path('events?limit=200'), 'events'),
    ]);
    draw(api, report, readings, emotions, events);
    if (!settled(report)) later(api, report.seq);
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return missing();
    throw problem;
  }
}

/** Looks again in a while; draws only when something is new and nobody is writing. */
function later(api, seq) {
  timer = setTimeout(async () => {
    try {
      const report = await api.read(path('report'));
      const writing = document.activeElement?.matches('input, textarea') || document.querySelector('dialog[open]');
      if (report.seq > seq && !writing) return await refresh(api, report.seq);
      later(api, seq);
    } catch (problem) {
      if (!(problem instanceof Problem) || !problem.passing) return showError(problem);
      later(api, seq);
    }
  }, AGAIN_AFTER);
}

function draw(api, report, readings, emotions, events) {
  const open = [...document.querySelectorAll('details[open][id]')].map((node) => node.id);
  const place = window.scrollY;
  const again = (seq) => refresh(api, seq || 0).catch(showError);
  fill(main, element('div', { class: 'stack report' },
    head({ api, report, again }),
    chart({ report, readings, emotions, events }),
    element('section', { class: 'stack', 'aria-label': 'Questions and answers' }, plannedBy(report),
      report.questions.length ? report.questions.map((question) => questionCard({ api, report, question, again }))
        : element('div', { class: 'card empty' }, element('h2', {}, 'No questions yet'), element('p', {}, 'They appear here as soon as they are planned.')), reserves(report)),
    history(events)));
  open.forEach((name) => document.getElementById(name)?.setAttribute('open', ''));
  window.scrollTo(0, place);
  document.title = `${report.candidate_name || report.job_title || 'Report'} · Colloquy`;
}

function missing() {
  fill(main, element('div', { class: 'card empty narrow' },
    element('h2', {}, 'No such report'),
    element('p', {}, 'The interview does not exist, or it belongs to another organisation.'),
    element('p', {}, element('a', { href: './' }, 'Back to the interviews'))));
}

function settled(report) {
  return report.final || ['CANCELLED', 'EXPIRED', 'ERASED'].includes(report.state);
}

/** Everything behind an address that answers in pages. */
async function pages(api, address, name) {
  const found = [];
  for (let after = ''; after !== null;) {
    const page = await api.read(after ? `${address}&after=${encodeURIComponent(after)}` : address);
    found.push(...(page[name] || []));
    after = page.next || null;
  }
  return found;
}

/** What may be hidden from the reader: null then. */
async function optional(reading) {
  try {
    return await reading;
  } catch (problem) {
    if (problem instanceof Problem && [403, 404].includes(problem.status)) return null;
    throw problem;
  }
}

function path(rest) {
  return `/api/v1/interviews/${encodeURIComponent(id)}/${rest}`;
}
