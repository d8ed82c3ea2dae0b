// Puts the page together: top bar, phones side by side, switcher, log of calls.
import { startCalls } from "./calls.js";
import { startClock } from "./clock.js";
import { connect, events } from "./events.js";
import { layout } from "./layout.js";
import { startBotStatus, startLinkBanner, startSwitch } from "./network.js";
import { notify } from "./notices.js";
import { peopleDialog } from "./people.js";
import { Phones } from "./phones.js";
import { reads } from "./reads.js";
import { followEvents, store } from "./store.js";
import { suggestLayout } from "./suggest.js";
import { startTheme } from "./theme.js";

const at = (id) => document.getElementById(id);

startTheme(at("theme"));
startLinkBanner(at("link-lost"));
startBotStatus(at("bot-status"));
startSwitch(at("network"));
startCalls(at("calls"), at("calls-toggle"));

const phones = new Phones(at("phones"), at("tabs"));
at("people").addEventListener("click", () => peopleDialog((place) => phones.focus(place)));

store.on("state", () => {
  at("bot-name").textContent = store.bot.first_name;
  document.title = `${store.bot.first_name} · песочница`;
});
followEvents();
events.on("reset", () => reads.forget());
store.on("users", () => layout.keepOnly(new Set(store.users.keys())));
store.on("users", suggestLayout);
store.on("chats", suggestLayout);
layout.followAddress();
document.addEventListener("visibilitychange", () => document.hidden || store.rooms.forEach((room) => room.emit("change")));

async function begin() {
  await startClock(at("clock"));
  try {
    await store.loadUsers();
    layout.restore();
    layout.keepOnly(new Set(store.users.keys()));
    await store.load();
  } catch (error) {
    notify(error.message, "error");
  }
  document.body.classList.add("ready");
  connect();
}

begin();
