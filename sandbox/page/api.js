// The sandbox's routes for people, as functions.

export class Refusal extends Error {}

const OFFLINE = "Песочница не отвечает. Проверьте, что программа запущена.";

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refusal(OFFLINE);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(answer.error ?? `Ответ песочницы: ${response.status}`);
  return answer;
}

function address(path, query = {}) {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path;
}

const get = (path, query) => request(address(path, query));

function post(path, body) {
  const json = !(body instanceof FormData);
  return request(path, {
    method: "POST",
    headers: json ? { "Content-Type": "application/json" } : {},
    body: json ? JSON.stringify(body) : body,
  });
}

const listOf = (answer, name) => (Array.isArray(answer) ? answer : answer[name] ?? []);

export const state = () => get("/sim/state");
export const users = async () => listOf(await get("/sim/users"), "users");
export const chats = async () => listOf(await get("/sim/chats"), "chats");
export const chat = (id, query) => get(`/sim/chat/${id}`, query);
export const calls = async (since, method) => listOf(await get("/sim/calls", { since, method }), "calls");
export const saveUser = (user) => post("/sim/users", user);
export const createChat = (chatInfo) => post("/sim/chats", chatInfo);
export const member = (change) => post("/sim/member", change);
export const start = (userId, payload) => post("/sim/start", { user_id: userId, payload });
export const press = (button) => post("/sim/press", button);
export const vote = (ballot) => post("/sim/vote", ballot);
export const react = (reaction) => post("/sim/react", reaction);
export const clock = () => get("/sim/clock");
export const setClock = (change) => post("/sim/clock", change);
export const addFault = (fault) => post("/sim/fault", fault);
export const removeFault = (id) => request(address("/sim/fault", { id }), { method: "DELETE" });
export const fileAddress = (fileId) => `/sim/file/${encodeURIComponent(fileId)}`;

// `files` maps a part's name (photo, document, voice …) to a File; without files the body is JSON.
export function message(fields, files = {}) {
  const parts = Object.entries(files);
  if (!parts.length) return post("/sim/message", fields);
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null) {
      form.append(key, typeof value === "object" ? JSON.stringify(value) : value);
    }
  }
  parts.forEach(([name, file]) => form.append(name, file, file.name));
  return post("/sim/message", form);
}
