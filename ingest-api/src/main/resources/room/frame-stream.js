// Camera → window → socket, at a fixed rate; a frame that does not fit now is skipped, never queued.
import { encodeFrame } from './frames.js';
import { SendWindow } from './send-window.js';
import { uuid } from './shared/uuid.js';

const SEND_AGAIN_AFTER = 2_000;
const GIVE_UP_AFTER = 10_000;

/** Sends the camera's pictures over the link while it runs. `change` is told whenever a count changes. */
export class FrameStream extends EventTarget {
  #timer = 0;
  #lastProgress = 0;
  #lastRepeat = 0;
  #paused = false;
  #earlier = 0;

  /**
   * @param {import('./socket.js').LiveLink} link
   * @param {{window: number, max_frame_bytes: number, frames_per_second: number}} config
   */
  constructor(link, config) {
    super();
    this.link = link;
    this.config = config;
    this.window = new SendWindow(config.window);
    this.skipped = 0;
    /** @type {import('./camera.js').Camera | null} */
    this.camera = null;
    /** Size of the last frame sent; face boxes are in its pixels. */
    this.size = { width: 640, height: 480 };
    link.addEventListener('message', (event) => this.#receive(event.detail));
  }

  get acknowledged() {
    return this.#earlier + this.window.acknowledged;
  }

  get paused() {
    return this.#paused;
  }

  /** While paused nothing is sent, not even again. */
  set paused(value) {
    if (this.#paused && !value) this.#lastProgress = Date.now();
    this.#paused = value;
  }

  /** @param {import('./camera.js').Camera} camera */
  start(camera) {
    this.camera = camera;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#tick(), 1000 / this.config.frames_per_second);
  }

  /**
   * Stops the camera and forgets what was not settled; the next start uses a stream of its own.
   * @param {boolean} [more] whether there may be a next start; at the end the link is only listened to
   */
  stop(more = true) {
    clearInterval(this.#timer);
    if (!this.camera) return;
    this.camera.stop();
    this.camera = null;
    this.#earlier += this.window.acknowledged;
    this.window = new SendWindow(this.config.window);
    this.link.stream = uuid();
    if (more && this.link.state === 'open') this.link.connect();
  }

  async #tick() {
    if (this.#paused || !this.camera) return;
    this.#sendAgain();
    if (!this.link.clear || this.window.full) {
      this.skipped += 1;
      return;
    }
    const picture = await this.camera.capture(this.config.max_frame_bytes);
    if (!picture || !this.camera || this.#paused || !this.link.clear || this.window.full) return;
    this.size = { width: picture.width, height: picture.height };
    const stream = this.link.stream;
    if (this.window.unsettled.size === 0) this.#lastProgress = Date.now();
    this.link.send(this.window.take((seq) => encodeFrame({ stream, seq, ...picture })));
  }

  /** A frame that the server could not store in time is not settled: it has to come again. */
  #sendAgain() {
    const now = Date.now();
    if (!this.link.clear || this.window.unsettled.size === 0) return;
    if (now - this.#lastProgress > GIVE_UP_AFTER) {
      this.#lastProgress = now;
      this.link.connect();
    } else if (now - Math.max(this.#lastProgress, this.#lastRepeat) > SEND_AGAIN_AFTER) {
      this.#resend();
    }
  }

  #resend() {
    if (this.#paused) return;
    this.window.pending().forEach((message) => this.link.send(message));
    this.#lastRepeat = Date.now();
  }

  #receive(message) {
    if (message.stream !== this.link.stream) return;
    if (message.type === 'welcome') {
      this.window.settle(message.settled);
      this.#lastProgress = Date.now();
      this.#resend();
    } else if (message.type === 'ack') {
      this.window.settle(message.seq, message.refused);
      this.#lastProgress = Date.now();
    } else return;
    this.dispatchEvent(new Event('change'));
  }
}
