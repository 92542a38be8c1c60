import { element, fill, setText } from '../shared/dom.js';
import { ask } from '../shared/ask.js';
import { working } from '../shared/notice.js';
import { draftOf } from '../memory.js';
import { readAloud } from './read-aloud.js';
import { voicePanel } from './voice-panel.js';

/**
 * The current question, the answer with its draft, and the way through the interview.
 * @param {import('../interview.js').Interview} interview
 */
export function questionPanel(interview) {
  const place = element('div', { class: 'stack' });
  let shown = '';
  let leave = () => {};
  const update = () => {
    const { state, current_question: question } = interview.snapshot;
    const key = `${state} ${question?.id}`;
    if (key === shown) return;
    shown = key;
    leave();
    leave = () => {};
    if (state === 'PAUSED') fill(place, paused(interview));
    else if (question) {
      const view = answering(interview, question);
      ({ leave } = view);
      fill(place, view.parts);
    }
    else if (state === 'PLANNING') fill(place, planning());
    else fill(place, finished(interview));
    if (matchMedia('(pointer: fine)').matches) place.querySelector('textarea, .primary')?.focus({ preventScroll: true });
  };
  interview.addEventListener('change', update);
  interview.addEventListener('link', () => {
    if (interview.link.state === 'superseded') {
      leave();
      shown = '';
    } else if (shown === '') update();
  });
  update();
  return element('section', { class: 'card stack question', 'aria-label': 'Question' }, progress(interview), place);
}

function progress(interview) {
  const text = element('p', { class: 'eyebrow', role: 'status' });
  const steps = element('ol', { class: 'steps', 'aria-hidden': 'true' });
  const planned = element('p', { class: 'hint', id: 'planned-by' });
  const update = () => {
    const { total_questions: total, current_question: question, questions = [] } = interview.snapshot;
    setText(text, question ? `Question ${question.position} of ${total}${question.category ? ` · ${question.category.replaceAll('_', ' ')}` : ''}` : total ? `${total} questions` : 'Your interview');
    setText(planned, plannedBy(interview.snapshot.planned_by));
    fill(steps, Array.from({ length: total || 0 }, (_, index) =>
      element('li', { class: (questions[index]?.state || 'PLANNED').toLowerCase() })));
  };
  interview.addEventListener('change', update);
  update();
  return element('header', { class: 'stack tight' }, text, steps, planned);
}

/** Who planned: nobody is interviewed by something without a name. @param {{planner: string, model?: string | null} | null} by */
function plannedBy(by) {
  if (!by) return '';
  if (by.model) return `Questions planned by ${by.planner} (${by.model})`;
  return by.planner === 'built-in-bank' ? 'Questions from the built-in bank' : `Questions from the bank ${by.planner}`;
}

