/** A dialog whose content the server draws. Its forms are sent without leaving the page: leaving it would end the call. */
export class Panel {
  readonly #dialog: HTMLDialogElement;
  readonly #body: HTMLElement;
  readonly #from: string;
  #asked = 0;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#body = dialog.querySelector<HTMLElement>("[data-body]") ?? dialog;
    this.#from = dialog.dataset["from"] ?? "";
    this.#body.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(event.target as HTMLFormElement);
    });
  }

  async open(): Promise<void> {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    await this.refresh();
  }

  close(): void {
    this.#dialog.close();
  }

  /** Draws it anew, unless nobody looks or somebody is typing. */
  async refresh(): Promise<void> {
    if (!this.#dialog.open) return;
    const field = document.activeElement;
    if (field instanceof HTMLInputElement && this.#body.contains(field) && field.value !== "") return;
    await this.#draw(fetch(this.#from, { headers: { "HX-Request": "true" } }));
  }

  async #send(form: HTMLFormElement): Promise<void> {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    await this.#draw(fetch(form.action, { method: "POST", body: fields, headers: { "HX-Request": "true" } }));
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  }

  /** A refusal is drawn as well: it says what to do next. */
  async #draw(asking: Promise<Response>): Promise<void> {
    const mine = ++this.#asked;
    const response = await asking.catch(() => undefined);
    if (response?.status === 401) return location.reload();
    if (!response || (!response.ok && response.status !== 422)) return;
    const html = new DOMParser().parseFromString(await response.text(), "text/html");
    if (mine !== this.#asked) return;
    this.#body.replaceChildren(...html.body.childNodes);
    (this.#body.querySelector<HTMLElement>("[aria-invalid=true]") ?? this.#body).focus();
  }
}
