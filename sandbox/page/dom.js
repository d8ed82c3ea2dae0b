// The only place that creates elements. Data reaches the page as text nodes and checked attributes;
// nothing here or elsewhere parses markup, so a message cannot become code.

const ADDRESSES = new Set(["href", "src"]);
const SAFE_SCHEME = /^(https?:|mailto:|tel:|tg:|blob:|\/|#)/i;

export function safeAddress(value) {
  const address = String(value).trim();
  return SAFE_SCHEME.test(address) ? address : "about:blank";
}

function setProperty(node, key, value) {
  if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
  else if (key === "class") node.className = value;
  else if (key === "value") node.value = value;
  else if (key === "style") Object.entries(value).forEach(([k, v]) => node.style.setProperty(k, v));
  else if (key === "dataset") Object.assign(node.dataset, value);
  else if (ADDRESSES.has(key)) node.setAttribute(key, safeAddress(value));
  else node.setAttribute(key, value === true ? "" : value);
}

const present = (child) => child !== null && child !== undefined && child !== false;

export function h(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (present(value)) setProperty(node, key, value);
  }
  node.append(...children.flat(Infinity).filter(present));
  return node;
}

export function icon(name, className = "") {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `icon ${className}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/page/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export function iconButton(name, label, onclick, className = "", more = {}) {
  return h("button", {
    ...more, type: "button", class: `icon-button ${className}`, "aria-label": label, title: label, onclick,
  }, icon(name));
}

export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(present));
  return node;
}

// Keeps the nodes that stay (with their focus, playing voice and scroll) and touches only the rest.
export function arrange(parent, nodes) {
  let cursor = parent.firstChild;
  for (const node of nodes) {
    if (cursor === node) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
  }
  while (cursor) {
    const next = cursor.nextSibling;
    cursor.remove();
    cursor = next;
  }
}

// Children made from entries {key, sign, make(old node)}; one whose sign did not change stays the same
// node, so that a press under way is not lost when something else on the page changes.
export class Keyed {
  #known = new Map();

  constructor(parent) {
    this.parent = parent;
  }

  render(entries) {
    const fresh = new Map();
    for (const { key, sign, make } of entries) {
      const old = this.#known.get(key);
      fresh.set(key, old?.sign === sign ? old : { sign, node: make(old?.node) });
    }
    this.#known = fresh;
    arrange(this.parent, [...fresh.values()].map((one) => one.node));
  }

  get(key) {
    return this.#known.get(key)?.node;
  }
}

let lastId = 0;
export const uniqueId = (prefix) => `${prefix}-${(lastId += 1)}`;
