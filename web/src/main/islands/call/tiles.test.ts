import { beforeEach, describe, expect, it, vi } from "vitest";
import { Texts } from "../media/texts";
import type { Seat } from "./seats";
import { Tiles } from "./tiles";

const PATIENT: Seat = { id: "p", epoch: 1, part: "patient", name: "Pat Example" };
const INTERPRETER: Seat = { id: "i", epoch: 1, part: "guest", guest: "interpreter", language: "es", name: "Ines" };
const DAUGHTER: Seat = { id: "m", epoch: 1, part: "guest", guest: "family", name: "Mia" };
const TEXTS = {
  "tile.connecting": "Connecting",
  "tile.interrupted": "Reconnecting",
  "tile.voiceOn": "Microphone on",
  "tile.voiceOff": "Microphone off",
  "tile.pictureOf": "Video of {name}",
  "tile.screenOf": "Screen of {name}",
  "tile.pin": "Pin {name}",
  "tile.volume": "Volume of {name}",
  "guest.family": "family",
  "guest.interpreter": "interpreter for {name}",
};
const TILE = `
  <figure class="vv-tile">
    <video data-part="picture"></video><span data-part="initials"></span>
    <button data-part="pin" aria-pressed="false"><span data-part="pinWords"></span></button>
    <label data-part="volumeRow"><span data-part="volumeWords"></span><input type="range" min="0" max="100" value="100" data-part="volume"></label>
    <button data-part="hand" hidden><span data-part="turn"></span><span data-part="handWords"></span></button>
    <figcaption><span data-part="name"></span><span data-part="role" hidden></span><span data-part="voiceRow"><span data-part="voice"></span></span><span data-part="state"></span></figcaption>
  </figure>`;

describe("Tiles", () => {
  let container: HTMLElement;
  let tiles: Tiles;
  let said: string[];

  beforeEach(() => {
    vi.stubGlobal(
      "MediaStream",
      class {
        readonly tracks: unknown[] = [];
        addTrack(track: unknown): void {
          this.tracks.push(track);
        }
        getTracks(): unknown[] {
          return this.tracks;
        }
      },
    );
    document.documentElement.lang = "en";
    document.body.innerHTML = `<div id="tiles"></div><template id="tile">${TILE}</template>`;
    document.body.dataset["texts"] = JSON.stringify(TEXTS);
    container = document.querySelector<HTMLElement>("#tiles")!;
    said = [];
    tiles = new Tiles(container, document.querySelector<HTMLTemplateElement>("#tile")!, new Texts(document.body), {
      onFirstFrame: () => undefined,
      onSilenced: () => undefined,
      onPinned: (name, pinned) => said.push(`${name} ${pinned}`),
    });
    HTMLVideoElement.prototype.play = () => Promise.resolve();
  });

  const pin = (seat: Seat): HTMLButtonElement => tiles.of(seat)!.querySelector<HTMLButtonElement>("[data-part=pin]")!;
  const pressed = (): string[] =>
    [...container.querySelectorAll("[aria-pressed=true]")].map((button) => button.closest("figure")?.dataset["seat"] ?? "");

  it("names a guest and what they came for", () => {
    tiles.show(INTERPRETER);
    tiles.show(DAUGHTER);
    tiles.show(PATIENT);

    const role = (seat: Seat): HTMLElement => tiles.of(seat)!.querySelector<HTMLElement>("[data-part=role]")!;
    expect(role(INTERPRETER).textContent).toBe("Interpreter for Spanish");
    expect(role(DAUGHTER).textContent).toBe("Family");
    expect(role(PATIENT).hidden).toBe(true);
  });

  it("pins several at once, says so, and lets go again", () => {
    for (const seat of [PATIENT, INTERPRETER, DAUGHTER]) tiles.show(seat);

    pin(PATIENT).click();
    pin(INTERPRETER).click();

    expect(pressed()).toEqual(["p", "i"]);
    expect(container.dataset).toMatchObject({ pins: "2", tiles: "3" });
    expect(pin(PATIENT).textContent).toContain("Pin Pat Example");
    pin(PATIENT).click();
    expect(pressed()).toEqual(["i"]);
    expect(said).toEqual(["Pat Example true", "Ines true", "Pat Example false"]);
  });

  it("keeps pins when somebody joins, goes, or comes back", () => {
    for (const seat of [PATIENT, INTERPRETER]) tiles.show(seat);
    pin(PATIENT).click();
    pin(INTERPRETER).click();

    tiles.show(DAUGHTER);
    expect(pressed()).toEqual(["p", "i"]);
    tiles.remove(DAUGHTER);
    tiles.remove(INTERPRETER);
    tiles.show({ ...INTERPRETER, epoch: 2 });
    tiles.show(DAUGHTER);

    expect(pressed()).toEqual(["p", "i"]);
  });

  it("draws as if nobody were pinned where everybody is", () => {
    tiles.show(PATIENT);
    pin(PATIENT).click();

    expect(container.dataset["pins"]).toBe("0");
    expect(pressed()).toEqual(["p"]);
  });

  it("shows a shared screen as a tile of its own, pinned, until it ends", () => {
    tiles.show(PATIENT);
    tiles.track(PATIENT, "screen", { id: "s" } as MediaStreamTrack);

    tiles.presence(PATIENT, { voice: true, camera: true, screen: true });

    expect([...container.children].map((tile) => (tile as HTMLElement).dataset["seat"])).toEqual(["p/screen", "p"]);
    expect(pressed()).toEqual(["p/screen"]);
    expect(container.querySelector("figure video")?.getAttribute("aria-label")).toBe("Screen of Pat Example");
    expect(container.dataset).toMatchObject({ people: "1", sharing: "yes", pins: "1" });
    expect(said).toEqual([]);
    tiles.presence(PATIENT, { voice: true, camera: true, screen: false });
    expect(container.children).toHaveLength(1);
  });

  it("turns down one person and nobody else", () => {
    for (const seat of [PATIENT, INTERPRETER]) tiles.show(seat);
    const slider = tiles.of(PATIENT)!.querySelector<HTMLInputElement>("[data-part=volume]")!;

    slider.value = "20";
    slider.dispatchEvent(new Event("input"));

    expect(tiles.of(PATIENT)!.querySelector("video")!.volume).toBeCloseTo(0.2);
    expect(tiles.of(INTERPRETER)!.querySelector("video")!.volume).toBe(1);
  });
});
