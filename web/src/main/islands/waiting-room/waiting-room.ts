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
    const before = this.#waiting();
    this.#list.replaceChildren(...html.body.childNodes);
    if (focused) document.getElementById(focused)?.focus();
    this.#announce(before);
  }

  /** Says who has come, not the whole list again. */
  #announce(before: ReadonlySet<string>): void {
    const came = [...this.#list.querySelectorAll<HTMLElement>("[data-waits]")].filter((row) => !before.has(row.dataset["waits"] ?? ""));
    const said = this.#root.querySelector("[data-said]");
    if (said && came.length > 0) said.textContent = came.map((row) => row.dataset["says"]).join(" ");
  }

  #waiting(): Set<string> {
    return new Set([...this.#list.querySelectorAll<HTMLElement>("[data-waits]")].map((row) => row.dataset["waits"] ?? ""));
  }
}

start({ "waiting-room": WaitingRoom });
