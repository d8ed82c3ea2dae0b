// What a person can do in an open chat; every refusal is said inside the phone.
import * as api from "./api.js";
import { commandItems } from "./commands.js";
import { h } from "./dom.js";
import { toBot } from "./links.js";
import { menuItem, openItems, openMenu, closeMenu } from "./menu.js";
import { attempt, notify } from "./notices.js";
import { addBotToGroup } from "./openlink.js";
import { isOwn } from "./reads.js";
import { store } from "./store.js";

const ANSWER_WAIT_MS = 15_000;
const REACTIONS = ["👍", "❤", "👏", "🔥", "🙏", "🤔", "👌", "👎"];

export function actions(view) {
  const { room, notices } = view;
  const tryTo = (action) => attempt(action, notices);
  const base = () => ({
    user_id: room.viewerId, chat_id: room.chatId, thread_id: view.topic > 1 ? view.topic : undefined,
  });

  const act = {
    place: notices,
    send: (text, options) => tryTo(() => api.message({ ...base(), text, ...options })),
    upload: (files, kind, caption, options) => tryTo(async () => {
      for (const [index, file] of files.entries()) {
        const words = index === 0 && caption ? caption : undefined;
        await api.message({ ...base(), ...options, caption: words }, { [kind]: file });
      }
    }),
    sendFiles: (files, kind, options) => view.sendFiles(files, kind, options),
    sendVoice: ({ file, seconds }, options) =>
      tryTo(() => api.message({ ...base(), ...options, duration: seconds }, { voice: file })),
    start: (payload) => tryTo(() => api.start(room.viewerId, payload)),
    unblock: () => tryTo(() => api.member({ user_id: room.viewerId, blocked: false })),
    press: (message, button) => tryTo(() => press(room, message, button)),
    vote: (message, options) => tryTo(() => api.vote({ ...base(), message_id: message.message_id, options })),
    react: (message, emoji) => tryTo(() => api.react({ ...base(), message_id: message.message_id, emoji })),
    reply: (message) => message && view.composer.replyTo(message),
    command: (text) => act.send(text, {}),
    goTo: (id) => view.list.goTo(id),
    unsupported: () => notify("Такая кнопка работает только в самом Telegram.", "info", notices),
    copy: (text) => copy(text, notices),
    editLast: () => {
      const last = [...room.messages].reverse().find((one) => isOwn(one, room) && one.text);
      if (last) view.composer.edit(last);
    },
    link: (url, event) => followLink(view, url, event),
    replyRows: () => (room.reply_keyboard.length ? room.reply_keyboard : null),
    replyKey: (key) => tryTo(() => replyKey(room, key)),
    commands: (anchor, choose) => openItems(anchor, commandItems(room.commands, choose)),
    menu: (message, anchor, point) => messageMenu(view, act, message, anchor, point),
  };
  return act;
}

// The answer comes with the events, not with the request: a browser keeps only six connections to
// one address, and buttons that wait for a bot without network would take them all.
async function press(room, message, button) {
  const pressed = await api.press({
    user_id: room.viewerId, chat_id: room.chatId, message_id: message.message_id,
    data: button.data ?? button.callback_data,
  });
  await room.answerTo(pressed.callback_query_id, ANSWER_WAIT_MS);
}

async function copy(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    notify("Скопировано.", "info", place);
  } catch {
    notify("Браузер не дал скопировать. Выделите текст и нажмите Ctrl+C.", "error", place);
  }
}

// A link to this bot is a deep link of the phone's person, anything else opens in a new tab.
function followLink(view, url, event) {
  const target = toBot(url, store.bot.username);
  if (!target) return;
  event?.preventDefault();
  if (target.kind === "group") addBotToGroup(view.room.viewerId, target.payload);
  else {
    view.phone.openChat(view.room.viewerId);
    if (target.payload !== undefined) attempt(() => api.start(view.room.viewerId, target.payload), view.notices);
  }
}

// Pressed on the message that brought the keyboard, so that an inline button of the same name is not meant.
function replyKey(room, key) {
  const holder = [...room.messages].reverse().find((one) => one.reply_keyboard);
  return api.press({
    user_id: room.viewerId, chat_id: room.chatId, message_id: holder?.message_id, label: key.text,
  });
}

function messageMenu(view, act, message, anchor, point) {
  const own = isOwn(message, view.room);
  const text = message.text ?? message.caption;
  const reactions = h("div", { class: "reaction-row", role: "group", "aria-label": "Реакции" }, REACTIONS.map((emoji) => h("button", {
    type: "button", class: "reaction-choice", "aria-label": `Реакция ${emoji}`,
    onclick: () => {
      closeMenu();
      act.react(message, emoji);
    },
  }, emoji)));
  openMenu(anchor, () => [
    reactions,
    menuItem("reply", "Ответить", () => act.reply(message)),
    text && menuItem("copy", "Копировать текст", () => act.copy(text)),
    own && text && menuItem("edit", "Изменить", () => view.composer.edit(message)),
    h("p", { class: "menu-note" }, `Номер сообщения: ${message.message_id}`),
  ].filter(Boolean), { point });
}
