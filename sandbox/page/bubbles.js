// One message as a bubble.
import { h, icon, iconButton } from "./dom.js";
import { formatted } from "./entities.js";
import { author, avatar, botAvatar, tint } from "./faces.js";
import { inlineKeyboard } from "./keyboard.js";
import { media } from "./media.js";
import { pollCard } from "./poll.js";
import { isOwn } from "./reads.js";
import { serviceWords } from "./service.js";
import { fullDate, summary, time } from "./words.js";

const MEDIA_ALONE = ["photo", "video", "animation"];

export function serviceLine(message) {
  return h("div", { class: "service", dataset: { id: message.message_id } }, h("span", {}, serviceWords(message.service)));
}

// `run` says where the message stands among its neighbours: {first, last}; `quoted` is the replied one.
export function bubble(message, { room, run, quoted, act }) {
  const own = isOwn(message, room);
  const who = author(message);
  const bare = Boolean(message.sticker) || (MEDIA_ALONE.some((kind) => message[kind]) && !message.caption);
  const body = h("div", { class: `bubble ${bare ? "bare" : ""} ${message.sticker ? "plain" : ""}` },
    !room.isPrivate && !own && run.first && h("p", { class: `author ${tint(who.id)}` }, who.name, who.isBot && h("span", { class: "bot-mark" }, "бот")),
    message.forward_origin && h("p", { class: "forwarded" }, `Переслано: ${origin(message.forward_origin)}`),
    quoted && quote(quoted, act),
    media(message),
    message.poll && pollCard(pollOf(message), { vote: (options) => act.vote(message, options) }),
    words(message, act),
    reactions(message, room, act),
    meta(message, own),
    iconButton("more", "Действия с сообщением", (event) => act.menu(message, event.currentTarget), "message-menu", { tabindex: "-1" }));
  const stack = h("div", { class: "stack" }, body,
    message.keyboard?.length && inlineKeyboard(message.keyboard, { ...act, press: (button) => act.press(message, button) }));
  return h("article", {
    class: ["message", own ? "out" : "in", run.first && "first", run.last && "last", !room.isPrivate && "with-avatar"].filter(Boolean).join(" "),
    tabindex: "-1", dataset: { id: message.message_id },
  },
  !room.isPrivate && !own && face(who, run),
  stack);
}

function face(who, run) {
  if (!run.last) return h("span", { class: "avatar-space" });
  return who.isBot ? botAvatar() : avatar(who.id, who.name);
}

const pollOf = (message) => ({ ...message.poll, my_votes: message.poll.my_votes ?? message.my_votes });

function origin(from) {
  const user = from.sender_user;
  return from.sender_user_name ?? user?.first_name ?? from.sender_chat?.title ?? from.chat?.title ?? "";
}

function words(message, act) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.entities ?? message.caption_entities ?? [];
  return h("div", { class: "text" }, formatted(text, entities, act));
}

function quote(message, act) {
  const who = author(message);
  return h("button", {
    type: "button", class: `quote ${tint(who.id)}`, onclick: () => act.goTo(message.message_id),
  }, h("span", { class: "quote-author" }, who.name), h("span", { class: "quote-text" }, summary(message)));
}

function meta(message, own) {
  return h("span", { class: "meta" },
    message.edited && h("span", { class: "edited" }, "изм. "),
    h("time", { datetime: new Date(message.date * 1000).toISOString(), title: fullDate(message.date) }, time(message.date)),
    own && icon("sent", "sent"));
}

function reactions(message, room, act) {
  const counted = countReactions(message.reactions ?? [], room.viewerId);
  if (!counted.length) return null;
  return h("div", { class: "reactions" }, counted.map(({ emoji, count, mine }) => h("button", {
    type: "button", class: "reaction", "aria-pressed": String(mine), "aria-label": `Реакция ${emoji}: ${count}`,
    onclick: () => act.react(message, mine ? "" : emoji),
  }, h("span", {}, emoji), h("span", { class: "reaction-count" }, String(count)))));
}

// One entry per person and emoji, or already counted as in Telegram's ReactionCount.
export function countReactions(list, viewerId) {
  const counts = new Map();
  for (const one of list) {
    const emoji = one.emoji ?? one.type?.emoji;
    const entry = counts.get(emoji) ?? { emoji, count: 0, mine: false };
    const people = one.user_ids ?? (one.user_id === undefined ? [] : [one.user_id]);
    entry.count += one.count ?? one.total_count ?? Math.max(1, people.length);
    entry.mine ||= people.includes(viewerId);
    counts.set(emoji, entry);
  }
  return [...counts.values()].filter((entry) => entry.emoji);
}
