// The foldable log of Bot API calls.
import * as api from "./api.js";
import { fill, h, icon, iconButton } from "./dom.js";
import { events } from "./events.js";
import { timeWithSeconds } from "./words.js";

const KEPT = 400;
const GATHER_MS = 250;
const QUIET = "getupdates";
const KEY = "sandbox.calls";

export function startCalls(panel, toggle) {
  let last = 0;
  let newest = null;
  let timer = null;
  const lines = h("div", { class: "calls-lines", role: "list" });
  const filter = h("input", { type: "search", placeholder: "Метод или текст", "aria-label": "Искать в вызовах" });
  const polls = h("input", { type: "checkbox" });
  const failed = h("input", { type: "checkbox" });
  const empty = h("p", { class: "calls-empty" }, "Вызовов пока нет: бот ещё ничего не спрашивал и не отправлял.");
  const open = () => !panel.hidden;

  const suits = (line) => {
    const words = filter.value.trim().toLowerCase();
    return (!words || line.search.includes(words)) && (polls.checked || line.method !== QUIET) && (!failed.checked || line.failed);
  };
  const sift = () => {
    let shown = 0;
    [...lines.children].forEach((line) => {
      line.hidden = !suits(line.call);
      shown += line.hidden ? 0 : 1;
    });
    empty.hidden = shown > 0;
  };
  const read = async () => {
    timer = null;
    if (!open()) return;
    // A long log is not read whole: its tail is enough.
    newest ??= await api.state().then((state) => state.calls, () => 0);
    const calls = await api.calls(Math.max(last, newest - KEPT)).catch(() => []);
    const fresh = calls.filter((call) => call.seq > last);
    last = Math.max(last, ...fresh.map((call) => call.seq));
    lines.prepend(...fresh.slice(-KEPT).reverse().map(callLine));
    while (lines.children.length > KEPT) lines.lastChild.remove();
    sift();
  };
  const soon = (event) => {
    newest = event?.call ?? newest;
    timer ??= setTimeout(read, GATHER_MS);
  };
  const clear = () => {
    last = 0;
    newest = null;
    fill(lines);
    soon();
  };
  const show = (value) => {
    panel.hidden = !value;
    toggle.setAttribute("aria-expanded", String(value));
    localStorage.setItem(KEY, value ? "open" : "");
    if (value) soon();
  };
  [filter, polls, failed].forEach((input) => input.addEventListener("input", sift));
  toggle.addEventListener("click", () => show(!open()));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    toggle.focus();
  });
  panel.append(
    h("header", { class: "calls-head" }, h("h2", {}, "Вызовы Bot API"), iconButton("cross", "Свернуть", () => show(false))),
    h("div", { class: "calls-filter" }, filter,
      h("label", { class: "check" }, failed, "только отказы"), h("label", { class: "check" }, polls, "с getUpdates")),
    empty, lines);
  events.on("call", soon);
  events.on("gap", clear);
  events.on("reset", clear);
  show(localStorage.getItem(KEY) === "open");
}

function callLine(call) {
  const ok = call.status >= 200 && call.status < 400;
  const line = h("details", { class: "call", role: "listitem" }, h("summary", {},
    icon("chevron", "call-fold"), h("span", { class: "call-time" }, timeWithSeconds(call.at)), h("span", { class: "call-method" }, call.method),
    h("span", { class: `call-status ${ok ? "ok" : "bad"}` }, call.status ? String(call.status) : "нет ответа"),
    h("span", { class: "call-ms" }, call.ms === undefined || call.ms === null ? "" : `${Math.round(call.ms)} мс`)));
  line.call = { method: call.method.toLowerCase(), failed: !ok, search: JSON.stringify([call.method, call.params]).toLowerCase() };
  line.addEventListener("toggle", () => {
    if (line.open && line.children.length === 1) line.append(...detail("Параметры", call.params), ...detail("Ответ", call.response));
  });
  return line;
}

const detail = (title, value) => [
  h("p", { class: "call-title" }, title), h("pre", { class: "call-json", tabindex: "0" }, JSON.stringify(value ?? null, null, 2)),
];
