import { element } from '../shared/dom.js';
import { moment } from '../words.js';

/** @param {string} id @param {string} shown the version on this page @param {object[]} versions */
export function versionList(id, shown, versions) {
  return element('details', { id: 'versions' },
    element('summary', {}, versions.length === 1 ? 'One version' : `${versions.length} versions`),
    element('ol', { class: 'versions' }, versions.map(({ version, current, question_count: count, saved_at: at }) => element('li', { class: 'row' },
      version === shown ? element('code', { 'aria-current': 'true' }, version)
        : element('a', { href: address(id, version, current) }, element('code', {}, version)),
      moment(at), element('span', { class: 'hint' }, `${count} questions`), current && element('span', { class: 'pill good' }, 'current')))));
}

function address(id, version, current) {
  return `banks.html?${new URLSearchParams(current ? { id } : { id, version })}`;
}
