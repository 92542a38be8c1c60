import { element, fill } from './shared/dom.js';
import { showError } from './shared/notice.js';
import { moment, score, stateMark } from './words.js';

const PAGE = 50;

/** The list in the order of its start, newest first; one state or all. */
export class InterviewList {
  #state = '';
  #next = null;
  #paged = false;
  /** @type {Map<string, object>} */
  #interviews = new Map();

  /** @param {import('./shared/api.js').Api} api */
  constructor(api) {
    this.api = api;
    this.rows = element('ul', { class: 'interviews' });
    this.more = element('button', { onclick: () => this.#older().catch(showError) }, 'Show earlier interviews');
    this.empty = element('div', { class: 'card empty' });
    this.view = element('section', { class: 'stack', 'aria-label': 'Interviews', 'aria-busy': 'true' }, this.rows, this.empty, this.more);
    this.empty.hidden = true;
    this.more.hidden = true;
  }

  /** @param {string} state '' for all */
  show(state) {
    this.#state = state;
    return this.load().catch(showError);
  }

  /** @param {boolean} [keep] an ordinary repetition: what older pages brought stays */
  async load(keep = false) {
    const state = this.#state;
    const { interviews, next } = await this.api.read(this.#path(null));
    if (state !== this.#state) return;
    if (!keep || !this.#paged) {
      this.#interviews.clear();
      this.#next = next;
      this.#paged = false;
    }
    interviews.forEach((interview) => this.#interviews.set(interview.session_id, interview));
    this.#draw();
  }

  /** One interview has changed. @param {object} interview */
  put(interview) {
    const known = this.#interviews.get(interview.session_id);
    if (known && known.seq > interview.seq) return;
    if (this.#state && interview.state !== this.#state) this.#interviews.delete(interview.session_id);
    else this.#interviews.set(interview.session_id, interview);
    this.#draw();
  }

  async #older() {
    const { interviews, next } = await this.api.read(this.#path(this.#next));
    this.#next = next;
    this.#paged = true;
    interviews.forEach((interview) => this.#interviews.set(interview.session_id, interview));
    this.#draw();
  }

  #path(after) {
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (this.#state) query.set('state', this.#state);
    if (after) query.set('after', after);
    return `/api/v1/interviews?${query}`;
  }

  /** Rows that have not changed stay the same elements, so that focus and screen readers stay where they are. */
  #draw() {
    const sorted = [...this.#interviews.values()].sort((one, other) => String(other.started_at).localeCompare(String(one.started_at)));
    const old = new Map([...this.rows.children].map((node) => [node.dataset.key, node]));
    const wanted = sorted.map((interview) => old.get(JSON.stringify(interview)) || row(interview));
    if (wanted.length !== this.rows.children.length || wanted.some((node, index) => node !== this.rows.children[index])) {
      const focused = document.activeElement?.closest('[data-id]')?.dataset.id;
      this.rows.replaceChildren(...wanted);
      if (focused) this.rows.querySelector(`[data-id="${CSS.escape(focused)}"] a`)?.focus();
    }
    this.more.hidden = !this.#next;
    this.empty.hidden = sorted.length > 0;
    if (!this.empty.hidden) fill(this.empty, nothing(this.#state));
    this.view.removeAttribute('aria-busy');
  }
}

function nothing(state) {
  return state
    ? [element('h2', {}, 'None in this state'), element('p', {}, 'Choose another filter to see the rest.')]
    : [element('h2', {}, 'No interviews yet'), element('p', {}, 'Invite a candidate, and the interview appears here the moment it starts.')];
}

function row(interview) {
  const { session_id: id, candidate_name: name, job_title: job, total_questions: total = 0, answered = 0 } = interview;
  const bar = element('span', { class: 'meter', 'aria-hidden': 'true' }, element('span'));
  bar.firstChild.style.setProperty('--share', `${total ? (100 * answered) / total : 0}%`);
  return element('li', { class: 'card', 'data-id': id, 'data-key': JSON.stringify(interview) },
    element('div', { class: 'who-what' },
      element('a', { href: `report.html?id=${encodeURIComponent(id)}` }, job || 'Untitled'),
      element('span', { class: 'hint' }, name || 'Name not given', ' · ', moment(interview.started_at))),
    element('div', { class: 'marks' }, stateMark(interview.state),
      interview.dead_letters > 0 && element('span', { class: 'pill bad', title: 'Records of this interview that could not be processed' },
        `${interview.dead_letters} dead ${interview.dead_letters === 1 ? 'letter' : 'letters'}`)),
    element('div', { class: 'progress' }, element('span', { class: 'hint number' }, `${answered} of ${total} answered`), bar),
    element('div', { class: 'result number' }, element('strong', {}, score(interview.overall)),
      element('small', {}, interview.evaluated ? 'final' : interview.state === 'COMPLETED' ? 'evaluating' : '')));
}
