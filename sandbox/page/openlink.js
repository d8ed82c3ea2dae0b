// A person's deep link: from a poster's QR code, a message, a colleague.
import * as api from "./api.js";
import { h } from "./dom.js";
import { pasted } from "./links.js";
import { attempt, notify, openDialog } from "./notices.js";
import { store } from "./store.js";
import { fullName } from "./words.js";

export function openLinkDialog(person, started) {
  openDialog("Открыть по ссылке", (close) => {
    const input = h("input", { required: true, autofocus: true, autocomplete: "off", spellcheck: "false", placeholder: `https://t.me/${store.bot.username}?start=…` });
    const problem = h("p", { class: "form-error", role: "alert" });
    const submit = async (event) => {
      event.preventDefault();
      const target = pasted(input.value, store.bot.username);
      if (!target) {
        problem.textContent = `Это не похоже на ссылку бота @${store.bot.username} и не код: в коде только латинские буквы, цифры, «-» и «_».`;
        return;
      }
      close();
      if (target.kind === "group") addBotToGroup(person.id, target.payload);
      else if (await attempt(() => api.start(person.id, target.payload))) started();
    };
    return h("form", { class: "form", onsubmit: submit },
      h("p", { class: "form-note" }, `${fullName(person)} наводит камеру на плакат или нажимает ссылку. Вставьте её сюда целиком или только код.`),
      h("label", {}, "Ссылка или код", input), problem,
      h("button", { type: "submit", class: "button" }, "Открыть"));
  });
}

// A link with startgroup: the person chooses a group, the bot comes in, the group gets the code.
export function addBotToGroup(userId, payload) {
  const groups = store.groups.filter((chat) => chat.members.includes(userId));
  if (!groups.length) {
    notify("Этот человек не состоит ни в одной группе.", "error");
    return;
  }
  openDialog("Добавить бота в группу", (close) => groups.map((chat) => h("button", {
    type: "button", class: "button quiet wide",
    onclick: () => {
      close();
      attempt(async () => {
        await api.member({ chat_id: chat.id, user_id: "bot", by: userId, status: "member" });
        const code = payload ? ` ${payload}` : "";
        await api.message({ user_id: userId, chat_id: chat.id, text: `/start@${store.bot.username}${code}` });
      });
    },
  }, chat.title)));
}
