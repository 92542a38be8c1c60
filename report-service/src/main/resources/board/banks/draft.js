import { contentOf, freshId } from './content.js';

/** Changes of a bank that are not saved yet; they know the version that they are based on. Tells `changed`. */
export class Draft extends EventTarget {
  #name;

  /** @param {import('./service.js').Bank} bank */
  constructor(bank) {
    super();
    this.version = bank.version;
    this.content = structuredClone(contentOf(bank));
    this.#name = bank.name;
    this.entries = this.content.questions.map((question) => ({ question, before: JSON.stringify(question), removed: false }));
  }

  /** How many questions, and the name, are not as they were. */
  get changes() {
    const touched = this.entries.filter(({ question, before, removed }) =>
      (before === null ? !removed : removed || JSON.stringify(question) !== before));
    return touched.length + (this.content.name === this.#name ? 0 : 1);
  }

  /** A question with nothing said yet. @param {string} family */
  add(family) {
    const question = { id: freshId(this.entries.map((entry) => entry.question), family), family, kind: 'TECHNICAL', difficulty: 3, text: '',
      weight: 1, seconds: 120, expected_points: [] };
    const entry = { question, before: null, removed: false };
    this.entries.push(entry);
    this.touch();
    return entry;
  }

  /** As it would be saved; entries that are kept stand in the order of its questions. */
  whole() {
    return { ...this.content, questions: this.kept().map(({ question }) => question) };
  }

  kept() {
    return this.entries.filter(({ removed }) => !removed);
  }

  touch() {
    this.dispatchEvent(new Event('changed'));
  }
}
