// News of the list as server-sent events, read through fetch so that the token travels in a header; else asking again.

const ASK_EVERY = 5_000;
const LONGEST_WAIT = 30_000;

/**
 * Keeps the list up to date until `stop`.
 * @param {import('./shared/api.js').Api} api
 * @param {{changed: (interview: object) => void, ask: () => Promise<void>, state: (live: boolean) => void}} on
 * @returns {() => void} stop
 */
export function follow(api, on) {
  const stopped = new AbortController();
  const asking = setInterval(() => !live && !document.hidden && on.ask().catch(() => {}), ASK_EVERY);
  let live = false;
  const tell = (now) => {
    live = now;
    on.state(now);
  };
  listen();
  return () => {
    stopped.abort();
    clearInterval(asking);
  };

  async function listen() {
    for (let attempt = 0; !stopped.signal.aborted; attempt++) {
      try {
        const response = await api.open('/api/v1/board/stream', stopped.signal);
        tell(true);
        attempt = 0;
        await on.ask();
        for await (const data of events(response.body)) take(data);
      } catch {
        // A lost stream is ordinary; the list is asked for until it is back.
      }
      tell(false);
      await pause(Math.min(LONGEST_WAIT, 1000 * 2 ** attempt) * (0.5 + Math.random() / 2));
    }
  }

  function take(data) {
    let interview = null;
    try {
      interview = JSON.parse(data);
    } catch {
      // Anything else is a hint that something has changed.
    }
    if (interview?.session_id && interview.state) on.changed(interview);
    else on.ask().catch(() => {});
  }
}

/**
 * The data of each event of an event stream.
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<string>}
 */
export async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replace(/\r\n?/g, '\n').split('\n\n');
    rest = blocks.pop() || '';
    for (const block of blocks) {
      const data = block.split('\n').filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trimStart()).join('\n');
      if (data) yield data;
    }
  }
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
