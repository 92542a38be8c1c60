// What a bank is made of, as people write it. Pure.

export const KINDS = { INTRODUCTION: 'introduction', TECHNICAL: 'technical', BEHAVIOURAL: 'behavioural', SITUATIONAL: 'situational' };

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

/** @param {string} tag BCP 47 */
export function languageName(tag) {
  try {
    return LANGUAGES.of(tag);
  } catch {
    return tag;
  }
}

/** Built-in banks have one name in all languages. @param {{name: string, language: string, built_in: boolean}} bank */
export function title({ name, language, built_in: builtIn }) {
  return builtIn ? `Built-in bank, ${languageName(language)}` : name;
}

/** Only what a file of a bank holds. @param {import('./service.js').Bank} bank */
export function contentOf({ name, language, families, questions }) {
  return { name, language, families, questions };
}

/**
 * Points as lines: the point, then other wordings behind bars, as in the table that can be downloaded.
 * @param {import('./service.js').Point[]} points
 */
export function pointLines(points) {
  return points.map(({ phrase, synonyms = [] }) => [phrase, ...synonyms].map(escaped).join(' | ')).join('\n');
}

/** The points of such lines. @param {string} lines @returns {import('./service.js').Point[]} */
export function pointsOf(lines) {
  return lines.split('\n').map(wordings).filter(({ length }) => length).map(([phrase, ...synonyms]) => ({ phrase, synonyms }));
}

/** An id that no question has. @param {{id: string}[]} questions @param {string} family */
export function freshId(questions, family) {
  const taken = new Set(questions.map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = `${family.slice(0, 50)}-new-${number}`;
    if (!taken.has(id)) return id;
  }
}

function wordings(line) {
  const parts = line.match(/(?:\\[\\|n]|[^|])+/g) || [];
  return parts.map((part) => part.replace(/\\([\\|n])/g, (_, sign) => (sign === 'n' ? '\n' : sign)).trim()).filter(Boolean);
}

function escaped(wording) {
  return wording.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n');
}
