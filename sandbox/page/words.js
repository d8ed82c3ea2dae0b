// Dates, sizes and plurals the way a Russian reader expects them.
// The people of the sandbox live in the district's time zone, not in that of the viewer's machine.

import { serviceWords } from "./service.js";

export const ZONE = "Europe/Moscow";
const format = (options) => new Intl.DateTimeFormat("ru-RU", { timeZone: ZONE, ...options });
const TIME = format({ hour: "2-digit", minute: "2-digit" });
const SECONDS = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const DAY = format({ day: "numeric", month: "long" });
const DAY_OF_YEAR = format({ day: "numeric", month: "long", year: "numeric" });
const WEEKDAY = format({ weekday: "short" });
const SHORT = format({ day: "2-digit", month: "2-digit", year: "2-digit" });
const FULL = format({ weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
const KEY = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });
const DAY_MS = 86_400_000;

// Telegram's dates are Unix seconds; the sandbox's clock and log speak ISO.
export const toDate = (value) => new Date(typeof value === "number" ? value * 1000 : value);

export const time = (value) => TIME.format(toDate(value));
export const timeWithSeconds = (value) => SECONDS.format(toDate(value));
export const fullDate = (value) => FULL.format(toDate(value));
export const dayKey = (value) => KEY.format(toDate(value));

export function dayTitle(value, now) {
  const day = dayKey(value);
  if (day === KEY.format(now)) return "Сегодня";
  if (day === KEY.format(new Date(now - DAY_MS))) return "Вчера";
  return day.slice(0, 4) === KEY.format(now).slice(0, 4)
    ? DAY.format(toDate(value)) : DAY_OF_YEAR.format(toDate(value));
}

export function listTime(value, now) {
  if (dayKey(value) === KEY.format(now)) return time(value);
  const age = now - toDate(value);
  return age >= 0 && age < 6 * DAY_MS ? WEEKDAY.format(toDate(value)) : SHORT.format(toDate(value));
}

export function plural(n, one, few, many) {
  const rule = new Intl.PluralRules("ru-RU").select(n);
  return `${n} ${{ one, few }[rule] ?? many}`;
}

export function size(bytes) {
  if (!Number.isFinite(bytes)) return "";
  const units = ["Б", "КБ", "МБ", "ГБ"];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const amount = bytes / 1024 ** power;
  const digits = power && amount < 100 ? 1 : 0;
  return `${amount.toLocaleString("ru-RU", { maximumFractionDigits: digits })} ${units[power]}`;
}

export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export const fullName = (user) => [user?.first_name, user?.last_name].filter(Boolean).join(" ");

export function initials(name) {
  const letters = String(name).match(/[\p{L}\p{N}]+/gu) ?? ["?"];
  return letters.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
}

const PLACEHOLDERS = [
  ["photo", "Фотография"], ["voice", "Голосовое сообщение"], ["video", "Видео"],
  ["audio", "Аудиозапись"], ["sticker", "Стикер"], ["contact", "Контакт"], ["location", "Место"],
];

// One line about a message for the chat list, the quote of a reply, the pinned bar, the screen reader.
export function summary(message) {
  if (!message) return "";
  if (message.service) return serviceWords(message.service);
  if (message.poll) return `Опрос: ${message.poll.question}`;
  const words = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").trim();
  if (words) return words;
  if (message.document) return message.document.name ?? "Файл";
  return PLACEHOLDERS.find(([key]) => message[key])?.[1] ?? "Сообщение";
}
