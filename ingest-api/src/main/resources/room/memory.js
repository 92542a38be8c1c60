// What survives a reload of this tab: which interview, what was written, since when. Beyond the tab, this browser remembers
// only the id of the interview that somebody has open, so that a closed tab or a crash does not lose it.

const SESSION = 'colloquy.session';
const SET_UP = 'colloquy.set-up';
const OPEN = 'colloquy.open';

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

/** The interview that this person has open in this browser, in whatever tab. @param {string} user @returns {string | null} */
export function openOf(user) {
  const open = parse(localStorage.getItem(OPEN) || 'null');
  return open?.user === user ? open.id : null;
}

/** @param {string} user @param {string} id */
export function rememberOpen(user, id) {
  write(OPEN, JSON.stringify({ user, id }), localStorage);
}

export function forgetOpen() {
  localStorage.removeItem(OPEN);
}

export function forget() {
  forgetOpen();
  keys().filter((key) => key.startsWith('colloquy.')).forEach((key) => sessionStorage.removeItem(key));
}

/**
 * The draft of one answer: text, what was heard of it as it came, whether a recording is under way, the key of its command (so that a repeated submit is done once), and since when it is written.
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

function write(key, value, store = sessionStorage) {
  try {
    store.setItem(key, value);
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
