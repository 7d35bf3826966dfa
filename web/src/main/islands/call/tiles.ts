/** The pictures of the others: one tile for each person, and one for each screen that is shared. */
import type { LinkState, Presence, TrackKind } from "./peer-link";
import type { Seat } from "./seats";
import type { Texts } from "../media/texts";

interface Tile {
  readonly element: HTMLElement;
  readonly stream: MediaStream;
  readonly screen: MediaStream;
  presence: Presence;
}

export interface TilesListener {
  /** The first picture of this person has been decoded. */
  onFirstFrame(seat: Seat): void;
  /** The browser wants a tap before it plays sound. */
  onSilenced(): void;
}

export class Tiles {
  readonly #container: HTMLElement;
  readonly #template: HTMLTemplateElement;
  readonly #texts: Texts;
  readonly #listener: TilesListener;
  readonly #tiles = new Map<string, Tile>();
  #speaker = "";

  constructor(container: HTMLElement, template: HTMLTemplateElement, texts: Texts, listener: TilesListener) {
    this.#container = container;
    this.#template = template;
    this.#texts = texts;
    this.#listener = listener;
  }

  show(seat: Seat): void {
    const element = this.#tiles.get(seat.id)?.element ?? this.#make(seat);
    this.#tiles.set(seat.id, {
      element,
      stream: new MediaStream(),
      screen: new MediaStream(),
      presence: { voice: true, camera: true, screen: false },
    });
    delete element.dataset["frames"];
    this.state(seat, "connecting");
  }

  remove(seat: Pick<Seat, "id">): void {
    this.#tiles.get(seat.id)?.element.remove();
    this.#tiles.delete(seat.id);
    this.#count();
  }

  clear(): void {
    for (const id of [...this.#tiles.keys()]) this.remove({ id });
  }

  track(seat: Seat, kind: TrackKind, track: MediaStreamTrack): void {
    const tile = this.#tiles.get(seat.id);
    if (!tile) return;
    const stream = kind === "screen" ? tile.screen : tile.stream;
    stream.addTrack(track);
    const video = part<HTMLVideoElement>(tile.element, kind === "screen" ? "screen" : "picture");
    if (video.srcObject !== stream) video.srcObject = stream;
    if (kind === "camera") this.#awaitFrame(seat, tile, video);
    void video.play().catch((problem: unknown) => {
      if ((problem as DOMException).name === "NotAllowedError") this.#listener.onSilenced();
    });
  }

  state(seat: Seat, state: LinkState): void {
    const tile = this.#tiles.get(seat.id);
    if (!tile || state === "closed") return;
    tile.element.dataset["link"] = state;
    part(tile.element, "state").textContent =
      state === "connected" ? "" : this.#texts.say(state === "connecting" ? "tile.connecting" : "tile.interrupted");
  }

  presence(seat: Seat, presence: Presence): void {
    const tile = this.#tiles.get(seat.id);
    if (!tile) return;
    tile.presence = presence;
    tile.element.dataset["voice"] = presence.voice ? "on" : "off";
    tile.element.dataset["camera"] = presence.camera ? "on" : "off";
    tile.element.dataset["screen"] = presence.screen ? "on" : "off";
    part(tile.element, "voice").textContent = this.#texts.say(presence.voice ? "tile.voiceOn" : "tile.voiceOff");
    part(tile.element, "screen").hidden = !presence.screen;
    this.#count();
  }

  presenceOf(seat: Seat): Presence | undefined {
    return this.#tiles.get(seat.id)?.presence;
  }

  async useSpeaker(id: string): Promise<void> {
    this.#speaker = id;
    await Promise.all([...this.#container.querySelectorAll("video")].map((video) => video.setSinkId?.(id)));
  }

  /** After a tap sound may play. */
  playAll(): void {
    for (const video of this.#container.querySelectorAll("video")) void video.play().catch(() => undefined);
  }

  #make(seat: Seat): HTMLElement {
    const element = (this.#template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    element.dataset["seat"] = seat.id;
    part(element, "name").textContent = seat.name;
    part(element, "initials").textContent = initials(seat.name);
    const picture = part<HTMLVideoElement>(element, "picture");
    picture.setAttribute("aria-label", this.#texts.say("tile.pictureOf", { name: seat.name }));
    part(element, "screen").setAttribute("aria-label", this.#texts.say("tile.screenOf", { name: seat.name }));
    if (this.#speaker) void picture.setSinkId?.(this.#speaker);
    this.#container.append(element);
    this.#count();
    return element;
  }

  #awaitFrame(seat: Seat, tile: Tile, video: HTMLVideoElement): void {
    const seen = (): void => {
      if (tile.element.dataset["frames"]) return;
      tile.element.dataset["frames"] = "yes";
      this.#listener.onFirstFrame(seat);
    };
    if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(seen);
    else (video as HTMLVideoElement).addEventListener("loadeddata", seen, { once: true });
  }

  #count(): void {
    this.#container.dataset["people"] = String(this.#tiles.size);
    this.#container.dataset["sharing"] = [...this.#tiles.values()].some((tile) => tile.presence.screen) ? "yes" : "no";
  }
}

function part<Kind extends HTMLElement = HTMLElement>(element: HTMLElement, name: string): Kind {
  const found = element.querySelector<Kind>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The tile has no ${name}`);
  return found;
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return ((words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "")).toUpperCase();
}
