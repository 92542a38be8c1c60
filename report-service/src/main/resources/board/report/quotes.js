// Where the quoted evidence stands in the answer. Pure: text in, pieces out.

/**
 * @typedef {{text: string, names: string[]}} Piece `names`: the dimensions that quote it, none for plain text
 */

/**
 * Cuts an answer into pieces, so that each piece is quoted by the same dimensions throughout. Joined, they are the answer again.
 * @param {string} answer
 * @param {{name: string, evidence: string[]}[]} dimensions
 * @returns {Piece[]}
 */
export function pieces(answer, dimensions) {
  const ranges = dimensions.flatMap(({ name, evidence }) => (evidence || []).flatMap((quote) => {
    const start = quote ? answer.indexOf(quote) : -1;
    return start < 0 ? [] : [{ name, start, end: start + quote.length }];
  }));
  const cuts = [...new Set([0, answer.length, ...ranges.flatMap(({ start, end }) => [start, end])])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => ({
    text: answer.slice(start, cuts[index + 1]),
    names: [...new Set(ranges.filter((range) => range.start <= start && range.end >= cuts[index + 1]).map((range) => range.name))],
  }));
}

/** @param {string | null} answer @param {string} quote */
export function verbatim(answer, quote) {
  return Boolean(answer && quote && answer.includes(quote));
}
