/**
 * Which tiles somebody wants to keep large: as many as they like, such as an interpreter's hands and the face of who speaks. A pin
 * belongs to a person or a screen and not to a place in the layout, so it stays when somebody joins, goes, or comes back.
 */
import type { Texts } from "../media/texts";

export class Pins {
  readonly #container: HTMLElement;
  readonly #texts: Texts;
  readonly #onPinned: (name: string, pinned: boolean) => void;
  readonly #pinned = new Set<string>();

  constructor(container: HTMLElement, texts: Texts, onPinned: (name: string, pinned: boolean) => void) {
    this.#container = container;
    this.#texts = texts;
    this.#onPinned = onPinned;
  }

  watch(tile: HTMLElement, name: string): void {
    const button = buttonOf(tile);
    const draw = (): void => {
      const pinned = this.#pinned.has(keyOf(tile));
      tile.dataset["pinned"] = pinned ? "yes" : "no";
      button.setAttribute("aria-pressed", String(pinned));
    };
    const words = tile.querySelector<HTMLElement>('[data-part="pinWords"]');
    if (words) words.textContent = this.#texts.say("tile.pin", { name });
    tile.addEventListener("vv-pin", draw);
    button.addEventListener("click", () => {
      const key = keyOf(tile);
      const pins = !this.#pinned.delete(key);
      if (pins) this.#pinned.add(key);
      this.arrange();
      this.#onPinned(name, pins);
    });
    draw();
  }

  /** A screen that somebody begins to share is what all look at; they are told of it anyway. */
  pinQuietly(tile: HTMLElement): void {
    this.#pinned.add(keyOf(tile));
  }

  /** The layout is a matter of numbers: how many tiles are large, and how many there are. */
  arrange(): void {
    const tiles = [...this.#container.querySelectorAll<HTMLElement>(".vv-tile")];
    for (const tile of tiles) tile.dispatchEvent(new Event("vv-pin"));
    const pinned = tiles.filter((tile) => tile.dataset["pinned"] === "yes").length;
    this.#container.dataset["pins"] = String(pinned === tiles.length ? 0 : pinned);
    this.#container.dataset["tiles"] = String(tiles.length);
  }
}

function keyOf(tile: HTMLElement): string {
  return tile.dataset["seat"] ?? "";
}

function buttonOf(tile: HTMLElement): HTMLElement {
  const button = tile.querySelector<HTMLElement>('[data-part="pin"]');
  if (!button) throw new Error("The tile cannot be pinned");
  return button;
}
