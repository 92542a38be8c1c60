// The interview over time, drawn as SVG: questions, presence and blinks, and expressions where they may be seen.
import { drawing, element } from '../shared/dom.js';
import { duration } from '../words.js';
import { buckets, scale, spans } from './timeline.js';

const WIDTH = 1000;
const LEFT = 90;
const RIGHT = 12;
const LANE = 34;
const LINES = ['happy', 'surprise', 'sad', 'angry'];

/**
 * @param {{report: object, readings: object[] | null, emotions: object[] | null, events: object[]}} options
 */
export function chart({ report, readings, emotions, events }) {
  const time = scale(report, readings || [], events, LEFT, WIDTH - RIGHT);
  const lanes = [questionLane(report, time), ...(readings?.length ? [faceLane(readings, time)] : []), ...(emotions?.length ? [emotionLane(emotions, time)] : [])];
  const height = lanes.reduce((sum, lane) => sum + lane.height + 14, 0) + 26;
  let top = 4;
  const groups = lanes.map((lane) => {
    const group = drawing('g', { transform: `translate(0 ${top})` }, drawing('text', { class: 'lane-name', x: 0, y: lane.height / 2 + 5 }, lane.name), lane.shapes);
    top += lane.height + 14;
    return group;
  });
  const name = describe(report, readings, time);
  return element('section', { class: 'card stack', 'aria-labelledby': 'timeline-title' },
    element('h2', { id: 'timeline-title' }, 'Timeline'),
    element('div', { class: 'chart', tabindex: 0, role: 'group', 'aria-label': 'Timeline, scrolls sideways' },
      drawing('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': name }, groups, axis(time, top))),
    emotions?.length ? legend() : null,
    element('p', { class: 'hint' }, name, readings === null ? ' Readings of pictures may not be seen here.' : ''));
}

function questionLane(report, time) {
  const shapes = report.questions.filter((question) => question.asked_at).map((question, index) => {
    const from = time.x(question.asked_at);
    const to = Math.max(from + 8, time.x(question.answered_at || report.questions[index + 1]?.asked_at || report.completed_at || time.last));
    const skipped = question.state === 'SKIPPED';
    return [drawing('rect', { class: skipped ? 'bar-skipped' : 'bar-question', x: from + 1, y: 4, width: to - from - 2, height: LANE - 8, rx: 6 },
      drawing('title', {}, `Question ${question.position}${skipped ? ', skipped' : ''}`)),
    to - from > 20 ? drawing('text', { class: 'bar-name', x: (from + to) / 2, y: LANE / 2 + 5 }, question.position) : null];
  });
  return { name: 'Questions', height: LANE, shapes };
}

/** Where a face was seen, as a band; a gap is a time without one. Blinks stand above it. */
function faceLane(readings, time) {
  const band = spans(readings).map(({ from, to, faces }) => drawing('rect', { class: faces > 1 ? 'band-many' : 'band-face', x: time.x(from),
    y: LANE - 12, width: Math.max(1.5, time.x(to) - time.x(from)), height: 8, rx: 2 }));
  const blinks = readings.filter((reading) => reading.blink).map((reading) => drawing('circle', { class: 'blink', cx: time.x(reading.captured_at), cy: 10, r: 3.5 },
    drawing('title', {}, 'Blink')));
  return { name: 'Face, blinks', height: LANE, shapes: [...band, ...blinks] };
}

function emotionLane(emotions, time) {
  const height = 110;
  const points = buckets(emotions, 150);
  const y = (share) => height - 4 - share * (height - 8);
  const grid = [0, 0.5, 1].map((share) => drawing('line', { class: 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y(share), y2: y(share) }));
  const lines = LINES.map((name, index) => drawing('polyline', { class: `line line-${index}`,
    points: points.map((point) => `${time.x(point.at).toFixed(1)},${y(point.values[name] || 0).toFixed(1)}`).join(' ') }));
  return { name: 'Expression', height, shapes: [...grid, ...lines] };
}

function axis(time, top) {
  return time.ticks.map((tick) => drawing('g', {},
    drawing('line', { class: 'grid', x1: tick.x, x2: tick.x, y1: 0, y2: top }),
    drawing('text', { class: 'tick', x: tick.x, y: top + 16 }, tick.label)));
}

function legend() {
  return element('ul', { class: 'row legend' }, LINES.map((name, index) => element('li', { class: `key key-${index}` }, name)));
}

function describe(report, readings, time) {
  const blinks = (readings || []).filter((reading) => reading.blink).length;
  const seen = (readings || []).filter((reading) => reading.faces > 0).length;
  const pictures = readings?.length ? ` ${readings.length} pictures were read, a face was found in ${Math.round((100 * seen) / readings.length)} %, with ${blinks} ${blinks === 1 ? 'blink' : 'blinks'}.` : ' No pictures were read.';
  return `${report.questions.filter((question) => question.asked_at).length} questions in ${duration(time.last - time.first)}.${pictures}`;
}
