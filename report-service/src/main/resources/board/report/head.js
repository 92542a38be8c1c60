import { element } from '../shared/dom.js';
import { ask } from '../shared/ask.js';
import { working } from '../shared/notice.js';
import { mayReview } from '../session.js';
import { duration, moment, plain, score, stateMark } from '../words.js';

const EMOTION = {
  OFF: 'Facial expressions are not analysed.',
  PRACTICE: 'Facial expressions are for the candidate alone and not shown here.',
  REVIEWER: 'Facial expressions are shown below; no score uses them.',
};

/**
 * Who, what for, and how it went over all; and what can be done with the whole interview.
 * @param {{api: import('../shared/api.js').Api, report: object, again: (seq?: number) => Promise<void>}} options
 */
export function head({ api, report, again }) {
  const erased = report.state === 'ERASED';
  return element('header', { class: 'stack' },
    element('p', {}, element('a', { href: './', class: 'back' }, '← All interviews')),
    element('div', { class: 'title' },
      element('div', { class: 'stack tight' },
        element('h1', {}, report.candidate_name || (erased ? 'Erased interview' : 'Candidate without a name')),
        element('p', { class: 'lead' }, report.job_title, report.interview_kind && ` · ${plain(report.interview_kind)}`),
        element('div', { class: 'row marks' }, stateMark(report.state), finality(report), letters(report))),
      element('div', { class: 'overalls' }, overalls(report))),
    share(report),
    element('div', { class: 'row apart' },
      element('p', { class: 'hint' }, moment(report.started_at), took(report), '. ', EMOTION[report.policy?.emotion] || '', ' The score is advice; a human decides.'),
      element('div', { class: 'row actions' }, save(report),
        element('button', { class: 'small', onclick: () => window.print() }, 'Print'),
        !erased && mayReview(api) && erase(api, report, again))));
}

/** The machine's, and beside it what reviewers have made of it. */
function overalls({ overall, overall_with_overrides: overridden }) {
  const machine = overall == null ? 'not scored' : overridden == null ? 'of 10' : 'of 10, by the program';
  return [figure(overall, machine), overridden != null && figure(overridden, 'of 10, with overrides')];
}

/** How many of the answers were scored, unless all were. */
function share({ questions = [] }) {
  const answered = questions.filter((question) => question.state === 'ANSWERED');
  const count = (outcome) => answered.filter(({ evaluation }) => (evaluation ? evaluation.outcome : null) === outcome).length;
  const scored = count('SCORED');
  if (scored === answered.length) return null;
  const [person, waiting] = [count('NEEDS_HUMAN'), count(null)];
  return element('p', { class: 'hint', id: 'share' }, `${scored} of ${answered.length} answers scored, ${person} ${person === 1 ? 'needs' : 'need'} a person, ${count('NOT_GRADABLE')} not gradable${waiting ? `, ${waiting} not evaluated yet` : ''}`);
}

function figure(value, words) {
  return element('div', { class: 'overall' }, element('span', { class: 'number' }, score(value)), element('small', {}, words));
}

function finality(report) {
  if (report.final) return element('span', { class: 'pill good' }, 'final');
  if (['CANCELLED', 'EXPIRED', 'ERASED'].includes(report.state)) return null;
  return element('span', { class: 'pill warn', role: 'status' }, report.state === 'COMPLETED' ? 'still being evaluated' : 'preliminary');
}

function letters({ dead_letters: count }) {
  return count > 0 && element('span', { class: 'pill bad' }, `${count} ${count === 1 ? 'record' : 'records'} could not be processed`);
}

function took({ started_at: from, completed_at: to }) {
  return from && to ? `, took ${duration(new Date(to) - new Date(from))}` : '';
}

function save(report) {
  return element('button', { class: 'small', onclick: () => {
    const address = URL.createObjectURL(new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }));
    element('a', { href: address, download: `report-${report.session_id}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  } }, 'Save as JSON');
}

function erase(api, report, again) {
  const button = element('button', { id: 'erase', class: 'danger small', onclick: async () => {
    const yes = await ask({ title: 'Erase this interview for good?', danger: true, yes: 'Erase it', no: 'Keep it',
      text: 'The key of its personal content is destroyed: name, CV, answers, quotes and pictures cannot be read by anybody any more. What remains is that it took place. Nobody can undo this.' });
    if (yes) await working(button, async () => again((await api.command(report.session_id, 'erase')).seq));
  } }, 'Erase…');
  return button;
}
