// The conversation: the last hundred messages, earlier ones on scrolling up, days and unread marks between.
import { bubble, serviceLine } from "./bubbles.js";
import { now } from "./clock.js";
import { h, iconButton, Keyed } from "./dom.js";
import { author } from "./faces.js";
import { isOwn } from "./reads.js";
import { followSwipes } from "./swipe.js";
import { dayKey, dayTitle, plural } from "./words.js";

const WINDOW = 100;
const NEAR_PX = 90;
const RUN_SECONDS = 300;

export class MessageList {
  #limit = WINDOW;
  #stuck = true;
  #behind = 0;

  constructor(room, act) {
    this.room = room;
    this.act = act;
    this.topic = null;
    this.unreadAfter = null;
    this.inner = h("div", { class: "messages-inner" });
    this.nodes = new Keyed(this.inner);
    this.draft = h("div", { class: "message in first last draft", hidden: true },
      h("div", { class: "stack" }, h("div", { class: "bubble" }, h("div", { class: "text" }), h("span", { class: "draft-dots" }))));
    this.scroller = h("div", { class: "messages", role: "log", "aria-live": "off", "aria-label": "Переписка", tabindex: "0" }, this.inner, this.draft);
    this.down = iconButton("down", "К последнему сообщению", () => this.toEnd(), "to-end");
    this.down.hidden = true;
    this.el = h("div", { class: "messages-frame" }, this.scroller, this.down);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.scroller.addEventListener("keydown", (event) => this.#key(event));
    this.scroller.addEventListener("contextmenu", (event) => this.#contextMenu(event));
    this.scroller.addEventListener("dblclick", (event) => this.#reply(event.target));
    followSwipes(this.scroller, (node) => this.#reply(node));
    this.observer = new ResizeObserver(() => this.#stuck && this.#jump());
    this.observer.observe(this.inner);
    this.observer.observe(this.scroller);
  }

  get shown() {
    const all = this.room.messages;
    return this.topic === null ? all : all.filter((one) => (one.thread_id ?? 1) === this.topic);
  }

  render({ own = false } = {}) {
    const all = this.shown;
    const part = all.slice(-this.#limit);
    const focus = this.#focused();
    this.nodes.render(this.#entries(part));
    this.#refocus(focus);
    if (this.#stuck || own) this.#jump();
    else this.#countBehind(all);
  }

  #entries(part) {
    const entries = [];
    part.forEach((message, index) => {
      const before = part[index - 1];
      const after = part[index + 1];
      const newDay = !before || dayKey(before.date) !== dayKey(message.date);
      const firstUnread = this.#opensUnread(message, before);
      if (newDay) entries.push(this.#separator(`day-${dayKey(message.date)}-${message.message_id}`, "day", dayTitle(message.date, now())));
      if (firstUnread) entries.push(this.#separator("unread", "unread-line", "Непрочитанные сообщения"));
      const first = newDay || firstUnread || !joined(before, message);
      const last = !after || dayKey(after.date) !== dayKey(message.date) || this.#opensUnread(after, message) || !joined(message, after);
      entries.push(this.#message(message, { first, last }));
    });
    return entries;
  }

  #opensUnread(message, before) {
    const limit = this.unreadAfter;
    return limit !== null && before !== undefined && message.message_id > limit && before.message_id <= limit;
  }

  #separator(key, className, text) {
    return { key, sign: text, make: () => h("div", { class: className, role: "separator" }, h("span", {}, text)) };
  }

  #message(message, run) {
    const quoted = this.room.find(message.reply_to?.message_id ?? message.reply_to);
    const sign = JSON.stringify([message, run, quoted?.text, quoted?.caption]);
    const make = () => (message.service
      ? serviceLine(message) : bubble(message, { room: this.room, run, quoted, act: this.act }));
    return { key: message.message_id, sign, make };
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.#stuck = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (this.#stuck) this.#caughtUp();
    this.#showDown();
    if (scrollTop < NEAR_PX * 3 && this.#limit < this.shown.length) this.#earlier();
  }

  #earlier() {
    const { scrollHeight, scrollTop } = this.scroller;
    this.#limit += WINDOW;
    this.render();
    this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight;
  }

  #countBehind(all) {
    const seen = this.lastSeen ?? 0;
    this.#behind = all.filter((one) => one.message_id > seen && !isOwn(one, this.room)).length;
    this.#showDown();
  }

  #showDown() {
    this.down.hidden = this.#stuck;
    this.down.dataset.count = this.#behind ? String(this.#behind) : "";
    const words = this.#behind ? `, ${plural(this.#behind, "новое", "новых", "новых")}` : "";
    this.down.setAttribute("aria-label", `К последнему сообщению${words}`);
  }

  #jump() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.#caughtUp();
  }

  #caughtUp() {
    this.#behind = 0;
    this.lastSeen = this.room.last?.message_id;
  }

  toEnd() {
    this.#stuck = true;
    this.#jump();
    this.#showDown();
  }

  goTo(messageId) {
    const all = this.shown;
    const index = all.findIndex((one) => one.message_id === messageId);
    if (index < 0) return;
    this.#limit = Math.max(this.#limit, all.length - index + 20);
    this.#stuck = false;
    this.render();
    const node = this.nodes.get(messageId);
    node.scrollIntoView({ block: "center" });
    node.classList.remove("flash");
    requestAnimationFrame(() => node.classList.add("flash"));
    if (node.tabIndex === -1) node.focus({ preventScroll: true });
  }

  // An edit replaces the bubble under the reader's finger; focus goes to the same place in the new one.
  #focused() {
    const article = document.activeElement?.closest?.(".message");
    if (!article || !this.inner.contains(article)) return null;
    const buttons = [...article.querySelectorAll("button, a, input")];
    return { id: Number(article.dataset.id), article, index: buttons.indexOf(document.activeElement) };
  }

  #refocus(focus) {
    if (!focus || focus.article.isConnected) return;
    const node = this.nodes.get(focus.id);
    const target = node && ([...node.querySelectorAll("button, a, input")][focus.index] ?? node);
    (target ?? this.scroller).focus({ preventScroll: true });
  }

  #key(event) {
    const articles = [...this.inner.querySelectorAll(".message")];
    const current = event.target.closest(".message");
    const inside = event.target !== this.scroller && event.target !== current;
    if (["ArrowUp", "ArrowDown"].includes(event.key) && !inside && !event.altKey) {
      const step = event.key === "ArrowUp" ? -1 : 1;
      const index = current ? articles.indexOf(current) + step : articles.length - 1;
      articles[index]?.focus();
      event.preventDefault();
    } else if (current && ((event.key === "Enter" && !inside) || event.key === "ContextMenu")) {
      event.preventDefault();
      this.#menu(current);
    }
  }

  #contextMenu(event) {
    const article = event.target.closest(".message");
    if (!article || event.target.closest("a, img, video") || String(getSelection())) return;
    event.preventDefault();
    this.#menu(article, event);
  }

  #menu(article, point) {
    const message = this.room.find(Number(article.dataset.id));
    if (message) this.act.menu(message, article.querySelector(".bubble"), point);
  }

  #reply(node) {
    const article = node.closest(".message");
    if (!article || node.closest("button, a, input, label, video")) return;
    getSelection().removeAllRanges();
    this.act.reply(this.room.find(Number(article.dataset.id)));
  }
}

function joined(one, two) {
  return !one.service && !two.service && two.date - one.date < RUN_SECONDS
    && author(one).id === author(two).id && (one.thread_id ?? 1) === (two.thread_id ?? 1);
}
