/** The clinician's waiting room: drawn anew by the server whenever somebody comes or goes. Without script the page is loaded again. */
import { start } from "../app/modules";
import { LiveSocket } from "../live/live";

const SAME_AGAIN = 30_000;

class WaitingRoom {
  readonly #root: HTMLElement;
  readonly #list: HTMLElement;
  #asked = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#list = root.querySelector<HTMLElement>("[data-list]") ?? root;
    const live = LiveSocket.shared();
    for (const clinician of (root.dataset["clinicians"] ?? "").split(" ").filter((id) => id !== "")) {
      live.subscribe(`clinician:${clinician}`, -1, () => void this.#draw());
    }
    let away = false;
    live.onState((state) => {
      if (state === "open" && away) void this.#draw();
      away = state !== "open";
    });
    setInterval(() => void this.#draw(), SAME_AGAIN);
  }

  async #draw(): Promise<void> {
    const mine = ++this.#asked;
    const response = await fetch(this.#root.dataset["from"] ?? "", { headers: { "HX-Request": "true" } }).catch(() => undefined);
    if (!response) return;
    if (response.status === 401) return location.reload();
    if (!response.ok || mine !== this.#asked) return;
    const html = new DOMParser().parseFromString(await response.text(), "text/html");
    if (mine !== this.#asked) return;
    const focused = document.activeElement?.id;
    const before = this.#news();
    this.#list.replaceChildren(...html.body.childNodes);
    if (focused) document.getElementById(focused)?.focus();
    this.#announce(before);
  }

  /** Says who has come and where there is an emergency, not the whole list again. */
  #announce(before: ReadonlySet<string>): void {
    const news = this.#rows().filter((row) => !before.has(row.dataset["news"] ?? ""));
    const said = this.#root.querySelector("[data-said]");
    if (said && news.length > 0) said.textContent = news.map((row) => row.dataset["says"]).join(" ");
  }

  #news(): Set<string> {
    return new Set(this.#rows().map((row) => row.dataset["news"] ?? ""));
  }

  #rows(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>("[data-news]")];
  }
}

start({ "waiting-room": WaitingRoom });
