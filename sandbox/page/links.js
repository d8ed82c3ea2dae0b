// What a link means on a phone of the sandbox: a way to the bot, or an ordinary address.

const HOSTS = /^(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)\//i;
const CODE = /^[A-Za-z0-9_-]{1,64}$/;

function parts(address) {
  if (/^tg:/i.test(address)) {
    const query = new URLSearchParams(address.split("?")[1] ?? "");
    return { name: query.get("domain") ?? "", query };
  }
  if (!HOSTS.test(address)) return null;
  const [name, search] = address.replace(HOSTS, "").split("?");
  return { name: name.replace(/\/+$/, ""), query: new URLSearchParams(search ?? "") };
}

// null when the link does not lead to this bot; else {kind: "start" | "group", payload?}.
export function toBot(address, username) {
  const found = parts(address.trim());
  if (!found || found.name.toLowerCase() !== (username ?? "").toLowerCase()) return null;
  if (found.query.has("startgroup")) return { kind: "group", payload: found.query.get("startgroup") };
  return { kind: "start", payload: found.query.get("start") ?? undefined };
}

// What a person pastes: a link to the bot or the bare code from a poster.
export function pasted(text, username) {
  const value = text.trim();
  if (CODE.test(value)) return { kind: "start", payload: value };
  return toBot(value, username);
}
