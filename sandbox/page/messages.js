// The conversation on the screen: the last hundred messages, earlier ones on scrolling up.
import { entriesOf } from "./conversation.js";
import { h, iconButton, Keyed } from "./dom.js";
import { followHands, keepFocus } from "./hands.js";
import { isOwn } from "./reads.js";
import { plural } from "./words.js";

const WINDOW = 100;
const NEAR_PX = 90;
const GENERAL = 1;

export class MessageList {
  #limit = WINDOW;
  #stuck = true;
  #behind = 0;
  #seen = 0;
  #measures = "";

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
    followHands(this.scroller, (id) => room.find(id), act);
    this.observer = new ResizeObserver(() => this.#resized());
    [this.inner, this.draft, this.scroller].forEach((one) => this.observer.observe(one));
  }

  get shown() {
    const all = this.room.messages;
    return this.topic === null ? all : all.filter((one) => (one.thread_id ?? GENERAL) === this.topic);
  }

  render({ own = false } = {}) {
    const all = this.shown;
    const refocus = keepFocus(this.inner);
    this.nodes.render(entriesOf(all.slice(-this.#limit), this));
    refocus((id) => this.nodes.get(id), this.scroller);
    if (this.#stuck || own) this.#jump();
    this.#count(all);
  }

  #resized() {
    if (this.#stuck) this.#jump();
    this.#measure();
  }

  // A scroll event that comes with a change of size is the layout's, not the person's.
  #measure() {
    const { scrollHeight, clientHeight } = this.scroller;
    const changed = this.#measures !== `${scrollHeight}/${clientHeight}`;
    this.#measures = `${scrollHeight}/${clientHeight}`;
    return changed;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (near || !this.#measure()) this.#stuck = near;
    this.#count(this.shown);
    if (scrollTop < NEAR_PX * 3 && this.#limit < this.shown.length) this.#earlier();
  }

  #earlier() {
    const { scrollHeight, scrollTop } = this.scroller;
    this.#limit += WINDOW;
    this.render();
    this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight;
  }

  #count(all) {
    if (this.#stuck) this.#seen = this.room.last?.message_id ?? 0;
    this.#behind = all.filter((one) => one.message_id > this.#seen && !isOwn(one, this.room)).length;
    this.down.hidden = this.#stuck;
    this.down.dataset.count = this.#behind ? String(this.#behind) : "";
    const words = this.#behind ? `, ${plural(this.#behind, "новое", "новых", "новых")}` : "";
    this.down.setAttribute("aria-label", `К последнему сообщению${words}`);
  }

  #jump() {
    this.#stuck = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  toEnd() {
    this.#jump();
    this.#count(this.shown);
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
    node.focus({ preventScroll: true });
  }
}
