import { element } from '../shared/dom.js';
import { mayReview } from '../session.js';
import { duration, outcomeMark, plain, score } from '../words.js';
import { labelForm, labelList } from './label.js';
import { overrideForm } from './override.js';
import { pieces, verbatim } from './quotes.js';

/**
 * One question with its answer, the score, and the words that it rests on.
 * @param {{api: import('../shared/api.js').Api, report: object, question: object, again: (seq?: number) => Promise<void>}} options
 */
export function questionCard({ api, report, question, again }) {
  const { evaluation, override } = question;
  const dimensions = evaluation?.dimensions || [];
  return element('article', { class: 'card stack question', 'aria-labelledby': `q-${question.question_id}` },
    element('header', { class: 'title' },
      element('div', { class: 'stack tight' },
        element('p', { class: 'eyebrow' }, [`Question ${question.position}`, plain(question.category)].filter(Boolean).join(' · ')),
        element('h2', { id: `q-${question.question_id}`, class: 'question-text' }, question.text ?? 'No longer readable'),
        element('div', { class: 'row marks' }, mark(question), override && element('span', { class: 'pill good' }, 'overridden'),
          question.state === 'ANSWERED' && question.duration_ms > 0 && element('span', { class: 'hint' }, `answered in ${duration(question.duration_ms)}`))),
      figure(question)),
    answered(question, dimensions, report),
    question.transcript && question.answer != null && heard(question.transcript),
    dimensions.length > 0 && element('div', { class: 'dimensions' }, dimensions.map((dimension) => dimensionView(dimension, question.answer, report))),
    evaluation?.feedback && element('div', { class: 'stack tight' }, element('h3', {}, 'Feedback'), element('p', {}, evaluation.feedback)),
    why(evaluation), override && overrideView(override),
    labelList(question.labels, api.user?.id),
    element('footer', { class: 'row apart' }, scoredBy(evaluation),
      mayReview(api) && report.state !== 'ERASED' && question.state === 'ANSWERED' && element('div', { class: 'row actions' },
        overrideForm({ api, report, question, again }), labelForm({ api, report, question, again }))));
}

function mark({ state, evaluation }) {
  if (evaluation) return outcomeMark(evaluation.outcome);
  if (state === 'ANSWERED') return element('span', { class: 'pill warn dot' }, 'being evaluated');
  return element('span', { class: 'pill' }, { SKIPPED: 'skipped', ASKED: 'open', PLANNED: 'not asked yet' }[state] || plain(state));
}

/** A human's score stands in front; the machine's stays beside it. */
function figure({ evaluation, override }) {
  const machine = evaluation?.overall;
  if (machine == null && !override) return null;
  return element('p', { class: 'figure' }, element('span', { class: 'number' }, score(override ? override.overall : machine)),
    element('small', {}, override ? `program: ${score(machine)}` : 'of 10'));
}

function answered(question, dimensions, report) {
  if (question.answer == null) {
    return report.state === 'ERASED' && question.state === 'ANSWERED' ? element('p', { class: 'hint' }, 'The answer has been erased.') : null;
  }
  if (question.answer.trim() === '') return element('p', { class: 'transcript hint' }, '(an empty answer)');
  return element('blockquote', { class: 'transcript' }, pieces(question.answer, dimensions).map(({ text, names }) =>
    names.length ? element('mark', { title: `Quoted for ${names.map(plain).join(', ')}` }, text) : text));
}

/** What was heard, where the candidate corrected it; else who heard it. */
function heard({ text, corrected, provider, model, confidence }) {
  const sure = typeof confidence === 'number' ? `confidence ${Math.round(confidence * 100)} %` : 'confidence unknown';
  return element('details', { class: 'heard' },
    element('summary', {}, corrected ? 'Spoken, and corrected by the candidate' : 'Spoken; the transcript was left as it came'),
    element('div', { class: 'stack tight' }, corrected && element('blockquote', { class: 'transcript' }, text),
      element('p', { class: 'hint' }, `Transcribed by ${provider} (${model}) · ${sure}`)));
}

function dimensionView({ name, score: points, evidence = [], rationale }, answer, report) {
  const bar = element('span', { class: 'meter', 'aria-hidden': 'true' }, element('span'));
  bar.firstChild.style.setProperty('--share', `${points * 10}%`);
  return element('section', { class: 'dimension' },
    element('div', { class: 'row apart' }, element('h3', {}, plain(name)), element('strong', { class: 'number' }, score(points))), bar,
    rationale && element('p', { class: 'hint' }, rationale),
    evidence.map((quote) => element('p', { class: 'quote' }, `“${quote}”`,
      !verbatim(answer, quote) && report.state !== 'ERASED' && element('span', { class: 'pill bad' }, 'not in the answer'))));
}

function why(evaluation) {
  if (!evaluation || evaluation.outcome === 'SCORED') return null;
  return element('p', { class: 'reason' }, evaluation.message ? `${evaluation.message} (${plain(evaluation.reason)}).` : `Reason: ${plain(evaluation.reason)}.`);
}

function overrideView({ overall, reason, at }) {
  return element('div', { class: 'override stack tight' },
    element('h3', {}, `Overridden to ${score(overall)}`),
    reason && element('p', {}, reason),
    at && element('p', { class: 'hint' }, new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })));
}

function task(provider) {
  return provider.startsWith('embeddings:') ? 'compare meanings for this' : 'score this';
}

/** Who gave the score; who looked at it, where there is none. */
function scoredBy(evaluation) {
  const by = evaluation?.scored_by;
  if (!by) return null;
  const { confidence, outcome } = evaluation;
  const facts = [by.provider, by.model && by.model !== by.provider && by.model, by.version && `version ${by.version}`, by.rubric_id && `rubric ${by.rubric_id}`,
    by.parameters?.embeddings_provider && `meanings compared by ${by.parameters.embeddings_provider} (${by.parameters.embeddings_model})`,
    typeof confidence === 'number' && `confidence ${Math.round(confidence * 100)} %`].filter(Boolean).join(' · ');
  const noticed = (by.findings || []).map(plain).join(', ');
  return element('div', { class: 'stack tight' },
    (by.fallbacks || []).map(({ provider, reason }) => element('p', { class: 'hint fallback' },
      element('span', { class: 'pill warn' }, 'fallback'), ` ${provider} was to ${task(provider)}, but did not (${plain(reason)}).`)),
    noticed && element('p', { class: 'hint' }, element('span', { class: 'pill bad' }, 'noticed'), ` ${noticed}`),
    element('p', { class: 'hint' }, outcome === 'SCORED' ? 'Scored by ' : 'Looked at by ', facts));
}
