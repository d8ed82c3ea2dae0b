// Where a person writes: text, replies, edits, commands, voice, attachments.
import { chooseAttachment } from "./attach.js";
import { commandList } from "./commands.js";
import { contextBar, groupButton, keyboardButton, menuButton, startButton } from "./composerparts.js";
import { fill, h, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboard.js";
import { startRecording } from "./recorder.js";

const TALLEST_PX = 140;

export class Composer {
  #context = null;
  #keyboardShown = true;
  #asGroup = false;
  #recording = null;
  #key = null;

  // `act` is what the chat can do: send, sendFiles, sendVoice, start, unblock, replyKey …
  constructor(room, act) {
    this.room = room;
    this.act = act;
    this.el = h("div", { class: "composer" });
    this.input = h("textarea", { rows: "1", "aria-label": "Сообщение", enterkeyhint: "send", maxlength: "4096" });
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#pressed(event));
    this.input.addEventListener("paste", (event) => this.#pasted(event));
    this.render();
  }

  focus() {
    (this.el.contains(this.input) ? this.input : this.el.querySelector("button"))?.focus({ preventScroll: true });
  }

  replyTo(message) {
    this.#setContext({ kind: "reply", message });
  }

  edit(message) {
    this.input.value = message.text ?? message.caption ?? "";
    this.#setContext({ kind: "edit", message });
  }

  #setContext(context) {
    if (this.#context?.kind === "edit" && !context) this.input.value = "";
    this.#context = context;
    this.render();
    this.#typed();
    this.focus();
  }

  // What a person is typing must not be disturbed by messages that change nothing here.
  render() {
    const { room } = this;
    const key = JSON.stringify([
      room.botBlocked, room.started, room.isMember, room.isAdmin, room.commands, this.act.replyRows(),
      this.#context?.kind, this.#context?.message.message_id, this.#keyboardShown, this.#asGroup, Boolean(this.#recording),
    ]);
    if (key === this.#key) return;
    this.#key = key;
    const hadFocus = document.activeElement === this.input;
    fill(this.el, this.#parts());
    if (hadFocus) this.input.focus({ preventScroll: true });
  }

  #parts() {
    const { room, act } = this;
    if (room.isPrivate && room.botBlocked) return startButton("Разблокировать бота", "unlock", act.unblock);
    if (room.isPrivate && !room.started) return startButton("Начать", "play", () => act.start());
    if (!room.isMember) return h("p", { class: "composer-note" }, "Этот человек не в группе.");
    if (this.#recording) return this.#recording;
    const rows = act.replyRows();
    return [
      this.#context && contextBar(this.#context, () => this.#setContext(null)),
      this.#suggestions(), this.#row(rows),
      rows && this.#keyboardShown && replyKeyboard(rows, act),
    ];
  }

  #row(rows) {
    this.sendButton = h("button", { type: "submit", class: "icon-button send", "aria-label": "Отправить", title: "Отправить" }, icon("send"));
    this.voiceButton = iconButton("microphone", "Записать голосовое", () => this.#record());
    this.input.placeholder = this.#asGroup ? "Сообщение от имени группы" : "Сообщение";
    this.#showSend();
    const { isPrivate, isAdmin, commands } = this.room;
    return h("form", { class: "composer-row", onsubmit: (event) => this.#submit(event) },
      isPrivate && commands.length > 0 && menuButton((anchor) => this.act.commands(anchor, (text) => this.#command(text))),
      iconButton("attach", "Прикрепить", (event) => this.#attach(event.currentTarget)),
      this.input,
      !isPrivate && isAdmin && groupButton(this.#asGroup, () => this.#toggle(() => { this.#asGroup = !this.#asGroup; })),
      rows && keyboardButton(this.#keyboardShown, () => this.#toggle(() => { this.#keyboardShown = !this.#keyboardShown; })),
      this.sendButton, this.voiceButton);
  }

  #toggle(change) {
    change();
    this.render();
    this.focus();
  }

  #suggestions() {
    const typed = /^\/(\S*)$/.exec(this.input.value);
    return typed && commandList(this.room.commands.filter((one) => one.command.startsWith(typed[1])), (text) => this.#command(text));
  }

  #typed() {
    this.input.style.height = "auto";
    if (this.input.value) this.input.style.height = `${Math.min(TALLEST_PX, this.input.scrollHeight)}px`;
    this.#showSend();
    this.el.querySelector(".commands")?.remove();
    const suggested = this.#suggestions();
    if (suggested) this.el.querySelector(".composer-row")?.before(suggested);
  }

  #showSend() {
    const empty = !this.input.value.trim() && this.#context?.kind !== "edit";
    if (!this.sendButton) return;
    this.sendButton.hidden = empty;
    this.voiceButton.hidden = !empty;
  }

  #pressed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submit(event);
    else if (event.key === "Escape" && this.#context) {
      event.stopPropagation();
      this.#setContext(null);
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
    const options = this.#options();
    this.input.value = "";
    this.#setContext(null);
    const sent = await this.act.send(text, options);
    if (sent !== undefined || this.input.value) return;
    // A refused message is not lost: its words come back.
    this.input.value = text;
    this.#typed();
  }

  #options() {
    const { kind, message } = this.#context ?? {};
    return {
      reply_to: kind === "reply" ? message.message_id : undefined,
      edit_of: kind === "edit" ? message.message_id : undefined,
      sender_chat: this.#asGroup && kind !== "edit" ? this.room.chatId : undefined,
    };
  }

  #attach(anchor) {
    chooseAttachment(anchor, {
      files: (files, kind) => this.act.sendFiles(files, kind, this.#options()),
      card: (fields) => this.act.send(undefined, { ...this.#options(), ...fields }),
    });
  }

  #pasted(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.act.sendFiles(files, "auto", this.#options());
  }

  async #record() {
    const done = (result) => {
      this.#toggle(() => { this.#recording = null; });
      if (result) this.act.sendVoice(result, this.#options());
    };
    const bar = await startRecording({ place: this.act.place, done });
    if (bar) this.#toggle(() => { this.#recording = bar; });
  }
}
