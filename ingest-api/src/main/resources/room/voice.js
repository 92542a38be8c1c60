// Speech to text and text to speech, where they are configured, and the microphone.

/** Formats by preference; Safari records MP4 alone. */
const TYPES = ['audio/webm;codecs=opus', 'audio/webm', 'audio/ogg;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4'];
const BITS_PER_SECOND = 32_000;
/** Milliseconds; far below the largest recording that is taken. */
export const LONGEST = 5 * 60_000;

const IN_WORDS = {
  NotAllowedError: 'The browser has not allowed the microphone for this page. You can allow it in the address bar and try again, or type your answer.',
  NotFoundError: 'No microphone was found. Connect one and try again, or type your answer.',
  NotReadableError: 'The microphone is there, but it could not be started: another program may be using it. Try again, or type your answer.',
};

/** @param {unknown} error what starting a recording threw @returns {string} */
export function microphoneProblem(error) {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return IN_WORDS[name] || 'The microphone could not be started. Try again, or type your answer.';
}

/** @typedef {{text: string, confidence: number | null, language: string | null, provider: string, model: string, duration: number}} Heard */

/** The service that hears and speaks. */
export class VoiceService {
  /** @type {Promise<object> | null} */
  #offer = null;

  /** @param {import('./shared/api.js').Api} api @param {string} base root of the service, '' for this origin */
  constructor(api, base) {
    this.api = api;
    this.base = base;
  }

  /** What is configured; asked once, unless that fails. @returns {Promise<{transcription: object | null, speech: object | null}>} */
  offer() {
    this.#offer ||= this.api.at(this.base, '/api/v1/audio').catch((problem) => {
      this.#offer = null;
      throw problem;
    });
    return this.#offer;
  }

  /** @param {Blob} recording @param {string} language @returns {Promise<Heard>} */
  transcribe(recording, language) {
    return this.api.at(this.base, `/api/v1/audio/stt?language=${encodeURIComponent(language)}`,
      { method: 'POST', file: recording, headers: { 'Content-Type': recording.type } });
  }

  /** @param {string} text @param {string} language @returns {Promise<{audio: Blob, provider: string}>} */
  async speak(text, language) {
    const response = await this.api.at(this.base, '/api/v1/audio/tts', { method: 'POST', body: { text, language }, stream: true });
    return { audio: await response.blob(), provider: response.headers.get('X-Provider') || '' };
  }
}

/** A recording under way. Its microphone is on from `start` to `stop` or `discard`, and never else. */
export class Recorder {
  #parts = [];
  #started = Date.now();

  /** @param {MediaStream} media @param {() => void} onLost the microphone has stopped by itself */
  constructor(media, onLost) {
    this.media = media;
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.recorder = new MediaRecorder(media, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    this.recorder.addEventListener('dataavailable', (event) => event.data.size && this.#parts.push(event.data));
    media.getAudioTracks().forEach((track) => track.addEventListener('ended', onLost));
    this.recorder.start(1_000);
  }

  static get possible() {
    return Boolean(navigator.mediaDevices && window.MediaRecorder && TYPES.some((type) => MediaRecorder.isTypeSupported(type)));
  }

  /** @param {() => void} onLost @returns {Promise<Recorder>} */
  static async start(onLost) {
    return new Recorder(await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true }, video: false }), onLost);
  }

  /** Milliseconds so far. */
  get elapsed() {
    return Date.now() - this.#started;
  }

  /** @returns {Promise<{audio: Blob, ms: number}>} */
  async stop() {
    const ms = this.elapsed;
    if (this.recorder.state !== 'inactive') {
      await new Promise((done) => {
        this.recorder.addEventListener('stop', done, { once: true });
        this.recorder.stop();
      });
    }
    this.#off();
    return { audio: new Blob(this.#parts, { type: this.recorder.mimeType }), ms };
  }

  discard() {
    if (this.recorder.state !== 'inactive') this.recorder.stop();
    this.#off();
    this.#parts = [];
  }

  #off() {
    this.media.getTracks().forEach((track) => track.stop());
  }
}

/**
 * Several recordings of one answer as one transcript, as it came; null when there is none.
 * @param {(Heard & {audio_ms: number})[]} pieces
 */
export function transcriptOf(pieces) {
  if (!pieces?.length) return null;
  const sum = (of) => pieces.reduce((total, piece) => total + of(piece), 0);
  const names = (key) => [...new Set(pieces.map((piece) => piece[key]))].join(', ');
  const sure = pieces.every(({ confidence }) => typeof confidence === 'number');
  return {
    text: pieces.map(({ text }) => text).join('\n'),
    confidence: sure ? sum(({ confidence, audio_ms: ms }) => confidence * Math.max(ms, 1)) / sum(({ audio_ms: ms }) => Math.max(ms, 1)) : null,
    provider: names('provider'),
    model: names('model'),
    language: pieces.at(-1).language,
    audio_ms: sum(({ audio_ms: ms }) => ms),
  };
}
