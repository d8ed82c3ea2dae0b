// The list of a person's chats with the last words and unread marks.
import { now } from "./clock.js";
import { h, icon, Keyed } from "./dom.js";
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
  const lines = new Keyed(el);
  const render = () => {
    const rooms = store.roomsOf(userId).filter(visible)
      .sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0) || b.chatId - a.chatId);
    lines.render(rooms.map((room) => {
      const shown = describe(room);
      return { key: room.chatId, sign: JSON.stringify(shown), make: () => h("li", {}, line(room, shown, open)) };
    }));
  };
  return { el, render };
}

const describe = (room) => ({
  title: chatTitle(room),
  unread: reads.unread(room),
  words: room.typing || lastWords(room),
  typing: Boolean(room.typing),
  when: room.last ? listTime(room.last.date, now()) : "",
});

function line(room, { title, unread, words, typing, when }, open) {
  const heard = unread ? `, ${plural(unread, "непрочитанное", "непрочитанных", "непрочитанных")}` : "";
  return h("button", { type: "button", class: "chat-line", dataset: { chat: room.chatId }, "aria-label": `${title}. ${words}${heard}`, onclick: () => open(room.chatId) },
    chatAvatar(room),
    h("span", { class: "chat-line-title" }, !room.isPrivate && icon("group"), h("span", {}, title)),
    h("span", { class: "chat-line-time" }, when),
    h("span", { class: `chat-line-words ${typing ? "typing" : ""}` }, words),
    unread > 0 && h("span", { class: "badge" }, unread > 99 ? "99+" : String(unread)));
}

function lastWords(room) {
  const { last } = room;
  if (!last) return room.isPrivate && !room.started ? "Бот ещё не запущен" : "Сообщений пока нет";
  const words = summary(last);
  if (isOwn(last, room)) return `Вы: ${words}`;
  return room.isPrivate || last.service ? words : `${author(last).name}: ${words}`;
}
