// Photos, files, video and the small cards: contact, place, sticker.
import { fileAddress } from "./api.js";
import { h, icon, iconButton } from "./dom.js";
import { voicePlayer } from "./voice.js";
import { size } from "./words.js";

const WIDEST = 320;

export function media(message) {
  const make = Object.keys(MAKERS).find((key) => message[key]);
  return make ? MAKERS[make](message[make], message) : null;
}

const MAKERS = {
  photo,
  video: (file) => h("video", { class: "video", controls: true, preload: "metadata", src: fileAddress(file.file_id) }),
  animation: (file) => h("video", { class: "video", controls: true, loop: true, preload: "metadata", src: fileAddress(file.file_id) }),
  document: fileCard,
  voice: (file) => voicePlayer(file, "Голосовое сообщение"),
  audio: (file) => voicePlayer(file, file.title ?? file.name ?? "Аудиозапись"),
  sticker: (sticker) => h("div", { class: "sticker", role: "img", "aria-label": `Стикер ${sticker.emoji ?? ""}` }, sticker.emoji ?? "•"),
  contact: (contact) => card("person", [contact.first_name, contact.last_name].filter(Boolean).join(" "), contact.phone_number),
  location: (place) => card("place", "Место на карте", `${place.latitude}, ${place.longitude}`),
};

// The place of a picture is kept while it loads, so that the conversation does not jump.
function photo(file, message) {
  const ratio = file.width && file.height ? file.width / file.height : 4 / 3;
  const width = Math.max(140, Math.min(WIDEST, file.width || WIDEST, 360 * ratio));
  const words = message.caption ? `Фотография: ${message.caption}` : "Фотография";
  const image = h("img", { src: fileAddress(file.file_id), alt: words, loading: "lazy", decoding: "async" });
  image.addEventListener("error", () => image.closest(".photo")?.classList.add("broken"));
  return h("button", {
    type: "button", class: "photo", "aria-label": `${words}. Увеличить`,
    style: { "--width": `${Math.round(width)}px`, "--ratio": String(Math.max(0.4, Math.min(3, ratio))) },
    onclick: () => enlarge(file, words),
  }, image);
}

export function enlarge(file, words) {
  const dialog = h("dialog", { class: "lightbox", "aria-label": words });
  dialog.append(
    h("img", { src: fileAddress(file.file_id), alt: words }),
    h("div", { class: "lightbox-bar" },
      h("a", { class: "icon-button", href: fileAddress(file.file_id), download: file.name ?? "photo.jpg", "aria-label": "Скачать", title: "Скачать" }, icon("download")),
      iconButton("cross", "Закрыть", () => dialog.close())));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function fileCard(file) {
  const name = file.name ?? "Файл";
  const kind = /\.([\p{L}\p{N}]{1,5})$/u.exec(name)?.[1] ?? "";
  return h("a", {
    class: "file", href: fileAddress(file.file_id), download: name, "aria-label": `Скачать файл ${name}, ${size(file.size)}`,
  },
  h("span", { class: "file-badge", "data-kind": kind.toLowerCase() }, kind ? kind.toUpperCase() : icon("file")),
  h("span", { class: "file-words" }, h("span", { class: "file-name" }, name), h("span", { class: "file-size" }, size(file.size))),
  icon("download"));
}

const card = (mark, title, detail) => h("div", { class: "file" },
  h("span", { class: "file-badge" }, icon(mark)),
  h("span", { class: "file-words" }, h("span", { class: "file-name" }, title), h("span", { class: "file-size" }, detail)));
