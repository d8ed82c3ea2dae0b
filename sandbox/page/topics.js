// Topics of a forum as tabs: all together or one.
import { h, icon } from "./dom.js";

const GENERAL = 1;

export function topicTabs(room, chosen, choose) {
  if (!room.topics?.length) return null;
  const general = room.topics.some((topic) => topic.thread_id === GENERAL) ? [] : [{ thread_id: GENERAL, name: "Общая" }];
  const tabs = [{ thread_id: null, name: "Все темы" }, ...general, ...room.topics];
  return h("div", { class: "topics", role: "tablist", "aria-label": "Темы группы", onkeydown: move }, tabs.map((topic) => {
    const on = topic.thread_id === chosen;
    return h("button", {
      type: "button", role: "tab", class: "topic", "aria-selected": String(on), tabindex: on ? "0" : "-1",
      onclick: () => choose(topic.thread_id),
    }, topic.closed && icon("lock"), topic.name);
  }));
}

function move(event) {
  if (!["ArrowLeft", "ArrowRight"].includes(event.key) || event.altKey) return;
  const tabs = [...event.currentTarget.children];
  const step = event.key === "ArrowRight" ? 1 : -1;
  const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
  const place = event.currentTarget.parentElement;
  const index = tabs.indexOf(next);
  next.click();
  place.querySelectorAll("[role=tab]")[index]?.focus();
}
