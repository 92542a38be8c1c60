import { element } from '../shared/dom.js';
import { plain } from '../words.js';

/**
 * Who planned the questions, and who was to.
 * @param {{planned_by?: object | null}} report
 */
export function plannedBy({ planned_by: by }) {
  if (!by) return null;
  const noticed = (by.findings || []).map(plain).join(', ');
  return element('div', { class: 'stack tight', id: 'planned-by' },
    (by.fallbacks || []).map(({ provider, reason }) => element('p', { class: 'hint fallback' },
      element('span', { class: 'pill warn' }, 'fallback'), ` ${provider} was to plan the questions, but did not (${plain(reason)}).`)),
    noticed && element('p', { class: 'hint' }, element('span', { class: 'pill bad' }, 'noticed'), ` ${noticed}, in CV or job description; no model was asked.`),
    element('p', { class: 'hint' }, `Questions planned ${who(by)}${by.repaired ? ', asked twice' : ''}.`));
}

/** Questions that were planned to be asked in another's place, and were not. @param {{reserves?: object[]}} report */
export function reserves({ reserves: list = [] }) {
  if (list.length === 0) return null;
  return element('details', { id: 'reserves', class: 'card' },
    element('summary', {}, `${list.length} ${list.length === 1 ? 'question' : 'questions'} in reserve, not asked`),
    element('ul', {}, list.map(({ text, kind, difficulty }) =>
      element('li', {}, text, ' ', element('span', { class: 'hint' }, `${plain(kind)}, difficulty ${difficulty} of 5`)))));
}

/** @param {{planner: string, model?: string | null, version: string}} by */
export function who({ planner, model, version }) {
  if (model) return `by ${planner} (${model}), prompt ${version}`;
  return planner === 'built-in-bank' ? 'from the built-in bank' : `from the bank ${planner}`;
}
