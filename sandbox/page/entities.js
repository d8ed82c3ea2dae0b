// Telegram's entities (UTF-16 offsets, properly nested) as elements. Text stays text.
import { h, icon } from "./dom.js";
import { fullDate } from "./words.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

// `act` reacts to what can be touched: link(url, event), command(text), copy(text).
export function formatted(text, entities = [], act = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return span({ text, sorted, act }, 0, text.length, 0).nodes;
}

function span(source, start, end, index) {
  const nodes = [];
  let position = start;
  while (index < source.sorted.length && source.sorted[index].offset < end) {
    const entity = source.sorted[index];
    const from = Math.max(entity.offset, position);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from) {
      index += 1;
      continue;
    }
    nodes.push(source.text.slice(position, from));
    const inner = span(source, from, to, index + 1);
    nodes.push(element(entity, inner.nodes, source.text.slice(from, to), source.act));
    position = afterBlock(entity, source.text, to, end);
    index = inner.index;
  }
  nodes.push(source.text.slice(position, end));
  return { nodes: nodes.filter((node) => node !== ""), index };
}

// A block ends its line by itself; the line feed after it would show as an empty line.
function afterBlock(entity, text, to, end) {
  return BLOCKS.has(entity.type) && to < end && text[to] === "\n" ? to + 1 : to;
}

function element(entity, children, raw, act) {
  if (entity.type in TAGS) return h(TAGS[entity.type], {}, children);
  const make = MAKERS[entity.type];
  return make ? make(children, raw, act, entity) : h("span", {}, children);
}

const MAKERS = {
  code: (children, raw, act) => h("code", { title: "Нажмите, чтобы скопировать", onclick: () => act.copy?.(raw) }, children),
  pre: preformatted,
  spoiler,
  blockquote: (children) => h("blockquote", {}, children),
  expandable_blockquote: expandable,
  text_link: (children, raw, act, entity) => link(entity.url, children, act),
  url: (children, raw, act) => link(/^[a-z]+:/i.test(raw) ? raw : `https://${raw}`, children, act),
  email: (children, raw, act) => link(`mailto:${raw}`, children, act),
  phone_number: (children, raw, act) => link(`tel:${raw.replace(/[^+\d]/g, "")}`, children, act),
  mention: (children, raw, act) => link(`https://t.me/${raw.slice(1)}`, children, act),
  bot_command: command,
  date_time: (children, raw, act, entity) => h("time", { title: fullDate(entity.unix_time) }, children),
  hashtag: tag,
  cashtag: tag,
  text_mention: tag,
};

function tag(children) {
  return h("span", { class: "tag" }, children);
}

export function link(url, children, act) {
  return h("a", {
    href: url, target: "_blank", rel: "noopener noreferrer", onclick: (event) => act.link?.(url, event),
  }, children);
}

function command(children, raw, act) {
  return h("button", { type: "button", class: "text-button", onclick: () => act.command?.(raw) }, children);
}

function preformatted(children, raw, act, entity) {
  const copy = h("button", {
    type: "button", class: "copy-code", "aria-label": "Скопировать", title: "Скопировать", onclick: () => act.copy?.(raw),
  }, icon("copy"));
  return h("pre", { "data-language": entity.language }, copy, h("code", {}, children));
}

function spoiler(children) {
  const node = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Скрытый текст: показать" }, children);
  const open = (event) => {
    if (node.classList.contains("open") || (event.key && !["Enter", " "].includes(event.key))) return;
    event.preventDefault();
    node.classList.add("open");
    ["role", "tabindex", "aria-label"].forEach((name) => node.removeAttribute(name));
  };
  node.addEventListener("click", open);
  node.addEventListener("keydown", open);
  return node;
}

function expandable(children) {
  const node = h("blockquote", { class: "expandable" }, children);
  const more = h("button", { type: "button", class: "text-button", "aria-expanded": "false" }, "Показать целиком");
  more.addEventListener("click", () => {
    const open = node.classList.toggle("open");
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? "Свернуть" : "Показать целиком";
  });
  return h("div", {}, node, more);
}
