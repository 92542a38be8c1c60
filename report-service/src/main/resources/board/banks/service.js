// The question banks' endpoints of answer-evaluator.

/**
 * @typedef {{phrase: string, synonyms?: string[]}} Point
 * @typedef {{id: string, family: string, kind: string, difficulty: number | null, text: string, weight: number | null, seconds: number | null, expected_points: Point[]}} Question
 * @typedef {{name: string, language: string, families: {family: string, job_terms?: string[], job_hints?: string[]}[], questions: Question[]}} Content
 * @typedef {Content & {id: string, version: string, current_version: string, built_in: boolean, retired: boolean}} Bank
 */

export class Banks {
  /** @param {import('../shared/api.js').Api} api @param {string} root of answer-evaluator, '' for this origin */
  constructor(api, root) {
    this.api = api;
    this.root = root;
  }

  /** Also retired and built-in ones. @returns {Promise<object[]>} */
  async list() {
    return (await this.#call('')).banks;
  }

  /** @param {string} id @param {string | null} [version] the current one by default @returns {Promise<Bank>} */
  read(id, version) {
    return this.#call(`/${encodeURIComponent(id)}`, { query: { version } });
  }

  /** The latest saved first; built-in banks have none. @param {string} id @returns {Promise<object[]>} */
  async versions(id) {
    return (await this.#call(`/${encodeURIComponent(id)}/versions`)).versions;
  }

  /** @param {Content} content of a new bank */
  create(content) {
    return this.#call('', { method: 'POST', body: content });
  }

  /** @param {string} id @param {string} version that the change is based on @param {Content} content */
  save(id, version, content) {
    return this.#call(`/${encodeURIComponent(id)}`, { method: 'PUT', body: content, headers: based(version) });
  }

  /** @param {string} id @param {string} version that is to be retired */
  retire(id, version) {
    return this.#call(`/${encodeURIComponent(id)}`, { method: 'DELETE', headers: based(version) });
  }

  /**
   * A table or JSON, whatever the file is called.
   * @param {Blob} file
   * @param {{id?: string, version?: string, name?: string, language?: string}} about `version` makes it a new version of `id`;
   *   name and language are for tables that do not say them
   */
  async take(file, { id, version, name, language }) {
    const json = (await file.slice(0, 64).text()).trimStart().startsWith('{');
    const headers = { 'Content-Type': json ? 'application/json' : 'text/csv', ...(version ? based(version) : {}) };
    return this.#call('/import', { method: 'POST', file, headers, query: { bank_id: id, name, language } });
  }

  /** @param {string} id @param {string} version @param {'csv' | 'json'} format @returns {Promise<Blob>} */
  async file(id, version, format) {
    return (await this.#call(`/${encodeURIComponent(id)}/export`, { query: { version, format }, stream: true })).blob();
  }

  #call(path, { query = {}, ...options } = {}) {
    const said = String(new URLSearchParams(Object.entries(query).filter(([, value]) => value)));
    return this.api.at(this.root, `/api/v1/banks${path}${said && `?${said}`}`, options);
  }
}

function based(version) {
  return { 'If-Match': `"${version}"` };
}
