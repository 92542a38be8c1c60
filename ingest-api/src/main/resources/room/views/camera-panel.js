import { drawing, element, fill, setText } from '../shared/dom.js';
import { ask } from '../shared/ask.js';
import { working } from '../shared/notice.js';
import { Camera, cameraProblem } from '../camera.js';
import { consentSections, consentText } from './consent.js';

/**
 * The candidate's own picture and what has become of the frames; or why there is none, and the way on without it.
 * @param {import('../interview.js').Interview} interview
 */
export function cameraPanel(interview) {
  const stage = element('div', { class: 'stage' });
  const problem = element('div', { class: 'stack tight', role: 'alert' });
  const counts = element('p', { class: 'hint number', id: 'frames' });
  const view = element('section', { class: 'card stack camera', 'aria-label': 'Camera' }, stage, problem, counts);
  let starting = false;
  let blocked = false;

  async function begin() {
    if (starting || interview.frames.camera || !interview.videoAllowed) return;
    starting = true;
    blocked = false;
    fill(problem);
    try {
      const camera = await Camera.start(lost);
      if (!interview.videoAllowed || interview.over) camera.stop();
      else interview.frames.start(camera);
    } catch (error) {
      refused(cameraProblem(error));
    } finally {
      starting = false;
      update();
    }
  }

  function stop() {
    interview.frames.stop();
    update();
  }

  function lost() {
    stop();
    refused('The camera has stopped. It may have been unplugged, or its permission was taken back.');
  }

  function refused(words) {
    blocked = true;
    fill(problem, element('p', {}, words), element('div', { class: 'row' },
      element('button', { class: 'small', onclick: begin }, 'Try the camera again'),
      element('button', { class: 'small', onclick: (event) => working(event.currentTarget, withoutVideo) }, 'Go on without video')));
    update();
  }

  async function withoutVideo() {
    await interview.consent(false, interview.config.consent_text_version);
    blocked = false;
    fill(problem);
    update();
  }

  async function turnOn() {
    const text = await consentText(interview);
    const yes = await ask({ title: 'Turn the camera on?', text: element('div', { class: 'stack' }, consentSections(text)), yes: 'Go on with video', no: 'Stay without video' });
    if (!yes) return;
    await interview.consent(true, text.version);
    await begin();
  }

  function update() {
    const { camera, acknowledged, window } = interview.frames;
    if (camera && stage.firstChild !== camera.video) fill(stage, camera.video, faceFrame(interview), element('span', { class: 'pill dot live' }));
    if (!camera) fill(stage, off(interview, turnOn, begin, blocked || starting));
    const live = stage.querySelector('.live');
    const paused = interview.snapshot.state === 'PAUSED';
    if (live) {
      setText(live, paused ? 'Paused, nothing is sent' : 'Video is on');
      live.classList.toggle('good', !paused);
    }
    counts.hidden = !camera && acknowledged === 0;
    setText(counts, `${acknowledged} ${acknowledged === 1 ? 'picture' : 'pictures'} acknowledged`
      + (window.refused ? `, ${window.refused} not taken` : ''));
  }

  /** The camera starts by itself once, as soon as the consent given in this tab is in force; that may be after this view is shown. */
  let begun = false;
  function follow() {
    if (!begun && interview.choice && interview.videoAllowed) {
      begun = true;
      begin();
    }
    update();
  }

  interview.frames.addEventListener('change', update);
  interview.addEventListener('change', follow);
  follow();
  return { view, begin, stop };
}

function off(interview, turnOn, begin, quiet) {
  const again = interview.videoAllowed ? begin : () => working(null, turnOn);
  return element('div', { class: 'camera-off stack tight' },
    element('p', {}, 'The camera is off'),
    !quiet && element('p', { class: 'hint' }, interview.videoAllowed ? 'You agreed to video for this interview.' : 'The interview counts the same without it.'),
    !quiet && !interview.over && element('button', { class: 'small', onclick: again }, 'Turn the camera on'));
}

/** The box that the server found, drawn over the preview in the frame's own pixels. */
function faceFrame(interview) {
  const box = drawing('rect', { class: 'face', rx: 10, visibility: 'hidden' });
  const view = drawing('svg', { class: 'overlay', 'aria-hidden': 'true' }, box);
  const update = () => {
    const face = interview.readings?.face;
    const { width, height } = interview.frames.size;
    view.setAttribute('viewBox', `0 0 ${width} ${height}`);
    box.setAttribute('visibility', face ? 'visible' : 'hidden');
    if (face) for (const key of ['x', 'y', 'width', 'height']) box.setAttribute(key, face[key]);
  };
  interview.addEventListener('readings', update);
  update();
  return view;
}
