import { element, setText } from '../shared/dom.js';
import { ask } from '../shared/ask.js';
import { working } from '../shared/notice.js';

/** Says how much is not saved; there while something is not. @param {{draft: import('./draft.js').Draft, save: () => Promise<void> | false, discard: () => void}} options */
export function saveBar({ draft, save, discard }) {
  const said = element('span', { role: 'status' });
  const button = element('button', { id: 'save', class: 'primary small', onclick: () => working(button, async () => save()) }, 'Save as a new version');
  const bar = element('div', { class: 'save-bar card row apart' }, said,
    element('div', { class: 'row' },
      element('button', { class: 'quiet small', onclick: async () => {
        if (await ask({ title: 'Drop the changes?', text: 'What you changed since the last version is lost.', yes: 'Drop them', danger: true })) discard();
      } }, 'Discard'), button));
  const tell = () => {
    const { changes } = draft;
    bar.hidden = changes === 0;
    setText(said, changes === 0 ? '' : changes === 1 ? 'One change is not saved yet' : `${changes} changes are not saved yet`);
  };
  draft.addEventListener('changed', tell);
  tell();
  return bar;
}
