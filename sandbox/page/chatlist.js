// The list of a person's chats with the last words and unread marks.
import { now } from "./clock.js";
import { fill, h, icon } from "./dom.js";
import { author, avatar, botAvatar } from "./faces.js";
import { isOwn, reads } from "./reads.js";
import { store } from "./store.js";
import { listTime, plural, summary } from "./words.js";

export const chatTitle = (room) =>
  (room.isPrivate ? store.bot.first_name : room.chat.title ?? store.chats.get(room.chatId)?.title ?? "Группа");

export const chatAvatar = (room, extra = "") => (room.isPrivate
  ? botAvatar(extra) : avatar(room.chatId, chatTitle(room), extra));

const visible = (room) => room.isPrivate || (room.loaded && room.isMember);

export function chatList(userId, open) {
  const el = h("ul", { class: "chats", "aria-label": "Чаты" });
  const render = () => {
    const rooms = store.roomsOf(userId).filter(visible)
      .sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0) || b.chatId - a.chatId);
    fill(el, rooms.map((room) => h("li", {}, line(room, open))));
  };
  return { el, render };
}

function line(room, open) {
  const unread = reads.unread(room);
  const words = lastWords(room);
  const heard = unread ? `, ${plural(unread, "непрочитанное", "непрочитанных", "непрочитанных")}` : "";
  return h("button", { type: "button", class: "chat-line", dataset: { chat: room.chatId }, "aria-label": `${chatTitle(room)}. ${words}${heard}`, onclick: () => open(room.chatId) },
    chatAvatar(room),
    h("span", { class: "chat-line-title" }, !room.isPrivate && icon("group"), h("span", {}, chatTitle(room))),
    h("span", { class: "chat-line-time" }, room.last ? listTime(room.last.date, now()) : ""),
    h("span", { class: `chat-line-words ${room.typing ? "typing" : ""}` }, room.typing || words),
    unread > 0 && h("span", { class: "badge" }, unread > 99 ? "99+" : String(unread)));
}

function lastWords(room) {
  const { last } = room;
  if (!last) return room.isPrivate && !room.started ? "Бот ещё не запущен" : "Сообщений пока нет";
  const words = summary(last);
  if (isOwn(last, room)) return `Вы: ${words}`;
  return room.isPrivate || last.service ? words : `${author(last).name}: ${words}`;
}
