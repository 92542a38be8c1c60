import { element } from '../shared/dom.js';

/** What is special about a bank. @param {{built_in: boolean, retired: boolean, is_default?: boolean}} bank */
export function marks(bank) {
  return [
    bank.is_default && element('span', { class: 'pill good dot' }, 'default'),
    bank.built_in && element('span', { class: 'pill' }, 'built in'),
    bank.retired && element('span', { class: 'pill warn' }, 'retired'),
  ];
}
