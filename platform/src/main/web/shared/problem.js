// What went wrong, in words that a person can act on.

const PLAIN = {
  'invalid-json': 'The server could not read what this page sent. Reload the page and try again.',
  'invalid-request': 'Something in the form is missing or not as expected.',
  unauthorised: 'You are not signed in, or the sign-in has run out. Please sign in again.',
  forbidden: 'You may not do this with this interview.',
  'not-found': 'This interview was not found. It may belong to somebody else, or it has been erased.',
  conflict: 'Something has changed in the meantime. The page shows the newest state now.',
  rejected: 'That is not possible at this point of the interview.',
  'too-large': 'That is too long. Please shorten it and try again.',
  unsupported: 'A file of this kind cannot be read here.',
  'empty-upload': 'The file is empty.',
  'not-a-pdf': 'The file is called a PDF, but it is none. Save it as a PDF again, or paste its text.',
  'not-plain-text': 'The file is no plain text. Save it as a PDF or as text, or paste its text.',
  'pdf-encrypted': 'The PDF needs a password. Save a copy without one, or paste its text.',
  'pdf-without-text': 'There is no text in the PDF; it may be a scan. Paste the text, or write the most important parts.',
  'pdf-damaged': 'The PDF cannot be read; it may be damaged. Save it again, or paste its text.',
  'pdf-too-demanding': 'The PDF could not be read with the time and memory there is for it. Save a simpler copy, or paste its text.',
  'rate-limited': 'Too many requests in a short time. Please wait a moment.',
  unavailable: 'The service is busy or restarting. Nothing is lost; please try again in a moment.',
  internal: 'Something went wrong on the server. Nothing that was accepted is lost; please try again.',
  'transcription-not-configured': 'Answers by voice are not set up here. Please type.',
  'transcription-unavailable': 'Nobody could write the recording down just now. It is still here: try again, or type.',
  'transcription-refused': 'The recording could not be understood as audio. Record again, or type.',
  'speech-not-configured': 'Reading aloud is not set up here.',
  'speech-unavailable': 'Nobody could read this aloud just now.',
  'speech-refused': 'This cannot be read aloud.',
  network: 'The server cannot be reached. Check the connection; the page keeps what you have written.',
};

/** A refusal from the server, or no answer at all (slug `network`, status 0). */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {{type?: string, title?: string, detail?: string, rejection?: string, reason?: string, correlation_id?: string}} body
   * @param {number} [retryAfter] seconds that the server asked to wait
   */
  constructor(status, body = {}, retryAfter = 0) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.status = status;
    this.body = body;
    this.slug = slugOf(status, body);
    this.retryAfter = retryAfter;
  }

  /** True when the same request may succeed later. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/**
 * @param {unknown} error
 * @returns {string} one or two sentences
 */
export function inWords(error) {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error);
  const plain = PLAIN[error.slug] || PLAIN.internal;
  const detail = error.body.reason || error.body.detail;
  const telling = ['invalid-request', 'rejected', 'conflict'].includes(error.slug) && detail;
  return telling ? `${plain} (${detail})` : plain;
}

function slugOf(status, body) {
  const slug = String(body.type || '').split('/').pop();
  if (slug && PLAIN[slug]) return slug;
  const byStatus = { 0: 'network', 400: 'invalid-request', 401: 'unauthorised', 403: 'forbidden', 404: 'not-found',
    409: 'conflict', 413: 'too-large', 415: 'unsupported', 422: 'invalid-request', 429: 'rate-limited', 502: 'unavailable', 503: 'unavailable', 504: 'unavailable' };
  return byStatus[status] || 'internal';
}
