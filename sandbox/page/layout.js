// Which phones stand side by side and which chat each shows: in the address, else in the browser.
// Address: #phones=101.101,102.list,101.-1001 (person.chat).
import { Emitter } from "./emitter.js";

const KEY = "sandbox.phones";
const LIST = "list";

const write = (phones) => phones.map((one) => `${one.userId}.${one.chatId ?? LIST}`).join(",");

function read(text) {
  return (text ?? "").split(",").flatMap((pair) => {
    const [user, chat] = pair.split(".");
    if (!/^\d+$/.test(user ?? "")) return [];
    return [{ userId: Number(user), chatId: /^-?\d+$/.test(chat ?? "") ? Number(chat) : null }];
  });
}

const fromAddress = () => read(new URLSearchParams(location.hash.slice(1)).get("phones"));

class Layout extends Emitter {
  phones = [];
  // Until somebody opens or closes a phone, new people of the demo may take the free places.
  chosen = false;
  #serial = 0;

  restore() {
    const saved = fromAddress().length ? fromAddress() : read(localStorage.getItem(KEY));
    this.chosen = saved.length > 0;
    this.#set(saved);
  }

  suggest(phones) {
    if (!this.chosen) this.#set(phones);
  }

  // People of another session may be named in an old address.
  keepOnly(userIds) {
    const kept = this.phones.filter((phone) => userIds.has(phone.userId));
    if (kept.length === this.phones.length) return;
    this.chosen = this.chosen && kept.length > 0;
    this.phones = kept;
    this.#changed();
  }

  open(userId, chatId = null) {
    const phone = this.#make({ userId, chatId });
    this.phones = [...this.phones, phone];
    this.chosen = true;
    this.#changed();
    return phone;
  }

  close(phone) {
    this.phones = this.phones.filter((one) => one !== phone);
    this.chosen = true;
    this.#changed();
  }

  show(phone, chatId) {
    if (!this.phones.includes(phone)) return;
    phone.chatId = chatId;
    this.chosen = true;
    this.#changed();
  }

  followAddress() {
    addEventListener("hashchange", () => {
      if (fromAddress().length && write(fromAddress()) !== write(this.phones)) this.restore();
    });
  }

  #make(phone) {
    return { id: `phone-${(this.#serial += 1)}`, ...phone };
  }

  #set(phones) {
    this.phones = phones.map((phone) => this.#make(phone));
    this.#changed();
  }

  #changed() {
    if (this.chosen) {
      localStorage.setItem(KEY, write(this.phones));
      history.replaceState(null, "", `#phones=${write(this.phones)}`);
    }
    this.emit("change");
  }
}

export const layout = new Layout();
