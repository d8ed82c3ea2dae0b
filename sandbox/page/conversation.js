// A run of messages as entries for the list: days and the unread mark between, neighbours drawn together.
import { bubble, serviceLine } from "./bubbles.js";
import { now } from "./clock.js";
import { h } from "./dom.js";
import { author } from "./faces.js";
import { keepChoices } from "./poll.js";
import { dayKey, dayTitle } from "./words.js";

const RUN_SECONDS = 300;

// `unreadAfter` is the last message the person had read when the chat was opened, or null.
export function entriesOf(messages, { room, unreadAfter, act }) {
  const breaks = (before, message) => !before || dayKey(before.date) !== dayKey(message.date)
    || opensUnread(before, message, unreadAfter) || !joined(before, message);
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    const run = { first: breaks(before, message), last: !after || breaks(message, after) };
    return [...separators(before, message, unreadAfter), entry(message, run, room, act)];
  });
}

function separators(before, message, unreadAfter) {
  const day = dayKey(message.date);
  const newDay = !before || dayKey(before.date) !== day;
  return [
    newDay && separator(`day-${day}-${message.message_id}`, "day", dayTitle(message.date, now())),
    before && opensUnread(before, message, unreadAfter) && separator("unread", "unread-line", "Непрочитанные сообщения"),
  ].filter(Boolean);
}

const opensUnread = (before, message, limit) =>
  limit !== null && message.message_id > limit && before.message_id <= limit;

const separator = (key, className, text) => ({
  key, sign: text, make: () => h("div", { class: className, role: "separator" }, h("span", {}, text)),
});

function entry(message, run, room, act) {
  const quoted = room.find(message.reply_to);
  const draw = (old) => keepChoices(old, bubble(message, { room, run, quoted, act }));
  return {
    key: message.message_id,
    sign: JSON.stringify([message, run, quoted?.text, quoted?.caption, author(message).name]),
    make: message.service ? () => serviceLine(message) : draw,
  };
}

function joined(one, two) {
  return !one.service && !two.service && two.date - one.date < RUN_SECONDS
    && author(one).id === author(two).id && one.thread_id === two.thread_id;
}
