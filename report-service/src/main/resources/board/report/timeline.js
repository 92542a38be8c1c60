// The arithmetic of the timeline chart. Pure; times are epoch milliseconds or ISO strings.

const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map((seconds) => seconds * 1000);
const LONGEST_GAP = 2_000;

/**
 * From time to pixels.
 * @param {object} report @param {object[]} readings @param {object[]} events
 * @param {number} left @param {number} right
 */
export function scale(report, readings, events, left, right) {
  const times = [report.started_at, report.completed_at, ...report.questions.flatMap((question) => [question.asked_at, question.answered_at]),
    readings[0]?.captured_at, readings.at(-1)?.captured_at].filter(Boolean).map(millis);
  if (!report.completed_at && events.length) times.push(millis(events.at(-1).occurred_at));
  const first = times.length ? Math.min(...times) : 0;
  const last = Math.max(first + 1000, ...times);
  const x = (time) => left + ((millis(time) - first) / (last - first)) * (right - left);
  const step = STEPS.find((candidate) => (last - first) / candidate <= 8) || STEPS.at(-1);
  const ticks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => ({ x: x(first + index * step), label: label(index * step) }));
  return { first, last, x, ticks };
}

/**
 * Stretches of time with the same number of faces; readings further apart than two seconds do not belong together.
 * @param {{captured_at: string, faces: number | null}[]} readings
 * @returns {{from: number, to: number, faces: number}[]}
 */
export function spans(readings) {
  const found = [];
  for (const { captured_at: at, faces } of inOrder(readings)) {
    const open = found.at(-1);
    const now = millis(at);
    if (open && open.faces === Math.min(faces || 0, 2) && now - open.to <= LONGEST_GAP) open.to = now;
    else {
      if (open && now - open.to <= LONGEST_GAP) open.to = now;
      found.push({ from: now, to: now, faces: Math.min(faces || 0, 2) });
    }
  }
  return found.filter((span) => span.faces > 0);
}

/**
 * Means over at most `count` equal slices, so that an hour draws as fast as a minute.
 * @param {{captured_at: string, smoothed: Record<string, number>}[]} emotions
 * @param {number} count
 * @returns {{at: number, values: Record<string, number>}[]}
 */
export function buckets(emotions, count) {
  const sorted = inOrder(emotions);
  const size = Math.max(1, Math.ceil(sorted.length / count));
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, index) => {
    const slice = sorted.slice(index * size, (index + 1) * size);
    const values = {};
    for (const { smoothed } of slice) {
      for (const [name, share] of Object.entries(smoothed || {})) values[name] = (values[name] || 0) + share / slice.length;
    }
    return { at: millis(slice[Math.floor(slice.length / 2)].captured_at), values };
  });
}

function inOrder(items) {
  return [...items].sort((one, other) => millis(one.captured_at) - millis(other.captured_at));
}

function millis(time) {
  return typeof time === 'number' ? time : Date.parse(time);
}

function label(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
