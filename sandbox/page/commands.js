// The bot's commands: a list above the composer and the menu button.
import { h } from "./dom.js";
import { menuItem } from "./menu.js";

export function commandList(commands, choose) {
  if (!commands.length) return null;
  return h("ul", { class: "commands", "aria-label": "Команды бота" }, commands.map((one) => h("li", {},
    h("button", { type: "button", class: "command", onclick: () => choose(`/${one.command}`) },
      h("span", { class: "command-name" }, `/${one.command}`), h("span", { class: "command-words" }, one.description)))));
}

export const commandItems = (commands, choose) => commands.map((one) => {
  const item = menuItem(null, one.description, () => choose(`/${one.command}`), "command-item");
  item.append(h("span", { class: "command-name" }, `/${one.command}`));
  return item;
});
