// What a person sees before the first message: who the bot is.
import { h } from "./dom.js";
import { botAvatar } from "./faces.js";

export function welcome(bot) {
  return h("div", { class: "welcome" },
    botAvatar("large"),
    h("p", { class: "welcome-name" }, bot.first_name),
    h("p", { class: "welcome-words" }, bot.description || "Нажмите «Начать», чтобы познакомиться с ботом."),
    h("p", { class: "welcome-note" }, "Есть ссылка или код с плаката? Откройте их через меню телефона: «Открыть по ссылке»."));
}
