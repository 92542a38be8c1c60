// The interview as this page knows it: the newest snapshot, readings and link state; and the commands that change it.
import { LiveLink } from './socket.js';
import { FrameStream } from './frame-stream.js';
import { draftOf, remember, remembered } from './memory.js';
import { uuid } from './shared/uuid.js';
import { VoiceService, transcriptOf } from './voice.js';

const POLL_EVERY = 5_000;
const FRESH_ATTEMPTS = 20;
const FRESH_WAIT = 250;
const OVER = ['COMPLETED', 'CANCELLED', 'EXPIRED', 'ERASED'];

/** Events: `change` (snapshot), `readings`, `link`, `told` (detail: a sentence from the server). */
export class Interview extends EventTarget {
  #poll = 0;

  /**
   * @param {import('./shared/api.js').Api} api
   * @param {object} config of the room
   * @param {object} snapshot
   */
  constructor(api, config, snapshot) {
    super();
    this.api = api;
    this.config = config;
    this.snapshot = snapshot;
    this.readings = null;
    this.link = new LiveLink(async () => (await api.send(`/api/v1/interviews/${this.id}/socket-ticket`, {})).ticket, this.id, uuid());
    this.voice = new VoiceService(api, config.audio_url || '');
    this.frames = new FrameStream(this.link, config);
    this.link.addEventListener('message', (event) => this.#receive(event.detail));
    this.link.addEventListener('state', () => this.#tell('link'));
  }

  /**
   * Reads the interview; one that has only just been started may take a moment to be there.
   * @param {import('./shared/api.js').Api} api @param {object} config @param {string} id @param {boolean} fresh
   */
  static async open(api, config, id, fresh) {
    for (let attempt = 0; ; attempt++) {
      try {
        return new Interview(api, config, await api.read(`/api/v1/interviews/${encodeURIComponent(id)}`));
      } catch (problem) {
        if (!fresh || problem.status !== 404 || attempt === FRESH_ATTEMPTS) throw problem;
        await new Promise((done) => setTimeout(done, FRESH_WAIT));
      }
    }
  }

  get id() {
    return this.snapshot.session_id;
  }

  get over() {
    return OVER.includes(this.snapshot.state);
  }

  /** True when nothing more will change. */
  get settled() {
    return this.over && (this.snapshot.evaluated || this.snapshot.state !== 'COMPLETED');
  }

  /** Whether the candidate has chosen once, whatever was withdrawn later. */
  get chosen() {
    const { consent } = this.snapshot;
    return Boolean(consent && (consent.given || consent.seq > 0)) || this.choice !== null;
  }

  get videoAllowed() {
    const { consent } = this.snapshot;
    return Boolean(consent?.given && consent.video);
  }

  get choice() {
    const here = remembered();
    return here?.id === this.id ? here.videoWanted : null;
  }

  set choice(videoWanted) {
    remember({ id: this.id, videoWanted });
  }

  /** Starts the live link, with reading again as its fallback. */
  live() {
    if (!this.over) this.link.connect();
    clearInterval(this.#poll);
    this.#poll = setInterval(() => {
      if (this.settled) clearInterval(this.#poll);
      else if (this.link.state !== 'superseded') this.refresh().catch(() => {});
    }, POLL_EVERY);
  }

  stop() {
    clearInterval(this.#poll);
    this.frames.stop();
    this.link.stop();
  }

  async refresh() {
    this.#take(await this.api.read(`/api/v1/interviews/${encodeURIComponent(this.id)}`));
  }

  /**
   * @param {string} name for example `pause`
   * @param {object} [body]
   * @param {string} [key] of the command, when it may be a repetition
   */
  async command(name, body = {}, key = uuid()) {
    try {
      const reply = await this.api.command(this.id, name, body, key);
      if (reply.session) this.#take(reply.session);
      else await this.refresh();
    } catch (problem) {
      if (problem.status === 409) await this.refresh().catch(() => {});
      throw problem;
    }
  }

  /** @param {boolean} video @param {string} textVersion the text that was shown */
  async consent(video, textVersion) {
    const before = this.choice;
    this.choice = video;
    try {
      await this.command('consent', { video, text_version: textVersion });
    } catch (problem) {
      this.choice = before;
      throw problem;
    }
  }

  /** The camera goes off at once, whatever the server says. */
  async withdraw() {
    this.frames.stop();
    this.choice = false;
    this.readings = null;
    this.#tell('readings');
    await this.command('consent', { withdraw: true });
  }

  /** @param {{id: string}} question @param {string} text */
  async answer(question, text) {
    const draft = draftOf(this.id, question.id);
    const kept = draft.load();
    const commandKey = kept.text === text && kept.commandKey ? kept.commandKey : uuid();
    draft.save({ ...kept, text, commandKey });
    await this.command('answers', { question_id: question.id, text, duration_ms: Math.max(0, Date.now() - kept.since), transcript: transcriptOf(kept.heard) }, commandKey);
    draft.clear();
  }

  #receive(message) {
    if (message.type === 'session') this.#take(message.data);
    else if (message.type === 'question') this.#patch({ current_question: message.data });
    else if (message.type === 'score') this.#score(message.data);
    else if (message.type === 'error') this.dispatchEvent(new CustomEvent('told', { detail: message.message }));
    else if (message.type === 'emotion_update' && (this.readings?.version ?? -1) < (message.data.version ?? 0) && this.frames.camera) {
      this.readings = message.data;
      this.#tell('readings');
    }
  }

  #score({ question_id: id, ...score }) {
    this.#patch({ questions: (this.snapshot.questions || []).map((question) => (question.id === id ? { ...question, ...score } : question)) });
  }

  #patch(part) {
    this.snapshot = { ...this.snapshot, ...part };
    this.#tell('change');
  }

  /** Older snapshots than the one known are late and say nothing new. */
  #take(snapshot) {
    if (!snapshot || snapshot.version < this.snapshot.version) return;
    this.snapshot = snapshot;
    if (this.over) this.frames.stop(false);
    this.#tell('change');
  }

  #tell(type) {
    this.dispatchEvent(new Event(type));
  }
}
