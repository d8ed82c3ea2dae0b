// Who speaks: names, colours, round pictures with initials.
import { h, icon } from "./dom.js";
import { store } from "./store.js";
import { fullName, initials } from "./words.js";

const TINTS = 7;

export const tint = (id) => `tint-${Math.abs(Number(id) || 0) % TINTS}`;

export const avatar = (id, name, extra = "") =>
  h("span", { class: `avatar ${tint(id)} ${extra}`, "aria-hidden": "true" }, initials(name));

export const botAvatar = (extra = "") =>
  h("span", { class: `avatar bot-avatar ${extra}`, "aria-hidden": "true" }, icon("bot"));

// As others see it: an anonymous admin speaks as the group.
export function author(message) {
  const from = message.from ?? {};
  const id = from.sender_chat ?? from.id ?? 0;
  const name = fullName(store.users.get(id)) || from.first_name || "Без имени";
  return { id, name, isBot: from.is_bot && from.sender_chat === undefined };
}
