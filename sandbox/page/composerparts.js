// The pieces of the composer that keep no state of their own.
import { h, icon, iconButton } from "./dom.js";
import { author } from "./faces.js";
import { summary } from "./words.js";

export const startButton = (label, mark, action) =>
  h("button", { type: "button", class: "start-button", onclick: action }, icon(mark), label);

// The message that is being answered or edited.
export function contextBar({ kind, message }, cancel) {
  const editing = kind === "edit";
  return h("div", { class: "composer-context" }, icon(editing ? "edit" : "reply"),
    h("div", { class: "context-words" },
      h("span", { class: "quote-author" }, editing ? "Изменение сообщения" : author(message).name),
      h("span", { class: "quote-text" }, summary(message))),
    iconButton("cross", "Отменить", cancel));
}

export function menuButton(open) {
  const button = h("button", { type: "button", class: "menu-button", "aria-haspopup": "menu", title: "Команды бота" },
    icon("menu"), h("span", {}, "Меню"));
  button.addEventListener("click", () => open(button));
  return button;
}

export const groupButton = (on, toggle) => iconButton(
  "mask", on ? "Писать от своего имени" : "Писать от имени группы", toggle, on ? "on" : "", { "aria-pressed": String(on) },
);

export const keyboardButton = (shown, toggle) => iconButton(
  "keyboard", shown ? "Спрятать готовые ответы" : "Показать готовые ответы", toggle, "", { "aria-expanded": String(shown) },
);
