// States, outcomes and times as people say them.
import { element } from './shared/dom.js';

export const STATES = {
  PLANNING: ['', 'being prepared'],
  IN_PROGRESS: ['good', 'in progress'],
  PAUSED: ['warn', 'paused'],
  COMPLETED: ['', 'completed'],
  CANCELLED: ['', 'cancelled'],
  EXPIRED: ['warn', 'expired'],
  ERASED: ['', 'erased'],
};
const OUTCOMES = { SCORED: ['', 'scored'], NOT_GRADABLE: ['warn', 'not gradable'], NEEDS_HUMAN: ['warn', 'needs a person'] };

/** @param {string} state */
export function stateMark(state) {
  const [look, text] = STATES[state] || ['', String(state).toLowerCase()];
  return element('span', { class: `pill dot ${look}` }, text);
}

/** @param {string} outcome */
export function outcomeMark(outcome) {
  const [look, text] = OUTCOMES[outcome] || ['', String(outcome).toLowerCase()];
  return element('span', { class: `pill ${look}` }, text);
}

/** Rounded as the printed report does: 8.85 is 8.9. @param {number | null | undefined} overall 0 to 10 */
export function score(overall) {
  return typeof overall === 'number' ? (Math.round(overall * 10) / 10).toFixed(1) : '–';
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** @param {string | null} iso */
export function moment(iso) {
  return iso ? element('time', { datetime: iso, title: iso }, DAY.format(new Date(iso))) : '–';
}

/** @param {string | null} iso */
export function clock(iso) {
  return iso ? element('time', { datetime: iso, title: iso }, CLOCK.format(new Date(iso))) : '–';
}

/** @param {number} milliseconds */
export function duration(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** A name from the log in plain words: `DISTRIBUTED_SYSTEMS`, `AnswerScored`. @param {string | null} name */
export function plain(name) {
  return String(name || '').replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
}
