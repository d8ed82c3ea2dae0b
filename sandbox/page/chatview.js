// An open chat on a phone: header, pinned message, topics, conversation, composer.
import { acceptDrops, previewFiles } from "./attach.js";
import { actions } from "./actions.js";
import { chatAvatar, chatTitle } from "./chatlist.js";
import { Composer } from "./composer.js";
import { fill, h, icon, iconButton } from "./dom.js";
import { author } from "./faces.js";
import { MessageList } from "./messages.js";
import { alertIn, notify, speak } from "./notices.js";
import { isOwn, reads } from "./reads.js";
import { store } from "./store.js";
import { topicTabs } from "./topics.js";
import { plural, summary } from "./words.js";
import { welcome } from "./welcome.js";

export class ChatView {
  #stops = [];

  // `phone`: back(), openChat(id), menu(anchor, view), unreadElsewhere(), person.
  constructor(room, phone) {
    this.room = room;
    this.phone = phone;
    this.topic = null;
    this.notices = h("div", { class: "phone-notices" });
    this.act = actions(this);
    this.list = new MessageList(room, this.act);
    this.composer = new Composer(room, this.act);
    this.head = h("header", { class: "chat-head" });
    this.pinned = h("div", { class: "pinned-place" });
    this.topics = h("div", { class: "topics-place" });
    this.el = h("div", { class: "chat" }, this.head, this.pinned, this.topics, this.list.el, this.notices, this.composer.el);
    acceptDrops(this.el, (files, kind) => this.sendFiles(files, kind));
    this.#stops = [
      room.on("change", (change) => this.#changed(change)),
      room.on("typing", () => this.#renderHead()),
      room.on("answer", (answer) => this.#answered(answer)),
      room.on("failure", (error) => notify(error.message, "error", this.notices)),
      reads.on("unread", () => this.#renderHead()),
      store.on("state", () => this.#named()),
    ];
    if (room.loaded) this.#first();
    room.ensure();
  }

  close() {
    this.#stops.forEach((stop) => stop());
    this.list.observer.disconnect();
  }

  focus() {
    this.composer.focus();
  }

  // The bot may have got another name, another description.
  #named() {
    this.#renderHead();
    this.#renderWelcome();
  }

  #first() {
    const before = reads.upTo(this.room);
    this.list.unreadAfter = before && reads.unread(this.room) ? before : null;
    this.render();
  }

  #changed(change) {
    if (change?.first) return this.#first();
    const fresh = this.room.messages.filter((one) => one.message_id > (change?.before ?? Infinity));
    const own = fresh.some((one) => isOwn(one, this.room));
    if (own) this.list.unreadAfter = null;
    this.render({ own });
    fresh.filter((one) => !isOwn(one, this.room)).forEach((one) => this.#say(one));
    return undefined;
  }

  #say(message) {
    const { first_name: person } = this.phone.person;
    speak(`${person}, чат ${chatTitle(this.room)}. ${message.service ? "" : `${author(message).name}: `}${summary(message)}`);
  }

  render(options) {
    this.#renderHead();
    this.#renderPinned();
    this.#renderTopics();
    this.list.topic = this.topic;
    this.list.render(options);
    this.#renderWelcome();
    this.#renderDraft();
    this.composer.render();
    if (!document.hidden) reads.mark(this.room);
  }

  #renderWelcome() {
    this.list.el.querySelector(".welcome")?.remove();
    const empty = this.room.loaded && this.room.isPrivate && !this.room.messages.length;
    if (empty) this.list.el.append(welcome(store.bot));
  }

  #renderTopics() {
    const key = JSON.stringify([this.room.topics, this.topic]);
    if (key === this.topicsKey) return;
    this.topicsKey = key;
    fill(this.topics, topicTabs(this.room, this.topic, (topic) => this.#chooseTopic(topic)));
    this.topics.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #chooseTopic(topic) {
    this.topic = topic;
    this.render();
    this.list.toEnd();
  }

  // What the bot is still writing (sendMessageDraft) grows at the end of the conversation.
  #renderDraft() {
    this.list.draft.hidden = this.room.draft === null;
    this.list.draft.querySelector(".text").textContent = this.room.draft ?? "";
  }

  #renderHead() {
    const { room } = this;
    const elsewhere = this.phone.unreadElsewhere();
    const back = iconButton("back", elsewhere ? `К списку чатов, ${plural(elsewhere, "непрочитанное", "непрочитанных", "непрочитанных")}` : "К списку чатов", () => this.phone.back(), "back");
    if (elsewhere) back.append(h("span", { class: "badge" }, elsewhere > 99 ? "99+" : String(elsewhere)));
    const key = JSON.stringify([chatTitle(room), this.#subtitle(), elsewhere]);
    if (key === this.headKey) return;
    this.headKey = key;
    fill(this.head, back, chatAvatar(room, "small"),
      h("div", { class: "chat-names" }, h("h3", { class: "chat-title" }, chatTitle(room)),
        h("p", { class: `chat-subtitle ${room.typing ? "typing" : ""}` }, this.#subtitle())),
      iconButton("more", "Меню чата", (event) => this.phone.menu(event.currentTarget, this)));
  }

  #subtitle() {
    if (this.room.typing) return this.room.typing;
    if (this.room.isPrivate) return this.room.botBlocked ? "бот заблокирован" : "бот";
    const present = this.room.members.filter((one) => !["left", "kicked"].includes(one.status)).length;
    return plural(present, "участник", "участника", "участников");
  }

  #renderPinned() {
    const message = this.room.find(this.room.pinned);
    fill(this.pinned, message && h("button", { type: "button", class: "pinned", onclick: () => this.list.goTo(message.message_id) },
      icon("pin"), h("span", { class: "context-words" },
        h("span", { class: "quote-author" }, "Закреплённое сообщение"), h("span", { class: "quote-text" }, summary(message)))));
  }

  #answered(answer) {
    if (answer.url) this.act.link(answer.url);
    if (!answer.text) return;
    if (answer.alert ?? answer.show_alert) alertIn(this.el, answer.text, chatTitle({ isPrivate: true }));
    else notify(answer.text, "info", this.notices);
    speak(answer.text);
  }

  sendFiles(files, kind, options = {}) {
    previewFiles(files, kind, (chosen, type, caption) => this.act.upload(chosen, type, caption, options));
  }
}
