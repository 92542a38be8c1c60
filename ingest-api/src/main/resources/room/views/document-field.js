import { ask } from '../shared/ask.js';
import { element, field, fill, setText } from '../shared/dom.js';
import { inWords } from '../shared/problem.js';

/** As much as the start of an interview takes. */
const LONGEST = 100_000;
const KINDS = [
  { path: '/api/v1/upload/pdf', type: 'application/pdf', fits: (file) => file.type === 'application/pdf' || /\.pdf$/i.test(file.name) },
  { path: '/api/v1/upload/txt', type: 'text/plain', fits: (file) => file.type.startsWith('text/') || /\.(txt|text|md)$/i.test(file.name) },
];

/**
 * A text that can be pasted or taken from a file, and corrected either way. Only the corrected text is ever sent on.
 * @param {{api: import('../shared/api.js').Api, id: string, label: string, hint: string, rows: number, mostBytes: number}} options
 * @returns {{view: HTMLElement, readonly text: string, readonly busy: boolean}}
 */
export function documentField({ api, id, label, hint, rows, mostBytes }) {
  const text = element('textarea', { id, rows, maxlength: LONGEST });
  const choice = element('input', { type: 'file', id: `${id}-file`, accept: '.pdf,.txt,.text,.md,application/pdf,text/plain' });
  const news = element('p', { class: 'hint', role: 'status', id: `${id}-news` });
  const trouble = element('p', { class: 'trouble', role: 'alert' });
  let reading = null;

  const take = async (file) => {
    reading?.abort();
    const mine = reading = new AbortController();
    fill(news, element('progress', { 'aria-hidden': 'true' }), ` Reading ${file.name} (${size(file.size)})…`);
    setText(trouble, '');
    try {
      const kind = kindOf(file, mostBytes);
      const found = await api.upload(kind.path, file, kind.type, mine.signal);
      const wanted = await mayReplace(text.value);
      if (wanted) text.value = found.text;
      setText(news, wanted ? told(file, kind, found) : 'Nothing was changed.');
    } catch (error) {
      if (error.name === 'AbortError') return;
      setText(news, '');
      setText(trouble, `${file.name}: ${inWords(error)}`);
    } finally {
      if (reading === mine) reading = null;
      // The same file may be chosen again, and nothing but the text is kept.
      choice.value = '';
    }
  };
  choice.addEventListener('change', () => choice.files.length && take(choice.files[0]));

  const view = element('div', { class: 'stack tight document' },
    field(label, text, hint),
    field('Or take the text from a file', choice, `PDF or plain text, up to ${size(mostBytes)}. The file itself is not kept; you can correct the text above.`),
    news, trouble);
  return { view, get text() { return text.value.trim(); }, get busy() { return reading !== null; } };
}

function kindOf(file, mostBytes) {
  const kind = KINDS.find(({ fits }) => fits(file));
  if (!kind) throw new Error('Only PDF and plain text can be read. Save the document as a PDF, or paste its text.');
  if (file.size > mostBytes) throw new Error(`It is ${size(file.size)}, and ${size(mostBytes)} is the most. Paste its text instead.`);
  return kind;
}

function mayReplace(written) {
  return written.trim() === '' || ask({ title: 'Replace what is there?', text: 'The text of the file takes the place of what the field holds now.', yes: 'Replace it' });
}

function told(file, kind, { pages, characters, truncated }) {
  const paper = kind.type === 'application/pdf' ? `${pages} ${pages === 1 ? 'page' : 'pages'}, ` : '';
  const cut = truncated ? ' It was longer: only the beginning is here.' : '';
  return `${file.name}: ${paper}${characters.toLocaleString('en')} characters.${cut} Check the text and correct what was read wrongly.`;
}

function size(bytes) {
  return bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1).replace('.0', '')} MB`;
}
