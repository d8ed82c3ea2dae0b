// Light, dark, or as the system says; the choice is kept in the browser.
import { fill, icon } from "./dom.js";

const KEY = "sandbox.theme";
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const LABEL = { auto: "Тема: как в системе", light: "Тема: светлая", dark: "Тема: тёмная" };
const ICON = { auto: "theme", light: "sun", dark: "moon" };
const system = matchMedia("(prefers-color-scheme: dark)");

let choice = localStorage.getItem(KEY) ?? "auto";
if (!(choice in NEXT)) choice = "auto";

function apply() {
  const dark = choice === "dark" || (choice === "auto" && system.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

export function startTheme(button) {
  const show = () => {
    apply();
    fill(button, icon(ICON[choice]));
    button.setAttribute("aria-label", LABEL[choice]);
    button.title = LABEL[choice];
  };
  button.addEventListener("click", () => {
    choice = NEXT[choice];
    localStorage.setItem(KEY, choice);
    show();
  });
  system.addEventListener("change", show);
  show();
}

apply();
