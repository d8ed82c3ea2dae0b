// The row of phones, the tabs above it, and Alt+arrows between phones.
import { avatar } from "./faces.js";
import { arrange, h, icon, Keyed } from "./dom.js";
import { layout } from "./layout.js";
import { peopleDialog } from "./people.js";
import { Phone } from "./phone.js";
import { reads } from "./reads.js";
import { store } from "./store.js";
import { chatTitle } from "./chatlist.js";
import { fullName, plural } from "./words.js";

export class Phones {
  #phones = new Map();
  #active = null;

  constructor(row, tabs) {
    this.row = row;
    this.tabs = tabs;
    this.tabNodes = new Keyed(tabs);
    this.add = h("button", { type: "button", class: "add-phone", onclick: () => peopleDialog((place) => this.focus(place)) },
      icon("plus"), h("span", {}, "Открыть телефон"));
    layout.on("change", () => this.render());
    reads.on("unread", () => this.#tabsSoon());
    store.on("users", () => this.#tabsSoon());
    document.addEventListener("keydown", (event) => this.#key(event));
    row.addEventListener("focusin", (event) => this.#activate(event.target.closest(".phone")?.id));
    this.observer = new IntersectionObserver((entries) => this.#seen(entries), { root: row, threshold: 0.6 });
    new ResizeObserver(() => this.#overflow()).observe(row);
    this.render();
  }

  render() {
    const open = new Set(layout.phones.map((place) => place.id));
    for (const [id, phone] of this.#phones) {
      if (open.has(id)) continue;
      this.observer.unobserve(phone.el);
      if (phone.el.contains(document.activeElement)) this.row.focus({ preventScroll: true });
      phone.close();
      this.#phones.delete(id);
    }
    for (const place of layout.phones) {
      if (this.#phones.has(place.id)) this.#phones.get(place.id).update();
      else {
        const phone = new Phone(place);
        this.#phones.set(place.id, phone);
        this.observer.observe(phone.el);
      }
    }
    const phones = layout.phones.map((place) => this.#phones.get(place.id));
    arrange(this.row, [...phones.map((phone) => phone.el), this.add]);
    this.add.classList.toggle("alone", !phones.length);
    if (!open.has(this.#active)) this.#active = layout.phones[0]?.id ?? null;
    this.#overflow();
    this.#renderTabs();
  }

  focus(place) {
    this.#phones.get(place.id)?.focus();
  }

  #overflow() {
    document.body.classList.toggle("overflowing", this.row.scrollWidth > this.row.clientWidth + 1);
  }

  // On a narrow screen one phone is in sight at a time; that one is the active tab.
  #seen(entries) {
    const sight = entries.filter((entry) => entry.isIntersecting);
    if (sight.length === 1 && innerWidth < 760) this.#activate(sight[0].target.id);
  }

  #activate(id) {
    if (!id || id === this.#active) return;
    this.#active = id;
    this.#renderTabs();
  }

  #tabsSoon() {
    this.timer ??= requestAnimationFrame(() => {
      this.timer = null;
      this.#renderTabs();
    });
  }

  #renderTabs() {
    const focused = this.tabs.contains(document.activeElement) ? document.activeElement.dataset.phone : null;
    this.tabNodes.render(layout.phones.map((place) => this.#tab(place)));
    if (focused) [...this.tabs.children].find((tab) => tab.dataset.phone === focused)?.focus();
    this.tabs.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #tab(place) {
    const phone = this.#phones.get(place.id);
    const name = fullName(phone.person);
    const room = place.chatId !== null && place.chatId < 0 ? store.room(place.chatId, place.userId) : null;
    const unread = phone.unread({ except: place.id === this.#active ? place.chatId : null });
    const label = [name, room && chatTitle(room), unread && plural(unread, "непрочитанное", "непрочитанных", "непрочитанных")].filter(Boolean).join(", ");
    const current = place.id === this.#active;
    const make = () => h("button", {
      type: "button", class: "tab", dataset: { phone: place.id }, "aria-label": label,
      "aria-current": current ? "true" : null, onclick: () => this.#show(place),
    }, avatar(place.userId, name, "tiny"), h("span", { class: "tab-name" }, phone.person.first_name, room && h("small", {}, chatTitle(room))),
    unread > 0 && h("span", { class: "badge" }, unread > 99 ? "99+" : String(unread)));
    return { key: place.id, sign: JSON.stringify([label, current]), make };
  }

  #show(place) {
    this.#activate(place.id);
    this.#phones.get(place.id).el.scrollIntoView({ inline: "center", block: "nearest", behavior: "smooth" });
  }

  #key(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    if (!layout.phones.length || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    const index = layout.phones.findIndex((place) => place.id === this.#active);
    const step = event.key === "ArrowRight" ? 1 : -1;
    const next = layout.phones[(index + step + layout.phones.length) % layout.phones.length];
    this.#activate(next.id);
    this.focus(next);
  }
}
