// One chat as one person sees it, kept in step with the sandbox.
// Topics: "change", "typing", "answer" (a reply to this person's button), "failure".
import * as api from "./api.js";
import { Emitter } from "./emitter.js";

const GATHER_MS = 40;
const TYPING_MS = 5000;
const DOING = {
  upload_photo: "отправляет фото…", upload_document: "отправляет файл…", upload_voice: "отправляет голосовое…",
  record_voice: "записывает голосовое…", upload_video: "отправляет видео…",
};
const ABSENT = new Set(["left", "kicked"]);

export class Room extends Emitter {
  chat = {};
  members = [];
  commands = [];
  topics = [];
  pinned = null;
  draft = null;
  started = true;
  reply_keyboard = [];
  botBlocked = false;
  loaded = false;
  #messages = new Map();
  #sorted = null;
  #seenAnswers = new Set();
  #from = null;
  #timer = null;
  #busy = false;
  #typingUntil = 0;
  #doing = "";

  constructor(chatId, viewerId) {
    super();
    this.chatId = chatId;
    this.viewerId = viewerId;
  }

  get isPrivate() {
    return this.chatId > 0;
  }

  get messages() {
    this.#sorted ??= [...this.#messages.values()]
      .filter((message) => !message.deleted)
      .sort((a, b) => a.message_id - b.message_id);
    return this.#sorted;
  }

  get last() {
    return this.messages.at(-1);
  }

  find(messageId) {
    const message = this.#messages.get(messageId);
    return message?.deleted ? undefined : message;
  }

  get status() {
    return this.members.find((one) => one.id === this.viewerId)?.status ?? "left";
  }

  get isMember() {
    return this.isPrivate || !ABSENT.has(this.status);
  }

  get isAdmin() {
    return ["creator", "administrator"].includes(this.status);
  }

  // What the bot is doing now, in words; empty when nothing.
  get typing() {
    return Date.now() < this.#typingUntil ? this.#doing : "";
  }

  ensure() {
    if (!this.loaded && !this.#busy) this.#read(0);
  }

  reload() {
    if (this.loaded || this.#busy) this.#read(0, true);
  }

  forget() {
    this.#messages.clear();
    this.#seenAnswers.clear();
    this.#sorted = null;
    this.emit("change");
  }

  // Events come in bursts; the oldest message they name decides how much is read again.
  touch(messageId = this.last?.message_id ?? 0) {
    if (!this.loaded && !this.#busy) return;
    this.#from = Math.min(this.#from ?? Infinity, messageId);
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS);
  }

  #flush() {
    this.#timer = null;
    if (this.#busy || this.#from === null) return;
    const from = this.#from;
    this.#from = null;
    this.#read(Math.max(0, from - 1));
  }

  async #read(since, whole = false) {
    this.#busy = true;
    try {
      const answer = await api.chat(this.chatId, { as: this.viewerId, since: since || undefined });
      if (whole) this.#messages.clear();
      this.#take(answer);
    } catch (error) {
      this.emit("failure", error);
    } finally {
      this.#busy = false;
      if (this.#from !== null) this.#flush();
    }
  }

  #take(answer) {
    const first = !this.loaded;
    const before = this.last?.message_id ?? 0;
    this.loaded = true;
    this.chat = answer.chat ?? this.chat;
    for (const key of ["members", "commands", "topics", "pinned", "draft", "started", "reply_keyboard"]) {
      if (answer[key] !== undefined) this[key] = answer[key];
    }
    this.botBlocked = answer.bot_blocked ?? this.botBlocked;
    answer.messages.forEach((message) => this.#messages.set(message.message_id, message));
    this.#sorted = null;
    if ((this.last?.message_id ?? 0) > before) this.#typingUntil = 0;
    this.emit("change", { first, before });
    (answer.answers ?? []).filter((one) => one.user_id === this.viewerId)
      .forEach((one) => this.#answered(one, first));
  }

  // Every reading of the chat tells all answers so far; each is shown once.
  #answered(answer, quietly) {
    const id = answer.callback_query_id;
    if (this.#seenAnswers.has(id)) return;
    this.#seenAnswers.add(id);
    if (!quietly && (answer.text || answer.url)) this.emit("answer", answer);
    this.emit("answered", id);
  }

  // Resolves when the bot has answered this press, or when waiting makes no more sense.
  answerTo(id, patienceMs) {
    return new Promise((resolve) => {
      if (this.#seenAnswers.has(id)) return resolve();
      const stop = this.on("answered", (one) => one === id && done());
      const timer = setTimeout(() => done(), patienceMs);
      const done = () => {
        stop();
        clearTimeout(timer);
        resolve();
      };
      return undefined;
    });
  }

  showTyping(action) {
    this.#doing = DOING[action] ?? "печатает…";
    this.#typingUntil = Date.now() + TYPING_MS;
    this.emit("typing");
    setTimeout(() => this.emit("typing"), TYPING_MS + 50);
  }
}
