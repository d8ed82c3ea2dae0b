// Where a person writes: text, replies, edits, commands, the reply keyboard, voice, attachments.
import { chooseAttachment } from "./attach.js";
import { commandList } from "./commands.js";
import { fill, h, icon, iconButton } from "./dom.js";
import { author } from "./faces.js";
import { replyKeyboard } from "./keyboard.js";
import { startRecording } from "./recorder.js";
import { summary } from "./words.js";

const TALLEST_PX = 140;

export class Composer {
  #context = null;
  #keyboardShown = true;
  #asGroup = false;
  #recording = null;

  // `act`: send(text, options), sendFiles(files, kind), start(), unblock(), replyKey(key), sendCard(fields).
  constructor(room, act) {
    this.room = room;
    this.act = act;
    this.el = h("div", { class: "composer" });
    this.input = h("textarea", { rows: "1", placeholder: "Сообщение", "aria-label": "Сообщение", enterkeyhint: "send", maxlength: "4096" });
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("paste", (event) => this.#pasted(event));
    this.render();
  }

  focus() {
    (this.el.contains(this.input) ? this.input : this.el.querySelector("button"))?.focus({ preventScroll: true });
  }

  replyTo(message) {
    this.#setContext(message && { kind: "reply", message });
  }

  edit(message) {
    this.input.value = message.text ?? message.caption ?? "";
    this.#setContext({ kind: "edit", message });
  }

  #setContext(context) {
    this.#context = context;
    this.render();
    this.#grow();
    this.focus();
  }

  #dropContext() {
    if (this.#context?.kind === "edit") this.input.value = "";
    this.#setContext(null);
  }

  // What a person is typing must not be disturbed by messages that change nothing here.
  render() {
    const { room } = this;
    const key = JSON.stringify([
      room.botBlocked, room.started, room.isMember, room.isAdmin, room.commands, this.#rows(),
      this.#context?.kind, this.#context?.message.message_id, this.#keyboardShown, this.#asGroup, Boolean(this.#recording),
    ]);
    if (key !== this.key) this.#build(room);
    this.key = key;
  }

  #build(room) {
    const hadFocus = document.activeElement === this.input;
    if (room.isPrivate && room.botBlocked) this.#only("Разблокировать бота", "unlock", () => this.act.unblock());
    else if (room.isPrivate && !room.started) this.#only("Начать", "play", () => this.act.start());
    else if (!room.isMember) fill(this.el, h("p", { class: "composer-note" }, "Этот человек не в группе."));
    else if (this.#recording) fill(this.el, this.#recording);
    else fill(this.el, this.#contextBar(), this.#suggestions(), this.#row(), this.#keys());
    if (hadFocus) this.input.focus({ preventScroll: true });
  }

  #only(label, mark, action) {
    fill(this.el, h("button", { type: "button", class: "start-button", onclick: action }, icon(mark), label));
  }

