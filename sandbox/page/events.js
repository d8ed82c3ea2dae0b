// The sandbox's stream of events. Topics: an event's kind, "link" (true or false), "gap" (re-read all).
import { Emitter } from "./emitter.js";

export const events = new Emitter();
const SILENCE_MS = 2000;
let source = null;
let lastSeq = null;
let linked = null;

function setLink(value) {
  if (linked === value) return;
  const returned = linked === false && value;
  linked = value;
  events.emit("link", value);
  if (returned) events.emit("gap");
}

function receive(raw) {
  const event = JSON.parse(raw.data);
  if (lastSeq !== null && event.seq > lastSeq + 1) events.emit("gap");
  lastSeq = Math.max(lastSeq ?? 0, event.seq ?? 0);
  if (event.kind === "reset") lastSeq = event.seq ?? null;
  events.emit(event.kind, event);
}

export function connect() {
  source = new EventSource("/sim/events");
  source.onopen = () => setLink(true);
  source.onmessage = receive;
  source.onerror = () => {
    setLink(false);
    // A closed source does not come back by itself; a connecting one does.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, SILENCE_MS);
  };
}
