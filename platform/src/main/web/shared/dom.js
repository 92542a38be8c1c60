// Building the page from data. Text only ever enters as text nodes, so that markup in an answer stays words.

/**
 * @typedef {Node | string | number | null | undefined | false} Child
 */

/**
 * Makes an element. `on…` attributes are listeners, `class` is the class list, true and false switch an attribute;
 * everything else is set as an attribute.
 * @param {string} name tag name
 * @param {Record<string, any>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  apply(node, attributes);
  node.append(...content(children));
  return node;
}

/**
 * As {@link element}, for drawings.
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {SVGElement}
 */
export function drawing(name, attributes = {}, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  apply(node, attributes);
  node.append(...content(children));
  return node;
}

/**
 * Puts new children in place of the old ones.
 * @param {Element} parent
 * @param {...(Child | Child[])} children
 */
export function fill(parent, ...children) {
  parent.replaceChildren(...content(children));
}

/**
 * Sets text only when it differs, so that live regions speak once.
 * @param {Element} node
 * @param {string | number} text
 */
export function setText(node, text) {
  if (node.textContent !== String(text)) node.textContent = String(text);
}

/**
 * A form field with its label and an optional hint.
 * @param {string} label
 * @param {HTMLElement} control needs an id
 * @param {string} [hint]
 */
export function field(label, control, hint) {
  const hintId = `${control.id}-hint`;
  if (hint) control.setAttribute('aria-describedby', hintId);
  return element('div', { class: 'field' },
    element('label', { for: control.id }, label),
    hint && element('p', { class: 'hint', id: hintId }, hint),
    control);
}

function apply(node, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, '');
    else if (value !== false && value != null) node.setAttribute(key, String(value));
  }
}

function content(children) {
  return children.flat(3).filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));
}
