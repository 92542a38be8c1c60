import { element, setText } from '../shared/dom.js';

/**
 * A button that reads the question aloud: by a provider of speech where there is one, else by the browser itself. Never without
 * being asked.
 * @param {import('../interview.js').Interview} interview @param {string} text
 */
export function readAloud(interview, text) {
  const language = interview.snapshot.language || 'en';
  const button = element('button', { type: 'button', class: 'small', id: 'read-aloud', onclick: () => (reading ? stop() : start()) }, 'Read aloud');
  const news = element('span', { class: 'hint', role: 'status' });
  const own = 'speechSynthesis' in window;
  let reading = null;

  async function start() {
    const mine = {};
    reading = mine;
    setText(button, 'Stop reading');
    setText(news, '');
    const { speech } = await interview.voice.offer().catch(() => ({ speech: null }));
    if (reading !== mine) return;
    if (!speech) return byBrowser(mine, '');
    try {
      const { audio, provider } = await interview.voice.speak(text, language);
      if (reading === mine) await byProvider(mine, audio, provider);
    } catch {
      if (reading === mine) byBrowser(mine, `${speech.providers[0]} could not read it; `);
    }
  }

  async function byProvider(mine, audio, provider) {
    mine.url = URL.createObjectURL(audio);
    mine.player = new Audio(mine.url);
    mine.player.addEventListener('ended', () => reading === mine && stop());
    setText(news, `Read by ${provider}`);
    await mine.player.play();
  }

  function byBrowser(mine, before) {
    if (!own) {
      stop();
      return setText(news, before ? `${before}this browser cannot read aloud.` : 'This browser cannot read aloud.');
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    utterance.onend = () => reading === mine && stop();
    utterance.onerror = () => reading === mine && stop();
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
    return setText(news, before ? `${before}read by this browser` : 'Read by this browser');
  }

  function stop() {
    const ended = reading;
    reading = null;
    setText(button, 'Read aloud');
    setText(news, '');
    if (own) speechSynthesis.cancel();
    ended?.player?.pause();
    if (ended?.url) URL.revokeObjectURL(ended.url);
  }

  return { view: element('div', { class: 'row aloud' }, button, news), leave: () => reading && stop() };
}
