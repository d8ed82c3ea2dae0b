// The bar in place of the composer while a voice message is being recorded.
import { h, icon, iconButton } from "./dom.js";
import { notify } from "./notices.js";
import { record } from "./voice.js";
import { duration } from "./words.js";

const NO_MICROPHONE = "Микрофон недоступен. Готовую запись можно прикрепить скрепкой: «Голосовое из файла».";

// `done` gets {file, seconds}, or null when the sound was thrown away.
export async function startRecording({ place, done }) {
  let recording;
  try {
    recording = await record();
  } catch {
    notify(NO_MICROPHONE, "error", place);
    return null;
  }
  const clock = h("span", { class: "record-time", role: "timer" }, duration(0));
  const ticking = setInterval(() => { clock.textContent = duration(recording.seconds()); }, 500);
  const end = async (keep) => {
    clearInterval(ticking);
    if (keep) return done(await recording.finish());
    await recording.cancel();
    return done(null);
  };
  return h("div", { class: "composer-row recording" },
    iconButton("bin", "Не отправлять запись", () => end(false)),
    h("span", { class: "record-dot" }), clock, h("span", { class: "record-words" }, "Идёт запись"),
    h("button", { type: "button", class: "icon-button send", "aria-label": "Отправить запись", title: "Отправить запись", onclick: () => end(true) }, icon("send")));
}