function answering(interview, question) {
  const draft = draftOf(interview.id, question.id);
  const start = draft.load();
  const saved = element('span', { class: 'hint' });
  const language = interview.snapshot.language || null;
  const answer = element('textarea', { id: 'answer', lang: language, rows: 10, maxlength: 20_000, 'aria-labelledby': 'question-text', 'aria-describedby': 'answer-hint', placeholder: 'Write your answer here…' });
  answer.value = start.text;
  let heard = start.heard || [];
  let recording = false;
  const keep = () => setText(saved, draft.save({ ...start, text: answer.value, heard, recording, commandKey: '' }) ? 'Draft kept in this tab' : 'The draft could not be kept');
  draft.save({ ...start, recording: false });
  const submit = element('button', { id: 'submit', class: 'primary', onclick: () => send() }, 'Submit answer');
  const skip = element('button', { id: 'skip', onclick: () => skipIt() }, 'Skip');

  const aloud = readAloud(interview, question.text);
  const voice = voicePanel({
    interview,
    interrupted: Boolean(start.recording),
    heard: (piece) => {
      heard = [...heard, piece];
      answer.value = [answer.value.trimEnd(), piece.text].filter(Boolean).join('\n');
      keep();
      answer.focus();
    },
    busy: (busy, on) => {
      submit.disabled = busy;
      if (recording !== on) {
        recording = on;
        keep();
      }
    },
  });

  const send = async () => {
    if (submit.disabled) return;
    const empty = answer.value.trim() === '';
    if (empty && !(await ask({ title: 'Submit an empty answer?', text: 'It will be kept as it is and cannot be scored.', yes: 'Submit it empty' }))) return;
    await locked(() => working(submit, () => interview.answer(question, answer.value)));
  };
  const skipIt = async () => {
    const text = answer.value.trim() ? 'What you have written will not be sent, and you cannot come back to this question.' : 'You cannot come back to this question.';
    if (await ask({ title: 'Skip this question?', text, yes: 'Skip it' })) {
      await locked(() => working(skip, () => interview.command('skip', { question_id: question.id })));
    }
  };
  const locked = async (action) => {
    answer.readOnly = true;
    await action();
    answer.readOnly = false;
  };

  answer.addEventListener('input', keep);
  answer.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  });
  const leave = () => {
    aloud.leave();
    voice.leave();
  };
  return { leave, parts: [
    element('div', { class: 'stack tight' }, element('h2', { id: 'question-text', class: 'question-text', lang: language, 'aria-live': 'polite' }, question.text), aloud.view),
    answer,
    element('div', { class: 'row apart under' },
      element('span', { class: 'hint', id: 'answer-hint' }, question.seconds ? `About ${minutes(question.seconds)} is usual; there is no clock. ` : '', element('span', { class: 'keys' }, 'Ctrl + Enter submits.')), saved),
    voice.view,
    element('div', { class: 'row' }, submit, skip, element('span', { class: 'spread' }), pauseButton(interview), endButton(interview)),
  ] };
}

function paused(interview) {
  const resume = element('button', { id: 'resume', class: 'primary', onclick: () => working(resume, () => interview.command('resume')) }, 'Go on');
  return element('div', { class: 'stack', role: 'status' },
    element('h2', { class: 'question-text' }, 'The interview is paused'),
    element('p', { class: 'lead' }, 'Take your time. Your draft is kept, and no pictures are sent.'),
    element('div', { class: 'row' }, resume, endButton(interview)));
}

function planning() {
  return element('div', { class: 'stack', role: 'status' },
    element('h2', { class: 'question-text' }, 'Your questions are being chosen…'),
    element('p', { class: 'lead' }, 'This takes a few seconds. The first one will appear here by itself.'),
    element('div', { class: 'waiting', 'aria-hidden': 'true' }));
}

function finished(interview) {
  const done = element('button', { id: 'complete', class: 'primary', onclick: () => working(done, () => interview.command('complete')) }, 'Finish the interview');
  return element('div', { class: 'stack', role: 'status' },
    element('h2', { class: 'question-text' }, 'That was the last question'),
    element('p', { class: 'lead' }, 'Finish the interview to hand it in. Scores that are still being made will follow.'),
    element('div', { class: 'row' }, done));
}

function pauseButton(interview) {
  const button = element('button', { id: 'pause', class: 'quiet', onclick: () => working(button, () => interview.command('pause')) }, 'Pause');
  return button;
}

function endButton(interview) {
  const button = element('button', { id: 'complete', class: 'quiet', onclick: async () => {
    const yes = await ask({ title: 'End the interview here?', text: 'Questions that you have not answered stay unanswered. You cannot come back.', yes: 'End the interview', danger: true });
    if (yes) await working(button, () => interview.command('complete'));
  } }, 'End interview');
  return button;
}

function minutes(seconds) {
  if (seconds < 90) return `${seconds} seconds`;
  const count = Math.round(seconds / 60);
  return count === 1 ? 'a minute' : `${count} minutes`;
}
