// What a person does to messages in the list: arrows, the menu key, a right or double press, a swipe.
import { followSwipes } from "./swipe.js";

const TOUCHABLE = "button, a, input";

// `find(id)` gives the message; `act` has menu(message, anchor, point) and reply(message).
export function followHands(scroller, find, act) {
  const messageOf = (node) => find(Number(node.dataset.id));
  const menu = (node, point) => {
    const message = messageOf(node);
    if (message) act.menu(message, node.querySelector(".bubble"), point);
  };
  const reply = (node) => act.reply(messageOf(node));
  scroller.addEventListener("keydown", (event) => walk(event, scroller, menu));
  scroller.addEventListener("contextmenu", (event) => {
    const node = event.target.closest("[data-id].message");
    if (!node || event.target.closest("a, img, video") || String(getSelection())) return;
    event.preventDefault();
    menu(node, event);
  });
  scroller.addEventListener("dblclick", (event) => {
    const node = event.target.closest("[data-id].message");
    if (!node || event.target.closest(`${TOUCHABLE}, label, video`)) return;
    getSelection().removeAllRanges();
    reply(node);
  });
  followSwipes(scroller, reply);
}

function walk(event, scroller, menu) {
  const current = event.target.closest("[data-id].message");
  const inside = event.target !== scroller && event.target !== current;
  if (inside || event.altKey) return;
  if (event.key === "ArrowUp" || event.key === "ArrowDown") {
    const all = [...scroller.querySelectorAll("[data-id].message")];
    const step = event.key === "ArrowUp" ? -1 : 1;
    all[current ? all.indexOf(current) + step : all.length - 1]?.focus();
  } else if (current && (event.key === "Enter" || event.key === "ContextMenu")) menu(current);
  else return;
  event.preventDefault();
}

// An edit replaces the bubble under the person's finger: the same place in the new one gets the focus.
export function keepFocus(area) {
  const focused = document.activeElement;
  const old = area.contains(focused) ? focused.closest("[data-id].message") : null;
  const index = old ? [...old.querySelectorAll(TOUCHABLE)].indexOf(focused) : -1;
  return (find, otherwise) => {
    if (!old || old.isConnected) return;
    const node = find(Number(old.dataset.id));
    const target = node?.querySelectorAll(TOUCHABLE)[index] ?? node ?? otherwise;
    target.focus({ preventScroll: true });
  };
}
