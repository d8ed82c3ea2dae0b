// Which phones a newcomer sees: up to three people with the bot, and one group.
import { layout } from "./layout.js";
import { store } from "./store.js";

const PEOPLE = 3;

export function suggestLayout() {
  if (layout.chosen || !store.users.size) return;
  const people = [...store.users.keys()].slice(0, PEOPLE).map((id) => ({ userId: id, chatId: id }));
  const [group] = store.groups;
  const viewer = group?.members.find((id) => store.users.has(id));
  const wanted = viewer ? [...people, { userId: viewer, chatId: group.id }] : people;
  const same = JSON.stringify(wanted) === JSON.stringify(layout.phones.map(({ userId, chatId }) => ({ userId, chatId })));
  if (!same) layout.suggest(wanted);
}
