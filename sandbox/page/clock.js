// The sandbox's clock: what time it is for the people of the phones, and moving it forward.
import * as api from "./api.js";
import { h, icon } from "./dom.js";
import { events } from "./events.js";
import { openMenu } from "./menu.js";
import { notify } from "./notices.js";
import { fullDate, timeWithSeconds, ZONE } from "./words.js";

const HOUR_S = 3600;
const STEPS = [["+1 час", HOUR_S], ["+1 день", 24 * HOUR_S], ["+2 недели", 14 * 24 * HOUR_S]];
// Moscow keeps one offset all year round.
const ZONE_OFFSET = "+03:00";

let shift = 0;

export const now = () => new Date(Date.now() + shift);

async function read() {
  const before = Date.now();
  const { now: moment } = await api.clock();
  shift = Date.parse(moment) - (before + Date.now()) / 2;
}

async function change(body) {
  try {
    await api.setClock(body);
    await read();
  } catch (error) {
    notify(error.message, "error");
  }
}

const localInput = () => new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE, dateStyle: "short", timeStyle: "short",
}).format(now()).replace(" ", "T");

function exactly(close) {
  const input = h("input", { type: "datetime-local", value: localInput(), required: true, "aria-label": "Дата и время" });
  return h("form", {
    class: "clock-form",
    onsubmit: (event) => {
      event.preventDefault();
      change({ now: `${input.value}:00${ZONE_OFFSET}` });
      close();
    },
  }, input, h("button", { type: "submit", class: "button" }, "Поставить"));
}

function menu(anchor) {
  openMenu(anchor, (close) => [
    h("p", { class: "menu-title" }, "Перевести часы песочницы"),
    h("div", { class: "clock-steps" }, STEPS.map(([label, seconds]) => h("button", {
      type: "button", class: "button quiet", onclick: () => change({ advance_s: seconds }),
    }, label))),
    exactly(close),
    h("p", { class: "menu-note" }, "Бот живёт по этим часам: сроки, напоминания и опросы наступают сразу."),
  ]);
}

export function startClock(place) {
  const day = h("span", { class: "clock-day" });
  const hours = h("span", { class: "clock-time" });
  const button = h("button", { type: "button", class: "clock-now", "aria-haspopup": "dialog", title: "Часы песочницы" },
    icon("clock"), h("span", { class: "clock-words" }, day, hours));
  button.addEventListener("click", () => menu(button));
  const steps = STEPS.map(([label, seconds]) => h("button", {
    type: "button", class: "clock-step", title: `Перевести часы: ${label}`, onclick: () => change({ advance_s: seconds }),
  }, label));
  const show = () => {
    day.textContent = fullDate(now()).replace(/,?\s*(в\s*)?\d{1,2}:\d{2}$/, "");
    hours.textContent = timeWithSeconds(now());
    button.setAttribute("aria-label", `Часы песочницы: ${fullDate(now())}. Перевести`);
  };
  place.append(button, ...steps);
  const sync = () => read().then(show).catch(() => {});
  events.on("clock", sync);
  events.on("gap", sync);
  events.on("reset", sync);
  setInterval(show, 1000);
  return sync();
}
