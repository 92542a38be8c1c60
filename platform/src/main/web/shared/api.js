// Requests with the access token, which lives in memory only; the refresh token is an httpOnly cookie that no script sees.
import { Problem } from './problem.js';
import { uuid } from './uuid.js';

/**
 * @typedef {{id: string, organisation_id: string, role: string, name: string}} User
 * @typedef {{method?: string, body?: unknown, headers?: Record<string, string>, base?: string, signal?: AbortSignal, stream?: boolean}} Options
 */

/** The two servers behind one object: `issuer` signs in and takes commands, `reader` answers reads (often the same). */
export class Api extends EventTarget {
  /**
   * @param {string} issuer base address of ingest-api, '' for this origin
   * @param {string} [reader] base address of the reads
   */
  constructor(issuer = '', reader = '') {
    super();
    this.issuer = issuer;
    this.reader = reader;
    /** @type {User | null} */
    this.user = null;
    this.token = '';
  }

  /** @param {string} email @param {string} password */
  signIn(email, password) {
    return this.#enter('/api/v1/auth/login', { email, password });
  }

  /** @param {string} token of a guest link; @returns {Promise<{interview: object}>} */
  redeem(token) {
    return this.#enter('/api/v1/guest/redeem', { token });
  }

  /**
   * A new access token from the cookie. One tab at a time: a refresh token is good for one use.
   * @returns {Promise<boolean>} false when there is no sign-in to go on with
   */
  async restore() {
    const stale = this.token;
    const renew = () => (this.token === stale ? this.#enter('/api/v1/auth/refresh', {}) : undefined);
    try {
      await (navigator.locks ? navigator.locks.request('colloquy-refresh', renew) : renew());
      return true;
    } catch (problem) {
      if (problem instanceof Problem && !problem.passing) return false;
      throw problem;
    }
  }

  async signOut() {
    try {
      await this.send('/api/v1/auth/logout', {});
    } finally {
      this.token = '';
      this.user = null;
    }
  }

  /** @param {string} path @param {AbortSignal} [signal] */
  read(path, signal) {
    return this.#call(path, { base: this.reader, signal });
  }

  /** @param {string} path @param {unknown} body @param {string} [key] of a command that must be done once only */
  send(path, body, key) {
    return this.#call(path, { method: 'POST', body, base: this.issuer, headers: key ? { 'Idempotency-Key': key } : {} });
  }

  /**
   * A command: the key makes it safe to send again, so that passing failures are tried three times.
   * @param {string} session @param {string} name @param {unknown} body @param {string} [key]
   */
  async command(session, name, body = {}, key = uuid()) {
    const path = `/api/v1/interviews/${encodeURIComponent(session)}/${name}`;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#call(path, { method: 'POST', body, base: this.issuer, headers: { 'Idempotency-Key': key } });
      } catch (problem) {
        if (!problem.passing || attempt === 2) throw problem;
        const wait = problem.retryAfter * 1000 || 400 * 2 ** attempt * (0.5 + Math.random());
        await new Promise((done) => setTimeout(done, Math.min(wait, 5000)));
      }
    }
  }

  /** A file as it is; its name stays here. @param {string} path @param {Blob} file @param {string} type @param {AbortSignal} [signal] */
  upload(path, file, type, signal) {
    return this.#call(path, { method: 'POST', file, base: this.issuer, signal, headers: { 'Content-Type': type } });
  }

  /** A request to another service's root, '' for this origin. @param {string} base @param {string} path @param {Options} [options] */
  at(base, path, options = {}) {
    return this.#call(path, { ...options, base });
  }

  /** The raw reply, for streams. @param {string} path @param {AbortSignal} signal */
  open(path, signal) {
    return this.#call(path, { base: this.reader, signal, stream: true, headers: { Accept: 'text/event-stream' } });
  }

  /** What the access token says, for example `session` of a guest. Not verified: the server does that. */
  claims() {
    try {
      const part = this.token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
      return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (c) => c.charCodeAt(0))));
    } catch {
      return {};
    }
  }

  async #enter(path, body) {
    const reply = await request(this.issuer + path, { method: 'POST', body });
    this.token = reply.access_token;
    this.user = reply.user;
    return reply;
  }

  async #call(path, options) {
    const used = this.token;
    const once = () => request((options.base || '') + path, { ...options, token: this.token });
    try {
      return await once();
    } catch (problem) {
      if (problem.status !== 401) throw problem;
      if (this.token === used && !(await this.restore())) {
        this.dispatchEvent(new Event('signed-out'));
        throw problem;
      }
      return once();
    }
  }
}

async function request(url, { method = 'GET', body, file, headers = {}, token, signal, stream }) {
  const all = { Accept: 'application/json', ...headers };
  if (body !== undefined) all['Content-Type'] = 'application/json';
  if (token) all.Authorization = `Bearer ${token}`;
  let response;
  try {
    response = await fetch(url, { method, headers: all, signal, credentials: 'include', cache: 'no-store',
      body: body === undefined ? file : JSON.stringify(body) });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0);
  }
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})), Number(response.headers.get('Retry-After')) || 0);
  }
  if (stream) return response;
  return response.status === 204 ? {} : response.json().catch(() => ({}));
}
