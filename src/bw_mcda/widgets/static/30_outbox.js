// This file holds what the page sends, and keeps until the kernel says that it is safe.

const PATIENCE = 4000;

class Outbox {
  constructor(model, session, changed) {
    this.model = model;
    this.key = `bw_mcda:${session}:outbox`;
    this.changed = changed;
    this.waiting = this.#kept();
    model.on("msg:custom", (answer) => this.#answered(answer));
    this.resend();
    this.timer = setInterval(() => this.resend(), PATIENCE);
  }

  // Messages that were made but not yet acknowledged, oldest first.
  get messages() {
    return this.waiting.map((item) => item.message);
  }

  get state() {
    if (this.refusal) return "refused";
    if (this.waiting.length === 0) return "saved";
    return this.waiting.some((item) => item.sends > 1) ? "offline" : "saving";
  }

  put(kind, body) {
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const item = { message: { nonce, kind, body }, sends: 0 };
    this.refusal = null;
    this.waiting.push(item);
    this.#keep();
    this.#send(item);
    this.changed();
  }

  resend() {
    for (const item of this.waiting) this.#send(item);
    if (this.waiting.length > 0) this.changed();
  }

  close() {
    clearInterval(this.timer);
  }

  #send(item) {
    item.sends += 1;
    try {
      this.model.send(item.message);
    } catch {
      // No connection: the timer tries again.
    }
  }

  #answered(answer) {
    const nonce = answer.ack ?? answer.refused;
    if (nonce === undefined || nonce === null) return;
    if (answer.refused) this.refusal = answer.findings;
    this.waiting = this.waiting.filter((item) => item.message.nonce !== nonce);
    this.#keep();
    this.changed();
  }

  #kept() {
    try {
      const messages = JSON.parse(localStorage.getItem(this.key) || "[]");
      return messages.map((message) => ({ message, sends: 0 }));
    } catch {
      return [];
    }
  }

  #keep() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.messages));
    } catch {
      // Without local storage a message still waits in this page.
    }
  }
}
