// The live link to the server: connects, says hello, passes messages on, and comes back by itself.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const PING_EVERY = 20_000;
export const MAX_BUFFERED = 1024 * 1024;
const Close = { SUPERSEDED: 4001, SESSION_OVER: 4003 };

/**
 * How long to wait before the n-th attempt: doubling, up to 15 s, half of it by chance so that clients spread.
 * @param {number} attempt from 0
 * @param {() => number} [random]
 */
export function backoff(attempt, random = Math.random) {
  const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
  return most / 2 + (most / 2) * random();
}

/**
 * Events: `message` (detail: the parsed JSON), `state` (detail: `connecting`, `open`, `waiting`, `superseded`, `over`, `stopped`).
 * `open` is told after the server's welcome, not before.
 */
export class LiveLink extends EventTarget {
  #attempt = 0;
  #timer = 0;
  #ping = 0;
  /** @type {WebSocket | null} */
  #socket = null;
  #generation = 0;

  /** @param {() => Promise<string>} ticket @param {string} session @param {string} stream */
  constructor(ticket, session, stream) {
    super();
    this.ticket = ticket;
    this.session = session;
    this.stream = stream;
    this.state = 'stopped';
    window.addEventListener('online', () => this.state === 'waiting' && this.connect());
  }

  async connect() {
    const generation = this.#drop();
    this.#tell('connecting');
    try {
      const ticket = await this.ticket();
      if (generation === this.#generation) this.#open(ticket, generation);
    } catch (problem) {
      if (generation !== this.#generation) return;
      if (problem.status === 409 || problem.status === 410) this.#tell('over');
      else if ([401, 403, 404].includes(problem.status)) this.#tell('stopped');
      else this.#later();
    }
  }

  /** Connects anew under another stream: what was unsettled in the old one is given up. @param {string} stream */
  restart(stream) {
    this.stream = stream;
    this.#attempt = 0;
    return this.connect();
  }

  stop() {
    this.#drop();
    this.#tell('stopped');
  }

  /** True when a frame may go out without queueing in the browser. */
  get clear() {
    return this.state === 'open' && this.#socket !== null && this.#socket.bufferedAmount <= MAX_BUFFERED;
  }

  /** @param {Uint8Array | string} message */
  send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(message);
  }

  #open(ticket, generation) {
    const address = new URL(`/ws/interviews/${this.session}`, location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    address.searchParams.set('ticket', ticket);
    const socket = new WebSocket(address);
    this.#socket = socket;
    const mine = () => generation === this.#generation;
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', stream: this.stream }));
    socket.onmessage = (event) => mine() && this.#receive(event.data);
    socket.onclose = (event) => mine() && this.#closed(event.code);
    this.#ping = setInterval(() => this.send('{"type":"ping"}'), PING_EVERY);
  }

  #receive(text) {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    if (message.type === 'superseded') {
      this.#drop();
      this.#tell('superseded');
      return;
    }
    this.dispatchEvent(new CustomEvent('message', { detail: message }));
    if (message.type === 'welcome') {
      this.#attempt = 0;
      this.#tell('open');
    }
  }

  #closed(code) {
    this.#drop();
    if (code === Close.SUPERSEDED) this.#tell('superseded');
    else if (code === Close.SESSION_OVER) this.#tell('over');
    else this.#later();
  }

  #later() {
    this.#tell('waiting');
    this.#timer = setTimeout(() => this.connect(), backoff(this.#attempt++));
  }

  /** Lets go of the present socket; late events of it are not ours any more. */
  #drop() {
    clearTimeout(this.#timer);
    clearInterval(this.#ping);
    const socket = this.#socket;
    this.#socket = null;
    this.#generation += 1;
    socket?.close();
    return this.#generation;
  }

  #tell(state) {
    this.state = state;
    this.dispatchEvent(new CustomEvent('state', { detail: state }));
  }
}
