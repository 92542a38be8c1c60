import { element, setText } from '../shared/dom.js';
import { showNews, working } from '../shared/notice.js';

/**
 * The button that takes consent back: one click, no question asked, also after the end.
 * @param {import('../interview.js').Interview} interview
 */
export function withdrawal(interview) {
  const button = element('button', { id: 'withdraw', class: 'danger small', onclick: () => working(button, async () => {
    await interview.withdraw();
    showNews('Your consent is withdrawn. No more pictures are processed.' + (interview.over ? '' : ' The interview goes on without video.'));
  }).then(() => update()) }, 'Withdraw consent');
  const update = () => {
    const given = Boolean(interview.snapshot.consent?.given);
    button.disabled = !given;
    setText(button, given ? 'Withdraw consent' : 'Consent withdrawn');
  };
  interview.addEventListener('change', update);
  update();
  return button;
}
