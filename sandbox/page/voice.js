// Playing a voice message and recording one.
import { fileAddress } from "./api.js";
import { h, icon } from "./dom.js";
import { duration } from "./words.js";

let playing = null;

export function voicePlayer(file, title) {
  const sound = new Audio();
  sound.preload = "none";
  const button = h("button", { type: "button", class: "voice-play", "aria-label": `${title}: слушать` }, icon("play"));
  const track = h("input", { type: "range", class: "voice-track", min: "0", max: "1000", value: "0", "aria-label": "Место в записи" });
  const clock = h("span", { class: "voice-time" }, duration(file.duration));
  const length = () => (Number.isFinite(sound.duration) ? sound.duration : file.duration || 0);
  button.addEventListener("click", () => toggle(sound, file));
  track.addEventListener("input", () => { if (length()) sound.currentTime = (track.value / 1000) * length(); });
  sound.addEventListener("timeupdate", () => {
    track.value = length() ? String((sound.currentTime / length()) * 1000) : "0";
    clock.textContent = `${duration(sound.currentTime)} / ${duration(length())}`;
  });
  for (const event of ["play", "pause", "ended"]) {
    sound.addEventListener(event, () => {
      button.replaceChildren(icon(sound.paused ? "play" : "pause"));
      button.setAttribute("aria-label", `${title}: ${sound.paused ? "слушать" : "остановить"}`);
    });
  }
  sound.addEventListener("error", () => { clock.textContent = "не воспроизводится"; });
  return h("div", { class: "voice" }, button,
    h("div", { class: "voice-side" }, title !== "Голосовое сообщение" && h("span", { class: "voice-title" }, title), track, clock));
}

function toggle(sound, file) {
  if (!sound.paused) return sound.pause();
  playing?.pause();
  playing = sound;
  if (!sound.src) sound.src = fileAddress(file.file_id);
  return sound.play().catch(() => {});
}

const TYPES = [["audio/ogg;codecs=opus", "ogg"], ["audio/webm;codecs=opus", "webm"], ["audio/mp4", "m4a"]];

// Starts recording; `finish()` gives {file, seconds}, `cancel()` throws the sound away.
export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const [type, extension] = TYPES.find(([one]) => MediaRecorder.isTypeSupported(one)) ?? ["", "webm"];
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  const began = performance.now();
  const chunks = [];
  recorder.addEventListener("dataavailable", (event) => chunks.push(event.data));
  recorder.start();
  const stop = () => new Promise((resolve) => {
    recorder.addEventListener("stop", () => {
      stream.getTracks().forEach((track) => track.stop());
      resolve();
    }, { once: true });
    recorder.stop();
  });
  const seconds = () => (performance.now() - began) / 1000;
  return {
    seconds,
    cancel: stop,
    async finish() {
      const length = seconds();
      await stop();
      const mime = recorder.mimeType.split(";")[0];
      return { file: new File(chunks, `voice.${extension}`, { type: mime }), seconds: Math.max(1, Math.round(length)) };
    },
  };
}
