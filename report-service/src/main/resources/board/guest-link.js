import { element, field, fill } from './shared/dom.js';
import { inWords } from './shared/problem.js';
import { bankChoice } from './banks/choice.js';

const LANGUAGES = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' };
const HOURS = { 24: 'one day', 72: 'three days', 168: 'a week' };

/**
 * Asks what the interview is for and makes a link for one candidate.
 * @param {import('./shared/api.js').Api} api
 * @param {import('./banks/service.js').Banks} banks
 */
export function guestLink(api, banks) {
  const job = element('input', { id: 'guest-job', required: true, maxlength: 200 });
  const description = element('textarea', { id: 'guest-description', rows: 4, maxlength: 100000 });
  const name = element('input', { id: 'guest-name', maxlength: 200 });
  const kind = choice('guest-kind', { mixed: 'Mixed', technical: 'Technical', behavioural: 'Behavioural' });
  const count = element('input', { id: 'guest-count', type: 'number', min: 1, max: 20, value: 5, required: true });
  const hours = choice('guest-hours', HOURS, '72');
  const order = choice('guest-order', { adaptive: 'Follows the answers', fixed: 'Fixed' });
  const purpose = choice('guest-purpose', { recruitment: 'An application', practice: 'Practice, nobody’s job depends on it' });
  const candidateRegion = region('guest-candidate-region');
  const employerRegion = region('guest-employer-region');
  const language = choice('guest-language', LANGUAGES, 'en');
  const bank = bankChoice(banks);
  const error = element('p', { class: 'field-error', role: 'alert' });
  const create = element('button', { class: 'primary' }, 'Create the link');
  const close = element('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, 'Close');
  const form = element('form', { onsubmit: async (event) => {
    event.preventDefault();
    create.disabled = true;
    fill(error);
    try {
      fill(dialog, made(await api.send('/api/v1/guest/links', {
        job_title: job.value.trim(), job_description: description.value.trim() || undefined, candidate_name: name.value.trim() || undefined, interview_kind: kind.value,
        question_count: Number(count.value), adaptive: order.value === 'adaptive', ...inItsLanguage(bank.chosen(), language.value),
        recruitment: purpose.value === 'recruitment', expires_in_hours: Number(hours.value),
        candidate_region: candidateRegion.value.trim().toUpperCase() || undefined, employer_region: employerRegion.value.trim().toUpperCase() || undefined,
      }), () => dialog.close()));
    } catch (problem) {
      fill(error, inWords(problem));
      create.disabled = false;
    }
  } },
    element('h2', { id: 'guest-title' }, 'Invite a candidate'),
    field('Job', job), field('Job description', description, 'Optional: a model plans the questions from it, and the bank finds the kind of job. The candidate reads it, too.'),
    field('Candidate’s name', name, 'Optional; they can correct it.'),
    element('div', { class: 'pair' }, field('Kind', kind), field('Questions', count)),
    bank.view,
    field('Language', language, 'Of the questions and answers. A bank of your own brings its own language.'),
    element('div', { class: 'pair' }, field('Order of the questions', order), field('What it is for', purpose)),
    field('Link is good for', hours),
    element('details', {}, element('summary', {}, 'Regions'),
      element('div', { class: 'stack' },
        element('p', { class: 'hint' }, 'They decide what the law lets be analysed. Two letters, for example US; left empty, the rules of the EU hold.'),
        element('div', { class: 'pair' }, field('Candidate’s', candidateRegion), field('Employer’s', employerRegion)))),
    error, element('div', { class: 'row end' }, close, create));
  const dialog = /** @type {HTMLDialogElement} */ (element('dialog', { class: 'dialog', 'aria-labelledby': 'guest-title' }, form));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** A chosen bank's language wins: its questions are in it. */
function inItsLanguage({ bank_id, language }, wanted) {
  return { bank_id, language: language || wanted };
}

function made(link, close) {
  const address = element('input', { id: 'guest-url', readonly: true, value: link.url, onfocus: (event) => event.currentTarget.select() });
  const said = element('span', { class: 'hint', role: 'status' });
  const copy = element('button', { class: 'primary', onclick: async () => {
    try {
      await navigator.clipboard.writeText(link.url);
      fill(said, 'Copied.');
    } catch {
      address.focus();
      fill(said, 'Press Ctrl + C to copy.');
    }
  } }, 'Copy the link');
  return element('div', { class: 'stack' },
    element('h2', { id: 'guest-title' }, 'The link is ready'),
    element('p', {}, 'Send it to the candidate. It opens one interview and is good until ', new Date(link.expires_at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }), '. It is shown only now.'),
    field('Link', address),
    element('div', { class: 'row' }, copy, said, element('button', { class: 'quiet', onclick: close }, 'Done')));
}

function choice(id, options, chosen) {
  return element('select', { id }, Object.entries(options).map(([value, label]) => element('option', { value, selected: value === chosen }, label)));
}

function region(id) {
  return element('input', { id, maxlength: 2, pattern: '[A-Za-z]{2}', autocomplete: 'off', placeholder: 'EU rules' });
}
