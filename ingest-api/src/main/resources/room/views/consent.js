import { element } from '../shared/dom.js';
import { working } from '../shared/notice.js';

/**
 * The consent text and the two equal ways. The text shown is the version that is sent with the choice.
 * @param {{interview: import('../interview.js').Interview, onChosen: () => void}} options
 */
export function consentView({ interview, onChosen }) {
  const place = element('section', { class: 'narrow wide stack', 'aria-live': 'polite' }, element('p', { class: 'empty' }, 'Loading the text…'));
  const load = () => working(null, async () => {
    const text = await consentText(interview);
    place.replaceChildren(...consent(text, interview, onChosen));
  });
  load().then(() => {
    if (!place.querySelector('h1')) place.append(element('div', { class: 'row' }, element('button', { onclick: load }, 'Load it again')));
  });
  return place;
}

/** @param {import('../interview.js').Interview} interview */
export function consentText(interview) {
  return interview.api.read(`/room/consent/${encodeURIComponent(interview.config.consent_text_version)}.json`);
}

function consent(text, interview, onChosen) {
  const choose = (video) => (event) => working(event.currentTarget, async () => {
    await interview.consent(video, text.version);
    onChosen();
  });
  return [
    element('div', { class: 'stack tight' },
      element('h1', {}, text.title),
      element('p', { class: 'lead' }, text.introduction)),
    element('div', { class: 'card stack consent-text' }, consentSections(text), expression(interview.snapshot.policy)),
    element('div', { class: 'ways' },
      way('With video', 'The camera runs along. You see your own picture and what is read from it.', 'Go on with video', choose(true)),
      way('Without video', 'The camera stays off. The questions, the time and the scoring are the same.', 'Go on without video', choose(false))),
    element('p', { class: 'hint' }, 'You can change this at any time during the interview. '
      + `Text version ${text.version}.`),
  ];
}

/** @param {{sections: {heading: string, points: string[]}[]}} text */
export function consentSections(text) {
  return text.sections.map((section) => element('div', { class: 'stack tight' },
    element('h2', {}, section.heading),
    element('ul', { class: 'points' }, section.points.map((point) => element('li', {}, point)))));
}

function expression(policy) {
  const said = {
    OFF: 'In this interview, facial expressions are not analysed.',
    PRACTICE: 'In this interview, facial expressions are estimated for you alone, as practice. Nobody else sees them, and no score uses them.',
    REVIEWER: 'In this interview, facial expressions are estimated, and the people who read the report can see them. No score uses them.',
  }[policy?.emotion || 'OFF'];
  return element('p', { class: 'aside' }, said);
}

function way(title, text, label, onclick) {
  return element('div', { class: 'card stack way' },
    element('h2', {}, title), element('p', {}, text),
    element('button', { onclick }, label));
}
