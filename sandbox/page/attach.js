// Choosing what to attach, looking at it before sending, dropping files on a chat.
import { h, icon } from "./dom.js";
import { menuItem, openItems, openMenu } from "./menu.js";
import { openDialog } from "./notices.js";
import { plural, size } from "./words.js";

const STICKERS = ["👍", "🙏", "👏", "🤝", "🎉", "🤔", "😊", "❤️"];
const MAIN_SQUARE = { latitude: 54.551, longitude: 42.479 };

function pick(accept, kind, act) {
  const input = h("input", { type: "file", accept, multiple: kind !== "voice", hidden: true });
  input.addEventListener("change", () => {
    input.remove();
    if (input.files.length) act.files([...input.files], kind);
  });
  document.querySelectorAll("body > input[type=file]").forEach((old) => old.remove());
  document.body.append(input);
  input.click();
}

export function chooseAttachment(anchor, act) {
  openItems(anchor, [
    menuItem("photo", "Фото", () => pick("image/*", "photo", act)),
    menuItem("file", "Файл", () => pick("", "document", act)),
    menuItem("microphone", "Голосовое из файла", () => pick("audio/*", "voice", act)),
    menuItem("video", "Видео", () => pick("video/*", "video", act)),
    menuItem("person", "Контакт", () => contactForm(act)),
    menuItem("place", "Место", () => act.card({ location: MAIN_SQUARE })),
    menuItem("sticker", "Стикер", () => stickers(anchor, act)),
  ]);
}

function stickers(anchor, act) {
  openMenu(anchor, (close) => h("div", { class: "sticker-grid" }, STICKERS.map((emoji) => h("button", {
    type: "button", class: "sticker-choice", "aria-label": `Стикер ${emoji}`,
    onclick: () => {
      close();
      act.card({ sticker: { emoji } });
    },
  }, emoji))));
}

function contactForm(act) {
  openDialog("Отправить контакт", (close) => {
    const name = h("input", { name: "name", autofocus: true, required: true, autocomplete: "off" });
    const phone = h("input", { name: "phone", type: "tel", required: true, value: "+7 900 000-00-00" });
    return h("form", {
      class: "form",
      onsubmit: (event) => {
        event.preventDefault();
        act.card({ contact: { first_name: name.value, phone_number: phone.value.replace(/[^+\d]/g, "") } });
        close();
      },
    }, h("label", {}, "Имя", name), h("label", {}, "Телефон", phone), h("button", { type: "submit", class: "button" }, "Отправить"));
  });
}

const isPicture = (file) => /^image\/(jpeg|png|webp)$/.test(file.type);

// Shows what will be sent; `send(files, kind, caption)` is called when the person agrees.
export function previewFiles(files, kind, send) {
  const pictures = files.every(isPicture);
  const asPhoto = h("input", { type: "checkbox" });
  asPhoto.checked = pictures && kind !== "document";
  const caption = h("textarea", { autofocus: true, rows: "2", maxlength: "1024", placeholder: "Подпись" });
  const chosen = () => (kind === "voice" || kind === "video" ? kind : asPhoto.checked ? "photo" : "document");
  openDialog(plural(files.length, "файл", "файла", "файлов"), (close) => h("form", {
    class: "form",
    onsubmit: (event) => {
      event.preventDefault();
      send(files, chosen(), caption.value.trim());
      close();
    },
  },
  h("ul", { class: "preview" }, files.map(previewLine)),
  pictures && h("label", { class: "check" }, asPhoto, "Отправить как фото"),
  h("label", {}, "Подпись", caption),
  h("button", { type: "submit", class: "button" }, "Отправить")));
}

function previewLine(file) {
  const sight = isPicture(file) ? h("img", { src: URL.createObjectURL(file), alt: "" }) : h("span", { class: "file-badge" }, icon("file"));
  return h("li", { class: "file" }, sight,
    h("span", { class: "file-words" }, h("span", { class: "file-name" }, file.name), h("span", { class: "file-size" }, size(file.size))));
}

export function acceptDrops(area, take) {
  let depth = 0;
  const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const mark = (change) => {
    depth = Math.max(0, depth + change);
    area.classList.toggle("dropping", depth > 0);
  };
  area.addEventListener("dragenter", (event) => carriesFiles(event) && mark(1));
  area.addEventListener("dragleave", (event) => carriesFiles(event) && mark(-1));
  area.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  area.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    mark(-depth);
    take([...event.dataTransfer.files], "auto");
  });
}
