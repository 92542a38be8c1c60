// What survives a reload of this tab, and nothing longer: which interview, what was written, since when.

const SESSION = 'colloquy.session';
const SET_UP = 'colloquy.set-up';

/**
 * @typedef {{id: string, videoWanted: boolean | null}} Remembered `videoWanted`: the choice in this tab, null before it
 */

/** @returns {Remembered | null} */
export function remembered() {
  return parse(read(SESSION));
}

/** @param {Remembered} session */
export function remember(session) {
  write(SESSION, JSON.stringify(session));
}

/** The set-up that came with a guest's link. @param {object} setUp */
export function rememberSetUp(setUp) {
  write(SET_UP, JSON.stringify(setUp));
}

/** @returns {object | null} */
export function rememberedSetUp() {
  return parse(read(SET_UP));
}

export function forget() {
  keys().filter((key) => key.startsWith('colloquy.')).forEach((key) => sessionStorage.removeItem(key));
}

/**
 * The draft of one answer: text, the key of its command (so that a repeated submit is done once), and since when it is written.
 * @param {string} session @param {string} question
 */
export function draftOf(session, question) {
  const key = `colloquy.draft.${session}.${question}`;
  return {
    /** @returns {{text: string, since: number, commandKey: string}} */
    load: () => ({ text: '', since: Date.now(), commandKey: '', ...parse(read(key)) }),
    /** @param {{text: string, since: number, commandKey: string}} draft @returns {boolean} whether it could be kept */
    save: (draft) => write(key, JSON.stringify(draft)),
    clear: () => sessionStorage.removeItem(key),
  };
}

function keys() {
  return Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) || '');
}

function read(key) {
  return sessionStorage.getItem(key) || 'null';
}

function write(key, value) {
  try {
    sessionStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
