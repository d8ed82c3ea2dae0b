// Groups: making one, who is in it and as what.
import * as api from "./api.js";
import { avatar } from "./faces.js";
import { fill, h } from "./dom.js";
import { attempt, openDialog } from "./notices.js";
import { store } from "./store.js";
import { fullName } from "./words.js";

const STATUSES = [
  ["creator", "владелец"], ["administrator", "администратор"], ["member", "участник"],
  ["restricted", "ограничен"], ["left", "не в группе"], ["kicked", "исключён"],
];
const BOT_PLACES = [["member", "участник"], ["admin", "администратор"], ["absent", "не добавлен"]];
const KINDS = [["supergroup", "Супергруппа"], ["group", "Обычная группа"], ["forum", "Супергруппа с темами"]];

const choice = (name, options, chosen) => h("select", { name }, options.map(([value, title]) =>
  h("option", { value, selected: value === chosen }, title)));

export function newGroupDialog(ownerId, created) {
  openDialog("Новая группа", (close) => {
    const people = [...store.users.values()];
    const title = h("input", { required: true, autofocus: true, maxlength: "128", autocomplete: "off" });
    const kind = choice("kind", KINDS, "supergroup");
    const owner = choice("owner", people.map((one) => [String(one.id), fullName(one)]), String(ownerId ?? ""));
    const bot = choice("bot", BOT_PLACES, "member");
    const boxes = people.map((one) => [one, h("input", { type: "checkbox", checked: true })]);
    const problem = h("p", { class: "form-error", role: "alert" });
    const submit = async (event) => {
      event.preventDefault();
      try {
        const chat = await api.createChat({
          type: kind.value === "group" ? "group" : "supergroup", is_forum: kind.value === "forum",
          title: title.value.trim(), owner: Number(owner.value), bot: bot.value,
          members: boxes.filter(([, box]) => box.checked).map(([one]) => one.id).filter((id) => id !== Number(owner.value)),
        });
        await store.loadChats();
        close();
        created(chat.id);
      } catch (error) {
        problem.textContent = error.message;
      }
    };
    return h("form", { class: "form", onsubmit: submit },
      h("label", {}, "Название", title), h("label", {}, "Вид", kind), h("label", {}, "Владелец", owner), h("label", {}, "Бот", bot),
      h("fieldset", {}, h("legend", {}, "Участники"), boxes.map(([one, box]) => h("label", { class: "check" }, box, fullName(one)))),
      problem, h("button", { type: "submit", class: "button" }, "Создать"));
  });
}

export function membersDialog(room) {
  openDialog("Участники", () => {
    const list = h("ul", { class: "people" });
    const notices = h("div", { class: "dialog-notices" });
    const render = () => fill(list, everyone(room).map((one) => memberLine(room, one, notices)));
    render();
    const stop = room.on("change", () => (list.isConnected ? render() : stop()));
    return [list, notices];
  });
}

// Those in the group first, then the other people of the sandbox and the bot, who may be added.
function everyone(room) {
  const known = new Map(room.members.map((one) => [one.id, one]));
  const others = [store.bot, ...store.users.values()].filter((one) => !known.has(one.id));
  return [...known.values(), ...others.map((one) => ({ ...one, status: "left" }))];
}

function memberLine(room, one, notices) {
  const isBot = one.id === store.bot.id;
  const name = isBot ? store.bot.first_name : fullName(store.users.get(one.id) ?? one);
  const select = choice("status", STATUSES.filter(([value]) => value !== "creator" || one.status === "creator"), one.status);
  select.setAttribute("aria-label", `${name}: место в группе`);
  select.disabled = one.status === "creator";
  select.addEventListener("change", () => attempt(() => api.member({
    chat_id: room.chatId, user_id: isBot ? "bot" : one.id, by: room.viewerId, status: select.value,
  }), notices).then((done) => { if (!done) select.value = one.status; }));
  return h("li", { class: "person" }, avatar(one.id, name, "small"),
    h("span", { class: "person-names" }, h("span", { class: "person-name" }, name), isBot && h("span", { class: "person-username" }, "бот")), select);
}
