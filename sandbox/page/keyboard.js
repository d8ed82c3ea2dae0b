// Buttons under a message and the reply keyboard in place of letters.
import { h, icon, uniqueId } from "./dom.js";
import { link } from "./entities.js";

const MARKS = { url: "open-link", copy: "copy", web_app: "open-link", other: "chat" };

function kindOf(button) {
  if (button.url) return "url";
  if (button.copy_text) return "copy";
  if (button.web_app) return "web_app";
  return button.data ?? button.callback_data ? "data" : "other";
}

export function inlineKeyboard(rows, act) {
  const group = h("div", { class: "inline-keyboard", role: "group", "aria-label": "Кнопки сообщения" });
  group.append(...rows.map((row) => h("div", { class: "key-row" }, row.map((one) => inlineKey(one, act)))));
  return group;
}

function inlineKey(button, act) {
  const kind = kindOf(button);
  const mark = MARKS[kind] && icon(MARKS[kind], "key-mark");
  const style = button.style ? `key-${button.style}` : "";
  if (kind === "url") {
    const anchor = link(button.url, [h("span", {}, button.text), mark], act);
    anchor.className = `key ${style}`;
    return anchor;
  }
  const node = h("button", { type: "button", class: `key ${style}` }, h("span", {}, button.text), mark);
  node.addEventListener("click", () => pressKey(node, kind, button, act));
  return node;
}

async function pressKey(node, kind, button, act) {
  if (kind === "copy") return act.copy(button.copy_text.text ?? button.copy_text);
  if (kind !== "data") return act.unsupported();
  if (node.getAttribute("aria-busy")) return undefined;
  node.setAttribute("aria-busy", "true");
  const spinner = h("span", { class: "spinner" });
  node.append(spinner);
  try {
    await act.press(button);
  } finally {
    node.removeAttribute("aria-busy");
    spinner.remove();
  }
  return undefined;
}

// A key of the reply keyboard is a string, or an object when it asks for more than its text.
export function replyKeyboard(rows, act) {
  const keys = (row) => row.map((key) => {
    const button = typeof key === "string" ? { text: key } : key;
    return h("button", { type: "button", class: "key", onclick: () => act.replyKey(button) }, h("span", {}, button.text));
  });
  return h("div", {
    class: "reply-keyboard", role: "group", id: uniqueId("keys"), "aria-label": "Готовые ответы",
  }, rows.map((row) => h("div", { class: "key-row" }, keys(row))));
}
