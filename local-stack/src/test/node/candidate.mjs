// A candidate without a browser, through the public API.
import { randomUUID } from 'node:crypto';
import { until } from './browser.mjs';
import { step } from './script.mjs';

export class Candidate {
  /** @param {string} ingest root of the public API */
  constructor(ingest) {
    this.ingest = ingest;
  }

  async signIn(signIn) {
    this.token = (await this.#send('/api/v1/auth/login', signIn)).access_token;
  }

  async start(job, questions) {
    const setUp = { job_title: job, candidate_name: 'Ada', question_count: questions, recruitment: false };
    this.session = (await this.#send('/api/v1/interviews/start', setUp)).session_id;
    await this.command('consent', { video: false, text_version: '2' });
  }

  /** @param {(text: string, position: number) => string} say */
  async answer(position, say) {
    step(`the candidate answers question ${position}`);
    const question = await until(`question ${position}`, async () => (await this.#read()).current_question, (now) => now?.position === position);
    await this.command('answers', { question_id: question.id, text: say(question.text, position) });
  }

  command(name, body = {}) {
    return this.#send(`/api/v1/interviews/${this.session}/${name}`, body);
  }

  #read() {
    return this.#call('GET', `/api/v1/interviews/${this.session}`);
  }

  #send(path, body) {
    return this.#call('POST', path, body, randomUUID());
  }

  /** What may pass is tried again under the same key: a command that is still pending, a server that is busy. */
  async #call(method, path, body, key) {
    const headers = { 'content-type': 'application/json', ...(this.token && { authorization: `Bearer ${this.token}` }), ...(key && { 'idempotency-key': key }) };
    const request = { method, headers, body: body && JSON.stringify(body) };
    const reply = await until(`${method} ${path} to be done`, () => fetch(this.ingest + path, request), ({ status }) => status !== 202 && status < 500 && !(method === 'GET' && status === 404));
    if (!reply.ok) throw new Error(`Expected ${method} ${path} to succeed, but got ${reply.status}: ${await reply.text()}`);
    return reply.json();
  }
}
