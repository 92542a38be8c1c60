import { element } from '../shared/dom.js';
import { clock, plain, score } from '../words.js';
import { who } from './planned-by.js';

const WORDS = {
  SessionStarted: 'The interview was opened',
  ConsentGiven: 'Consent was given',
  ConsentWithdrawn: 'Consent was withdrawn',
  QuestionsPlanned: 'Questions were planned',
  QuestionAsked: 'A question was asked',
  AnswerAccepted: 'An answer was accepted',
  QuestionSkipped: 'A question was skipped',
  SessionPaused: 'Paused',
  SessionResumed: 'Resumed',
  AnswerScored: 'An answer was scored',
  NotGradable: 'An answer could not be graded',
  NeedsHuman: 'An answer needs a person',
  ScoreOverridden: 'A person overrode a score',
  AnswerLabelled: 'A person labelled an answer',
  SessionCompleted: 'The interview was completed',
  SessionCancelled: 'The interview was cancelled',
  SessionExpired: 'The interview expired',
  SessionEvaluated: 'All answers are settled',
  SessionErased: 'The interview was erased',
  CommandRejected: 'A command was refused',
};

/**
 * Everything that happened, in order, as the log has it.
 * @param {{seq: number, type: string, occurred_at: string, actor_id: string, data?: object}[]} events
 */
export function history(events) {
  return element('section', { class: 'card stack history', 'aria-labelledby': 'history-title' },
    element('div', { class: 'stack tight' },
      element('h2', { id: 'history-title' }, 'History'),
      element('p', { class: 'hint' }, `${events.length} events, in the order in which they were decided.`)),
    element('ol', {}, events.map((event) => line(event, events))));
}

function line(event, events) {
  const data = event.data && Object.keys(event.data).length > 0;
  return element('li', {},
    element('span', { class: 'number hint' }, event.seq),
    clock(event.occurred_at),
    data ? element('details', { id: `event-${event.seq}` }, element('summary', {}, said(event, events)), element('pre', {}, JSON.stringify(event.data, null, 2)))
      : element('span', {}, said(event, events)));
}

function said({ type, data }, events) {
  const words = WORDS[type] || type;
  if (type === 'ConsentGiven' && data) return `${words}, ${data.video ? 'with' : 'without'} video`;
  if (type === 'AnswerScored' && data?.result) return `${words}: ${score(data.result.overall)}`;
  if (type === 'ScoreOverridden' && data) return `${words}: ${score(data.overall)}, where the program had given ${score(machines(events, data.question_id))}`;
  if (type === 'AnswerLabelled' && data?.label) return `${words}: ${plain(data.label)}`;
  if (type === 'QuestionsPlanned' && data) return `${words} ${who(data.planned_by || { planner: data.planner })}`;
  if (type === 'QuestionAsked' && data?.target_difficulty) return `${words}, for a target difficulty of ${data.target_difficulty}`;
  if (type === 'CommandRejected' && data?.rejection) return `${words}: ${data.command_type || 'command'}, ${data.rejection}`;
  return words;
}

/** The program's score of a question, if it has given one. */
function machines(events, questionId) {
  return events.find(({ type, data }) => type === 'AnswerScored' && data?.question_id === questionId)?.data.result?.overall;
}
