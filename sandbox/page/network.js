// Two different networks: the switch "no network" between the bot and this local Telegram,
// and the page's own link to the sandbox.
import * as api from "./api.js";
import { h, icon } from "./dom.js";
import { events } from "./events.js";
import { notify, speak } from "./notices.js";
import { store } from "./store.js";

const STATE_EVERY_MS = 15_000;
const MODES = { polling: "Бот на связи", webhook: "Бот на связи" };

const dropped = () =>
  (store.faults ?? []).filter((fault) => fault.drop && fault.method === "*" && fault.times === 0);

export function startSwitch(place) {
  const button = h("button", { type: "button", class: "net-switch", role: "switch", "aria-checked": "false", title: "Как будто Telegram пропал: бот не может ни получить, ни отправить" },
    h("span", { class: "net-knob" }), icon("no-network"), h("span", { class: "net-words" }, "Нет сети"));
  let faultIds = [];
  const show = () => {
    faultIds = dropped().map((fault) => fault.id);
    button.setAttribute("aria-checked", String(faultIds.length > 0));
    document.body.classList.toggle("no-network", faultIds.length > 0);
  };
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      if (faultIds.length) await Promise.all(faultIds.map((id) => api.removeFault(id)));
      else await api.addFault({ method: "*", drop: true, times: 0 });
      await store.loadState();
    } catch (error) {
      notify(error.message, "error");
    }
    button.disabled = false;
  });
  store.on("state", show);
  events.on("fault", () => store.loadState().catch(() => {}));
  place.append(button);
}

export function startBotStatus(place) {
  store.on("state", () => {
    const cut = dropped().length > 0;
    const alive = !cut && store.mode in MODES;
    place.classList.toggle("alive", alive);
    place.textContent = cut ? "Бот без сети" : MODES[store.mode] ?? "Бот не подключён";
  });
  setInterval(() => document.hidden || store.loadState().catch(() => {}), STATE_EVERY_MS);
}

export function startLinkBanner(banner) {
  events.on("link", (linked) => {
    banner.hidden = linked;
    if (!linked) speak("Связь с песочницей потеряна");
  });
}
