// What the page knows: the bot, people, chats, and a Room per (chat, viewer).
// Topics: "users", "chats", "state".
import * as api from "./api.js";
import { Emitter } from "./emitter.js";
import { events } from "./events.js";
import { Room } from "./room.js";

class Store extends Emitter {
  bot = { first_name: "Бот", username: "" };
  mode = null;
  users = new Map();
  chats = new Map();
  chatsKnown = false;
  #rooms = new Map();

  async load() {
    await Promise.all([this.loadState(), this.loadUsers(), this.loadChats()]);
  }

  async loadState() {
    const state = await api.state();
    this.bot = { ...state.bot, description: state.description };
    this.mode = state.mode;
    this.faults = state.faults ?? [];
    this.emit("state", state);
  }

  async loadUsers() {
    this.users = new Map((await api.users()).filter((u) => !u.is_bot).map((u) => [u.id, u]));
    this.emit("users");
  }

  async loadChats() {
    this.chats = new Map((await api.chats()).map((chat) => [chat.id, chat]));
    this.chatsKnown = true;
    this.emit("chats");
  }

  get groups() {
    return [...this.chats.values()].filter((chat) => chat.id < 0 && !chat.migrated_to);
  }

  room(chatId, viewerId) {
    const key = `${chatId}:${viewerId}`;
    if (!this.#rooms.has(key)) this.#rooms.set(key, new Room(chatId, viewerId));
    return this.#rooms.get(key);
  }

  // A person sees the private chat with the bot and the groups they are in.
  roomsOf(userId) {
    const groups = this.groups.filter((chat) => chat.members.includes(userId));
    return [userId, ...groups.map((chat) => chat.id)].map((chatId) => this.room(chatId, userId));
  }

  get rooms() {
    return [...this.#rooms.values()];
  }

  // Groups of before a reset are no longer there to be read.
  async reload() {
    await this.load();
    for (const [key, room] of this.#rooms) {
      if (room.isPrivate ? this.users.has(room.chatId) : this.chats.has(room.chatId)) room.reload();
      else this.#rooms.delete(key);
    }
  }
}

export const store = new Store();

const ABOUT_MESSAGES = ["message", "edit", "delete", "reaction", "poll"];
const ABOUT_ROOM = ["member", "pin", "draft", "commands"];

// While the sandbox is away nothing can be read again; the return of the link reads everything.
const quietly = (reading) => reading.catch(() => {});

export function followEvents() {
  const roomsOfChat = (id) => store.rooms.filter((room) => id === undefined || room.chatId === id);
  ABOUT_MESSAGES.forEach((kind) => events.on(kind, (event) => {
    if (event.chat_id !== undefined && !store.chats.has(event.chat_id)) quietly(store.loadChats());
    roomsOfChat(event.chat_id).forEach((room) => room.touch(event.message_id));
  }));
  ABOUT_ROOM.forEach((kind) => events.on(kind, (event) => {
    roomsOfChat(event.chat_id).forEach((room) => room.touch());
    if (kind === "member") quietly(store.loadChats());
  }));
  events.on("answer", (event) => roomsOfChat(event.chat_id).forEach((room) => room.touch()));
  events.on("typing", (event) => roomsOfChat(event.chat_id).forEach((room) => room.showTyping(event.action)));
  events.on("chat", (event) => {
    quietly(store.loadChats());
    roomsOfChat(event.chat_id).forEach((room) => room.touch());
  });
  events.on("commands", () => quietly(store.loadState()));
  events.on("user", () => quietly(store.loadUsers()));
  const everything = () => quietly(store.reload());
  events.on("gap", everything);
  events.on("reset", () => {
    store.rooms.forEach((room) => room.forget());
    everything();
  });
}
