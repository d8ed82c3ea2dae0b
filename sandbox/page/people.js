// The people of the sandbox: opening a phone, adding, renaming.
import * as api from "./api.js";
import { avatar } from "./faces.js";
import { fill, h, icon, iconButton } from "./dom.js";
import { newGroupDialog } from "./groups.js";
import { layout } from "./layout.js";
import { openDialog } from "./notices.js";
import { store } from "./store.js";
import { fullName } from "./words.js";

const FIELDS = [
  ["first_name", "Имя и отчество", { required: true }],
  ["last_name", "Фамилия", {}],
  ["username", "Имя пользователя, без @", { pattern: "[A-Za-z][A-Za-z0-9_]{3,31}", title: "Латинские буквы, цифры и «_», от 4 знаков" }],
];

// `focus(phone)` shows a phone that is open already.
export function peopleDialog(focus) {
  openDialog("Люди", (close) => {
    const list = h("ul", { class: "people" });
    const show = (user) => {
      close();
      const open = layout.phones.find((phone) => phone.userId === user.id);
      focus(open ?? layout.open(user.id, user.id));
    };
    const render = () => fill(list, [...store.users.values()].map((user) => personLine(user, show)));
    render();
    const stop = store.on("users", () => (list.isConnected ? render() : stop()));
    return [list, h("h3", {}, "Добавить человека"), personForm({}, "Добавить и открыть телефон", (user) => {
      store.loadUsers().then(() => show(user));
    }), h("button", {
      type: "button", class: "button quiet wide", onclick: () => {
        close();
        newGroupDialog(null, () => {});
      },
    }, icon("group"), "Новая группа")];
  });
}

function personLine(user, show) {
  const open = layout.phones.some((phone) => phone.userId === user.id);
  return h("li", { class: "person" }, avatar(user.id, fullName(user), "small"),
    h("span", { class: "person-names" }, h("span", { class: "person-name" }, fullName(user)),
      h("span", { class: "person-username" }, user.username ? `@${user.username}` : `номер ${user.id}`)),
    iconButton("edit", `Переименовать: ${fullName(user)}`, () => renameDialog(user)),
    h("button", { type: "button", class: "button quiet", "aria-label": `${open ? "Показать" : "Открыть"} телефон: ${fullName(user)}`, onclick: () => show(user) }, open ? "Показать" : "Открыть"));
}

export function renameDialog(user) {
  const { body } = openDialog("Переименовать", (close) => personForm(user, "Сохранить", close));
  body.querySelector("input").focus();
}

function personForm(user, label, done) {
  const inputs = FIELDS.map(([name, title, rules]) => [name, title, h("input", { name, autocomplete: "off", value: user[name] ?? "", ...rules })]);
  const problem = h("p", { class: "form-error", role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    const values = Object.fromEntries(inputs.map(([name, , input]) => [name, input.value.trim() || undefined]));
    try {
      done(await api.saveUser({ id: user.id, language_code: user.language_code, ...values }));
    } catch (error) {
      problem.textContent = error.message;
    }
  };
  return h("form", { class: "form", onsubmit: submit },
    inputs.map(([, title, input]) => h("label", {}, title, input)), problem,
    h("button", { type: "submit", class: "button" }, label));
}
