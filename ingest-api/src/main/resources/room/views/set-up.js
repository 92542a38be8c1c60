import { element, field } from '../shared/dom.js';
import { working } from '../shared/notice.js';
import { uuid } from '../shared/uuid.js';
import { documentField } from './document-field.js';

const LANGUAGES = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' };
const KINDS = { mixed: 'Mixed', technical: 'Technical', behavioural: 'Behavioural' };

/**
 * What the interview is about. A guest's link has settled most of it.
 * @param {{api: import('../shared/api.js').Api, config: {max_upload_bytes: number}, setUp: object | null, onStarted: (id: string) => Promise<void>, onSignOut: () => void}} options
 */
export function setUpView({ api, config, setUp, onStarted, onSignOut }) {
  const guest = setUp !== null;
  const given = setUp || {};
  // A guest in a new tab: the link knows what it is about, and a description that it has decides over one from here.
  const describable = !guest || (Boolean(given.job_title) && !given.job_description);
  const name = element('input', { id: 'name', autocomplete: 'name', maxlength: 200, value: given.candidate_name || (guest ? '' : api.user?.name) || '' });
  const job = element('input', { id: 'job', required: true, maxlength: 200, value: given.job_title || '', readonly: guest && Boolean(given.job_title) });
  const kind = select('kind', KINDS, given.interview_kind || 'mixed', guest && Boolean(given.interview_kind));
  const count = select('count', { 3: '3 questions', 5: '5 questions', 8: '8 questions' }, String(given.question_count || 5));
  const mostBytes = config.max_upload_bytes;
  const description = documentField({ api, id: 'description', label: 'Job description', hint: 'Paste the advertisement, or what you know of the job.', rows: 4, mostBytes });
  const cv = documentField({ api, id: 'cv', label: 'CV', hint: 'It helps to choose the questions. What you send is kept encrypted.', rows: 8, mostBytes });
  const order = select('order', { adaptive: 'Follows how your answers go', fixed: 'Fixed' }, 'adaptive');
  const language = select('language', LANGUAGES, preferred());
  const practice = purpose();
  const button = element('button', { class: 'primary' }, 'Continue');

  const key = uuid();
  const start = async () => {
    if (description.busy || cv.busy) throw new Error('A file is still being read. Wait a moment, then continue.');
    const body = { ...given, job_title: job.value.trim(), interview_kind: kind.value, candidate_name: name.value.trim() || undefined,
      job_description: description.text || undefined, cv_text: cv.text || undefined };
    if (!guest) Object.assign(body, { language: language.value, question_count: Number(count.value), adaptive: order.value === 'adaptive', recruitment: !practice.checked });
    delete body.expires_in_hours;
    const started = await api.send('/api/v1/interviews/start', body, key);
    await onStarted(started.session_id);
  };

  return element('section', { class: 'narrow stack' },
    element('div', { class: 'stack tight' },
      element('h1', {}, guest ? `Hello${given.candidate_name ? `, ${given.candidate_name}` : ''}` : 'Set up your interview'),
      element('p', { class: 'lead' }, guest ? 'Check what was filled in for you. You can add your CV, which helps to choose the questions.'
        : 'A few words about the job, and the questions are chosen for it.')),
    element('form', { class: 'card stack', onsubmit: (event) => {
      event.preventDefault();
      working(button, start);
    } },
      field('Your name', name, 'As the people who read the report should see it.'),
      field('Job', job, job.hasAttribute('readonly') ? 'Set by your invitation.' : 'For example “Backend engineer”.'),
      field('Kind of interview', kind),
      !guest && field('Language', language, 'Of the questions and your answers.'),
      !guest && field('Length', count),
      !guest && field('Order of the questions', order),
      !guest && practice.view,
      given.job_description && element('details', { id: 'invited-to' }, element('summary', {}, 'The job, as your invitation describes it'),
        element('p', { class: 'prose' }, given.job_description)),
      element('details', {}, element('summary', {}, describable ? 'Add a job description or your CV (optional)' : 'Add your CV (optional)'),
        element('div', { class: 'stack' }, describable && description.view, cv.view)),
      element('div', { class: 'row apart' }, button, element('button', { type: 'button', class: 'quiet', onclick: onSignOut }, 'Sign out'))),
    element('p', { class: 'hint' }, 'Next you decide whether the camera runs along. The interview does not start before that.'));
}

/** The browser's language where interviews are held in it, else English. */
function preferred() {
  const own = navigator.language.slice(0, 2).toLowerCase();
  return LANGUAGES[own] ? own : 'en';
}

function purpose() {
  const choice = element('input', { type: 'radio', name: 'purpose', id: 'practice', checked: true });
  const view = element('fieldset', { class: 'choices' },
    element('legend', {}, 'What it is for'),
    element('label', { class: 'choice' }, choice, element('span', {}, 'Practice: nobody’s employment depends on it')),
    element('label', { class: 'choice' }, element('input', { type: 'radio', name: 'purpose', id: 'application' }), element('span', {}, 'An application for a job')));
  return { view, get checked() { return choice.checked; } };
}

function select(id, options, chosen, fixed = false) {
  const entries = Object.entries(options[chosen] ? options : { ...options, [chosen]: chosen });
  return element('select', { id }, entries.map(([value, label]) =>
    element('option', { value, selected: value === chosen, disabled: fixed && value !== chosen }, label)));
}
