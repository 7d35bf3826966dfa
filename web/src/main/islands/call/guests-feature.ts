/**
 * Guests, for those who let them in: who waits stands above the call with a button, and everything else in a dialog. The server draws
 * the list; its forms work without script, on a page of their own.
 */
import type { Feature, Room } from "./room";

export function guestsFeature(room: Room): Feature {
  const dialog = room.page.root.querySelector<HTMLDialogElement>('[data-ref="guests"]');
  if (!dialog) return {};
  const guests = new Guests(room, dialog);
  return {
    acts: { guests: () => void guests.open() },
    keys: { KeyG: "guests" },
    onPhase: () => void guests.look(),
    onNews: (event) => {
      // Of the visit: somebody who waits has opened or closed their page.
      if (event.kind === "guest" || event.kind === "encounter") void guests.look();
      if (event.kind === "standing") guests.mayLook((event.data as { coHost: boolean }).coHost);
    },
  };
}

class Guests {
  readonly #room: Room;
  readonly #dialog: HTMLDialogElement;
  readonly #list: HTMLElement;
  readonly #waiting: HTMLElement;
  #allowed: boolean;
  #asked = 0;
  #drawn = 0;

  constructor(room: Room, dialog: HTMLDialogElement) {
    this.#room = room;
    this.#dialog = dialog;
    this.#list = dialog.querySelector<HTMLElement>("[data-guests-list]") ?? dialog;
    this.#waiting = room.page.ref("guestsWaiting");
    this.#allowed = dialog.dataset["now"] === "true";
    const send = (event: SubmitEvent): void => this.#send(event);
    this.#list.addEventListener("submit", send);
    this.#waiting.addEventListener("submit", send);
  }

  /** Also told when the patient waits again: whoever may let them in looks anew. */
  mayLook(allowed: boolean): void {
    if (allowed !== this.#allowed) {
      this.#allowed = allowed;
      this.#room.page.show("guestsControl", allowed);
      if (allowed) this.#room.page.say("said.coHost");
      else this.#draw("");
    }
    void this.look();
  }

  async open(): Promise<void> {
    if (!this.#allowed) return;
    await this.look();
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  /** Only the rows are drawn anew under somebody who has the form open, or the link of an invitation before them. */
  async look(): Promise<void> {
    if (!this.#allowed) return;
    const html = await this.#ask(this.#dialog.dataset["from"] ?? "");
    if (html !== undefined) this.#draw(html, this.#list.querySelector("details[open], [data-made]") !== null);
  }

  #send(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    const fields = new URLSearchParams();
    new FormData(form).forEach((value, name) => fields.append(name, String(value)));
    void this.#ask(form.action, fields).then((html) => {
      if (html === undefined) return;
      this.#draw(html);
      const heading = this.#list.querySelector<HTMLElement>("[data-made] h2, [role=alert], [aria-invalid=true]");
      if (this.#dialog.open) (heading ?? this.#dialog.querySelector<HTMLElement>("h2"))?.focus();
      const refusal = this.#list.querySelector("[role=alert]")?.textContent?.trim();
      if (refusal && !this.#dialog.open) this.#dialog.showModal();
    });
  }

  async #ask(address: string, fields?: URLSearchParams): Promise<string | undefined> {
    const mine = ++this.#asked;
    const response = await fetch(address, {
      ...(fields ? { method: "POST", body: fields } : {}),
      headers: { "HX-Request": "true" },
    }).catch(() => undefined);
    if (response?.status === 401) location.reload();
    if (!response || (!response.ok && response.status !== 409 && response.status !== 422)) {
      if (fields) this.#room.page.say("said.failed");
      return undefined;
    }
    const html = await response.text();
    // What we did is answered to us alone; a look at the list counts unless one begun later was drawn before it.
    if (!fields && mine < this.#drawn) return undefined;
    this.#drawn = Math.max(this.#drawn, mine);
    return html;
  }

  #draw(html: string, rowsOnly = false): void {
    const before = this.#names();
    const drawn = new DOMParser().parseFromString(html, "text/html");
    const focused = document.activeElement?.id;
    if (rowsOnly) this.#list.querySelector("[data-rows]")?.replaceWith(...drawn.querySelectorAll("[data-rows]"));
    else this.#list.replaceChildren(...drawn.body.childNodes);
    const rows = [...this.#list.querySelectorAll<HTMLElement>("[data-waits]")];
    this.#waiting.replaceChildren(...rows.map((row) => this.#notice(row)));
    this.#waiting.hidden = rows.length === 0;
    if (focused) document.getElementById(focused)?.focus();
    const came = this.#names().filter((name) => !before.includes(name));
    if (came.length > 0) this.#room.page.say("said.guestWaits", { name: came.join(", ") });
  }

  #notice(row: HTMLElement): HTMLElement {
    const notice = document.createElement("div");
    notice.className = "vv-notice";
    const words = document.createElement("p");
    words.textContent = this.#room.texts.say("said.guestWaits", { name: `${row.dataset["waits"] ?? ""} (${row.dataset["role"] ?? ""})` });
    notice.append(words);
    const admit = row.querySelector<HTMLFormElement>("form[data-move=admit]")?.cloneNode(true) as HTMLFormElement | undefined;
    if (admit) {
      for (const element of admit.querySelectorAll("[id]")) element.id = `${element.id}-above`;
      notice.append(admit);
    }
    return notice;
  }

  #names(): string[] {
    return [...this.#list.querySelectorAll<HTMLElement>("[data-waits]")].map((row) => row.dataset["waits"] ?? "");
  }
}
