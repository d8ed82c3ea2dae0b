// A poll or a quiz: choosing, results, retraction.
import { h, icon } from "./dom.js";
import { plural } from "./words.js";

const KINDS = {
  regular: ["Опрос", "Анонимный опрос"],
  quiz: ["Викторина", "Анонимная викторина"],
};

function heading(poll) {
  if (poll.is_closed) return "Опрос завершён";
  return (KINDS[poll.type] ?? KINDS.regular)[poll.is_anonymous ? 1 : 0];
}

const correctOptions = (poll) =>
  new Set(poll.correct_option_ids ?? (poll.correct_option_id === undefined ? [] : [poll.correct_option_id]));

// `act.vote(indexes)` answers when the ballot is in; an empty list takes it back.
export function pollCard(poll, act) {
  const mine = new Set(poll.my_votes ?? []);
  const open = poll.is_closed || mine.size > 0;
  const card = h("div", { class: "poll" },
    h("p", { class: "poll-question" }, poll.question),
    h("p", { class: "poll-kind" }, heading(poll)));
  card.append(open ? results(poll, mine) : ballot(poll, act));
  if (open && poll.explanation) card.append(h("p", { class: "poll-explanation" }, poll.explanation));
  card.append(footer(poll, mine, act));
  return card;
}

function ballot(poll, act) {
  if (!poll.allows_multiple_answers) return list(poll, (option, index) => single(option, index, act));
  const form = h("form", { class: "poll-form" }, list(poll, (option, index) => multiple(option, index)));
  const send = h("button", { type: "submit", class: "poll-send", disabled: true }, "Проголосовать");
  const chosen = () => [...form.querySelectorAll("input:checked")].map((input) => Number(input.value));
  form.addEventListener("change", () => { send.disabled = !chosen().length; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act.vote(chosen());
  });
  form.append(send);
  return form;
}

const list = (poll, make) =>
  h("ul", { class: "poll-options" }, poll.options.map((option, index) => h("li", {}, make(option, index))));

function single(option, index, act) {
  const button = h("button", { type: "button", class: "poll-option" }, h("span", { class: "poll-mark" }), h("span", {}, option.text));
  button.addEventListener("click", () => {
    button.setAttribute("aria-busy", "true");
    act.vote([index]).finally(() => button.removeAttribute("aria-busy"));
  });
  return button;
}

const multiple = (option, index) => h("label", { class: "poll-option" },
  h("input", { type: "checkbox", value: String(index) }), h("span", {}, option.text));

// Others vote while this person is still ticking options: the ticks stay.
export function keepChoices(old, fresh) {
  const ticked = old ? [...old.querySelectorAll(".poll-form input:checked")] : [];
  ticked.forEach(({ value }) => {
    const box = fresh.querySelector(`.poll-form input[value="${value}"]`);
    if (!box) return;
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return fresh;
}

function results(poll, mine) {
  const correct = correctOptions(poll);
  const total = poll.total_voter_count || 0;
  return list(poll, (option, index) => {
    const share = total ? Math.round((option.voter_count / total) * 100) : 0;
    const right = correct.has(index);
    const mark = (right || mine.has(index)) && icon(correct.size && !right ? "cross" : "check", "poll-chosen");
    return h("div", { class: `poll-result ${right ? "right" : ""} ${correct.size && mine.has(index) && !right ? "wrong" : ""}` },
      h("span", { class: "poll-share" }, `${share} %`),
      h("span", { class: "poll-text" }, option.text, mark, mine.has(index) && h("span", { class: "unseen" }, " (ваш ответ)")),
      h("span", { class: "poll-bar", style: { "--share": `${share}%` } }),
      h("span", { class: "poll-count" }, String(option.voter_count ?? 0)));
  });
}

function footer(poll, mine, act) {
  const count = poll.total_voter_count
    ? plural(poll.total_voter_count, "голос", "голоса", "голосов") : "Голосов пока нет";
  const mayRetract = mine.size > 0 && !poll.is_closed && (poll.allows_revoting ?? poll.type !== "quiz");
  return h("p", { class: "poll-footer" }, h("span", {}, count),
    mayRetract && h("button", { type: "button", class: "text-button", onclick: () => act.vote([]) }, "Отменить голос"));
}
