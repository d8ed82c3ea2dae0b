// One phone: whose it is, and either the list of chats or an open chat.
import * as api from "./api.js";
import { avatar } from "./faces.js";
import { chatList } from "./chatlist.js";
import { ChatView } from "./chatview.js";
import { fill, h, iconButton } from "./dom.js";
import { membersDialog, newGroupDialog } from "./groups.js";
import { layout } from "./layout.js";
import { menuItem, openItems } from "./menu.js";
import { attempt } from "./notices.js";
import { openLinkDialog } from "./openlink.js";
import { renameDialog } from "./people.js";
import { reads } from "./reads.js";
import { store } from "./store.js";
import { fullName } from "./words.js";

export class Phone {
  #stops = [];
  #watched = new Set();
  #view = null;
  #shown;

  constructor(place) {
    this.place = place;
    this.bar = h("header", { class: "person-bar" });
    this.screen = h("div", { class: "screen" });
    this.el = h("section", { class: "phone", tabindex: "-1", id: place.id }, this.bar, this.screen);
    this.list = chatList(place.userId, (chatId) => this.openChat(chatId));
    this.#stops = [
      store.on("users", () => this.renderBar()),
      store.on("chats", () => this.#chatsChanged()),
      reads.on("change", () => this.#renderList()),
    ];
    this.renderBar();
    this.#chatsChanged();
    this.update();
  }

  get person() {
    return store.users.get(this.place.userId) ?? { id: this.place.userId, first_name: "…" };
  }

  get rooms() {
    return store.roomsOf(this.place.userId);
  }

  close() {
    this.#stops.forEach((stop) => stop());
    this.#view?.close();
  }

  focus() {
    this.el.scrollIntoView({ inline: "nearest", block: "nearest" });
    if (this.#view) this.#view.focus();
    else (this.screen.querySelector("button") ?? this.el).focus({ preventScroll: true });
  }

  // Follows the layout: shows the chat it names.
  update() {
    const { chatId } = this.place;
    if (this.#shown === chatId) return;
    this.#shown = chatId;
    this.#view?.close();
    this.#view = null;
    if (chatId === null) {
      fill(this.screen, this.list.el);
      this.#renderList();
    } else {
      this.#view = new ChatView(store.room(chatId, this.place.userId), this);
      fill(this.screen, this.#view.el);
    }
  }

  openChat(chatId) {
    if (this.place.chatId === chatId) return;
    layout.show(this.place, chatId);
    this.#view?.focus();
  }

  back() {
    const from = this.place.chatId;
    layout.show(this.place, null);
    const lines = [...this.screen.querySelectorAll(".chat-line")];
    (lines.find((one) => one.dataset.chat === String(from)) ?? lines[0])?.focus();
  }

  unread({ except = null } = {}) {
    return this.rooms.filter((room) => room.chatId !== except && room.isMember)
      .reduce((sum, room) => sum + reads.unread(room), 0);
  }

  unreadElsewhere() {
    return this.unread({ except: this.place.chatId });
  }

  #chatsChanged() {
    const { chatId } = this.place;
    if (chatId < 0 && store.chatsKnown) this.#leaveGone(chatId);
    this.rooms.forEach((room) => {
      room.ensure();
      if (this.#watched.has(room)) return;
      this.#watched.add(room);
      this.#stops.push(room.on("change", () => this.#renderList()), room.on("typing", () => this.#renderList()));
    });
    this.#renderList();
  }

  // A group may have become a supergroup with another id, or be forgotten.
  #leaveGone(chatId) {
    const chat = store.chats.get(chatId);
    if (chat && !chat.migrated_to) return;
    queueMicrotask(() => layout.show(this.place, chat?.migrated_to ?? null));
  }

  #renderList() {
    if (this.place.chatId === null) this.#drawList();
    reads.emit("unread");
  }

  #drawList() {
    const focused = this.list.el.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
    this.list.render();
    if (focused) this.list.el.querySelector(`[data-chat="${focused}"]`)?.focus({ preventScroll: true });
  }

  renderBar() {
    const { person } = this;
    this.el.setAttribute("aria-label", `Телефон: ${fullName(person)}`);
    fill(this.bar, avatar(person.id, fullName(person), "small"),
      h("div", { class: "person-names" }, h("h2", { class: "person-name" }, person.first_name),
        h("span", { class: "person-username" }, [person.last_name, person.username && `@${person.username}`].filter(Boolean).join(" · "))),
      iconButton("link", "Открыть по ссылке", () => this.#openLink()),
      iconButton("settings", "Меню телефона", (event) => this.#personMenu(event.currentTarget)));
  }

  #openLink() {
    openLinkDialog(this.person, () => this.openChat(this.place.userId));
  }

  #personMenu(anchor) {
    openItems(anchor, [
      menuItem("link", "Открыть по ссылке", () => this.#openLink()),
      menuItem("edit", "Переименовать", () => renameDialog(this.person)),
      menuItem("group", "Новая группа", () => newGroupDialog(this.place.userId, (id) => this.openChat(id))),
      menuItem("phone", "Ещё один телефон этого человека", () => layout.open(this.place.userId)),
      menuItem("cross", "Убрать телефон", () => layout.close(this.place)),
    ]);
  }

  menu(anchor, view) {
    const { room } = view;
    const block = (blocked) => attempt(() => api.member({ user_id: room.viewerId, blocked }), view.notices);
    openItems(anchor, [
      menuItem("down", "К последнему сообщению", () => view.list.toEnd()),
      !room.isPrivate && menuItem("group", "Участники", () => membersDialog(room)),
      room.isPrivate && room.started && menuItem(room.botBlocked ? "unlock" : "block", room.botBlocked ? "Разблокировать бота" : "Заблокировать бота", () => block(!room.botBlocked)),
      !room.isPrivate && menuItem("leave", "Выйти из группы", () => attempt(() => api.member({
        chat_id: room.chatId, user_id: room.viewerId, by: room.viewerId, status: "left",
      }), view.notices).then((done) => done && this.back())),
    ]);
  }
}
