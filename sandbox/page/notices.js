// Short notices: over the page or inside one phone; alerts that wait for a press; a voice for screen readers.
import { h, icon } from "./dom.js";

const SHOWN_MS = 4500;
const PER_LETTER_MS = 45;

const spoken = () => document.getElementById("spoken");

export function speak(text) {
  const line = h("p", {}, text);
  spoken().append(line);
  setTimeout(() => line.remove(), 10_000);
}

export function notify(text, kind = "info", place = document.getElementById("notices")) {
  const notice = h("div", { class: `notice ${kind}`, role: "status" }, icon(kind === "error" ? "warning" : "info"), h("span", {}, text));
  place.append(notice);
  const close = () => notice.remove();
  notice.addEventListener("click", close);
  setTimeout(close, SHOWN_MS + text.length * PER_LETTER_MS);
}

// The window a bot shows to the one who pressed; returns focus where it was.
export function alertIn(place, text, title) {
  const before = document.activeElement;
  const button = h("button", { type: "button", class: "button" }, "Понятно");
  const words = h("p", { class: "alert-text" }, text);
  const card = h("div", { class: "alert-card", role: "alertdialog", "aria-modal": "true", "aria-label": title }, h("p", { class: "alert-title" }, title), words, button);
  const layer = h("div", { class: "alert-layer" }, card);
  const close = () => {
    layer.remove();
    if (before?.isConnected) before.focus({ preventScroll: true });
  };
  button.addEventListener("click", close);
  layer.addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.preventDefault();
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  });
  place.append(layer);
  button.focus({ preventScroll: true });
}

// A modal window of the page; `content(close)` gives its nodes.
export function openDialog(title, content, className = "") {
  const dialog = h("dialog", { class: `dialog ${className}`, "aria-label": title });
  const close = () => dialog.close();
  const cross = h("button", { type: "button", class: "icon-button", "aria-label": "Закрыть", onclick: close }, icon("cross"));
  const body = h("div", { class: "dialog-body" });
  dialog.append(h("header", { class: "dialog-head" }, h("h2", {}, title), cross), body);
  body.append(...[content(close)].flat(Infinity).filter(Boolean));
  dialog.addEventListener("pointerdown", (event) => event.target === dialog && close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  body.querySelector("[autofocus]")?.focus();
  return { dialog, body, close };
}

// Runs an action of the person and says in the phone why it did not work.
export async function attempt(action, place) {
  try {
    return await action();
  } catch (error) {
    notify(error.message, "error", place);
    return undefined;
  }
}