  #contextBar() {
    if (!this.#context) return null;
    const { kind, message } = this.#context;
    return h("div", { class: "composer-context" }, icon(kind === "edit" ? "edit" : "reply"),
      h("div", { class: "context-words" },
        h("span", { class: "quote-author" }, kind === "edit" ? "Изменение сообщения" : author(message).name),
        h("span", { class: "quote-text" }, summary(message))),
      iconButton("cross", "Отменить", () => this.#dropContext()));
  }

  #suggestions() {
    const typed = /^\/(\S*)$/.exec(this.input.value);
    if (!typed) return null;
    return commandList(this.room.commands.filter((one) => one.command.startsWith(typed[1])), (text) => this.#command(text));
  }

  #row() {
    const send = h("button", { type: "submit", class: "icon-button send", "aria-label": "Отправить", title: "Отправить" }, icon("send"));
    const voice = iconButton("microphone", "Записать голосовое", () => this.#record());
    this.sendButton = send;
    this.voiceButton = voice;
    const form = h("form", { class: "composer-row", onsubmit: (event) => this.#submit(event) },
      this.#menuButton(),
      iconButton("attach", "Прикрепить", (event) => this.#attach(event.currentTarget)),
      this.input, this.#anonymous(), this.#keyboardToggle(), send, voice);
    this.#showSend();
    return form;
  }

  #menuButton() {
    if (!this.room.isPrivate || !this.room.commands.length) return null;
    const button = h("button", { type: "button", class: "menu-button", "aria-haspopup": "menu", title: "Команды бота" }, icon("menu"), h("span", {}, "Меню"));
    button.addEventListener("click", () => this.act.commands(button, (text) => this.#command(text)));
    return button;
  }

  #anonymous() {
    if (this.room.isPrivate || !this.room.isAdmin) return null;
    const button = iconButton("mask", this.#asGroup ? "Писать от своего имени" : "Писать от имени группы", () => {
      this.#asGroup = !this.#asGroup;
      this.render();
    }, this.#asGroup ? "on" : "");
    button.setAttribute("aria-pressed", String(this.#asGroup));
    this.input.placeholder = this.#asGroup ? "Сообщение от имени группы" : "Сообщение";
    return button;
  }

  #rows() {
    return this.act.replyRows();
  }

  #keyboardToggle() {
    if (!this.#rows()) return null;
    const button = iconButton("keyboard", this.#keyboardShown ? "Спрятать готовые ответы" : "Показать готовые ответы", () => {
      this.#keyboardShown = !this.#keyboardShown;
      this.render();
    });
    button.setAttribute("aria-expanded", String(this.#keyboardShown));
    return button;
  }

  #keys() {
    const rows = this.#rows();
    return rows && this.#keyboardShown ? replyKeyboard(rows, this.act) : null;
  }

  #typed() {
    this.#grow();
    this.#showSend();
    const old = this.el.querySelector(".commands");
    const fresh = this.#suggestions();
    if (old) old.remove();
    if (fresh) this.el.querySelector(".composer-row").before(fresh);
  }

  #grow() {
    this.input.style.height = "auto";
    if (this.input.value) this.input.style.height = `${Math.min(TALLEST_PX, this.input.scrollHeight)}px`;
  }

  #showSend() {
    const empty = !this.input.value.trim() && this.#context?.kind !== "edit";
    this.sendButton.hidden = empty;
    this.voiceButton.hidden = !empty;
  }

  #key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submit(event);
    else if (event.key === "Escape" && this.#context) {
      event.stopPropagation();
      this.#dropContext();
    } else if (event.key === "ArrowUp" && !this.input.value && !event.altKey) this.act.editLast();
  }

  #command(text) {
    this.input.value = "";
    this.#typed();
    this.act.send(text, {});
    this.focus();
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    const context = this.#context;
    this.input.value = "";
    this.#setContext(null);
    this.#typed();
    const sent = await this.act.send(text, this.#options(context));
    if (sent === undefined && !this.input.value) {
      this.input.value = text;
      this.#typed();
    }
  }

  #options(context = this.#context) {
    return {
      reply_to: context?.kind === "reply" ? context.message.message_id : undefined,
      edit_of: context?.kind === "edit" ? context.message.message_id : undefined,
      sender_chat: this.#asGroup && context?.kind !== "edit" ? this.room.chatId : undefined,
    };
  }

  #attach(anchor) {
    chooseAttachment(anchor, {
      files: (files, kind) => this.act.sendFiles(files, kind, this.#options()),
      card: (fields) => this.act.send(undefined, { ...this.#options(), ...fields }),
      place: this.act.place,
    });
  }

  #pasted(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.act.sendFiles(files, "auto", this.#options());
  }

  async #record() {
    const bar = await startRecording({
      place: this.act.place,
      done: (result) => {
        this.#recording = null;
        this.render();
        this.focus();
        if (result) this.act.sendVoice(result, this.#options());
      },
    });
    if (!bar) return;
    this.#recording = bar;
    this.render();
    bar.querySelector("button")?.focus();
  }
}
