// How far each person has read each chat; kept in the browser.
import { Emitter } from "./emitter.js";

const KEY = "sandbox.reads";

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

class Reads extends Emitter {
  #upTo = stored();

  upTo(room) {
    return this.#upTo[`${room.viewerId}:${room.chatId}`] ?? 0;
  }

  unread(room) {
    const read = this.upTo(room);
    return room.messages.filter((one) => one.message_id > read && !one.service && !isOwn(one, room)).length;
  }

  mark(room) {
    const last = room.last?.message_id ?? 0;
    if (last <= this.upTo(room)) return;
    this.#upTo[`${room.viewerId}:${room.chatId}`] = last;
    this.#save();
  }

  forget() {
    this.#upTo = {};
    this.#save();
  }

  #save() {
    localStorage.setItem(KEY, JSON.stringify(this.#upTo));
    this.emit("change");
  }
}

// An anonymous admin's words are the group's, even on the admin's own phone.
export const isOwn = (message, room) =>
  message.from?.id === room.viewerId && !message.service;

export const reads = new Reads();
