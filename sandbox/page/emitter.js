// A list of listeners per topic; `on` returns the function that takes the listener away.

export class Emitter {
  #listeners = new Map();

  on(topic, listener) {
    const set = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, set.add(listener));
    return () => set.delete(listener);
  }

  emit(topic, value) {
    [...(this.#listeners.get(topic) ?? [])].forEach((listener) => listener(value));
  }

  watched(topic) {
    return (this.#listeners.get(topic)?.size ?? 0) > 0;
  }
}
