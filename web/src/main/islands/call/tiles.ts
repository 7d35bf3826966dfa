/** The pictures of the others: one tile for each person, and one for each screen that is shared. */
import type { Texts } from "../media/texts";
import type { Presence, TrackKind } from "./connection";
import type { LinkState } from "./peer-link";
import { Pins } from "./pins";
import type { Seat } from "./seats";

interface Tile {
  readonly seat: Seat;
  readonly element: HTMLElement;
  readonly stream: MediaStream;
  readonly screen: MediaStream;
  presence: Presence;
  /** The tile of their screen, while they share it. */
  shared: HTMLElement | undefined;
}

export interface TilesListener {
  /** The first picture of this person has been decoded. */
  onFirstFrame(seat: Seat): void;
  /** The browser wants a tap before it plays sound. */
  onSilenced(): void;
  /** Somebody has pinned a tile, or has let it go. */
  onPinned?(name: string, pinned: boolean): void;
}

export class Tiles {
  readonly #container: HTMLElement;
  readonly #template: HTMLTemplateElement;
  readonly #texts: Texts;
  readonly #listener: TilesListener;
  readonly #tiles = new Map<string, Tile>();
  readonly #pins: Pins;
  #speaker = "";

  constructor(container: HTMLElement, template: HTMLTemplateElement, texts: Texts, listener: TilesListener) {
    this.#container = container;
    this.#template = template;
    this.#texts = texts;
    this.#listener = listener;
    this.#pins = new Pins(container, texts, (name, pinned) => listener.onPinned?.(name, pinned));
  }

  show(seat: Seat): void {
    const known = this.#tiles.get(seat.id);
    const element = known?.element ?? this.#make(seat);
    known?.shared?.remove();
    this.#tiles.set(seat.id, {
      seat,
      element,
      stream: new MediaStream(),
      screen: new MediaStream(),
      presence: { voice: true, camera: true, screen: false },
      shared: undefined,
    });
    delete element.dataset["frames"];
    this.state(seat, "connecting");
    this.#count();
  }

  remove(seat: Pick<Seat, "id">): void {
    const tile = this.#tiles.get(seat.id);
    tile?.element.remove();
    tile?.shared?.remove();
    this.#tiles.delete(seat.id);
    this.#count();
  }

  clear(): void {
    for (const id of [...this.#tiles.keys()]) this.remove({ id });
  }

  track(seat: Seat, kind: TrackKind, track: MediaStreamTrack): void {
    const tile = this.#tiles.get(seat.id);
    if (!tile) return;
    if (kind === "screen") {
      tile.screen.addTrack(track);
      if (tile.shared) this.#play(part<HTMLVideoElement>(tile.shared, "picture"), tile.screen);
      return;
    }
    tile.stream.addTrack(track);
    const video = part<HTMLVideoElement>(tile.element, "picture");
    if (kind === "camera") this.#awaitFrame(seat, tile, video);
    this.#play(video, tile.stream);
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
    part(tile.element, "voice").textContent = this.#texts.say(presence.voice ? "tile.voiceOn" : "tile.voiceOff");
    if (presence.screen && !tile.shared) tile.shared = this.#makeScreen(tile);
    if (!presence.screen) {
      tile.shared?.remove();
      tile.shared = undefined;
    }
    this.#count();
  }

  presenceOf(seat: Seat): Presence | undefined {
    return this.#tiles.get(seat.id)?.presence;
  }

  /** The tile of a person who sits in the call. */
  of(seat: Pick<Seat, "id">): HTMLElement | undefined {
    return this.#tiles.get(seat.id)?.element;
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
    const element = this.#copy(seat.name, seat.id);
    part(element, "initials").textContent = initials(seat.name);
    part(element, "picture").setAttribute("aria-label", this.#texts.say("tile.pictureOf", { name: seat.name }));
    const role = part(element, "role");
    role.hidden = !seat.guest;
    role.textContent = roleOf(seat, this.#texts);
    this.#volume(element, seat.name);
    this.#container.append(element);
    return element;
  }

  #makeScreen(tile: Tile): HTMLElement {
    const name = this.#texts.say("tile.screenOf", { name: tile.seat.name });
    const element = this.#copy(name, `${tile.seat.id}/screen`);
    element.classList.add("vv-tile--screen");
    for (const unused of ["voiceRow", "volumeRow"]) part(element, unused).remove();
    const picture = part<HTMLVideoElement>(element, "picture");
    picture.setAttribute("aria-label", name);
    picture.muted = true;
    this.#container.prepend(element);
    this.#pins.pinQuietly(element);
    if (tile.screen.getTracks().length > 0) this.#play(picture, tile.screen);
    return element;
  }

  #copy(name: string, key: string): HTMLElement {
    const element = (this.#template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    element.dataset["seat"] = key;
    part(element, "name").textContent = name;
    if (this.#speaker) void part<HTMLVideoElement>(element, "picture").setSinkId?.(this.#speaker);
    this.#pins.watch(element, name);
    return element;
  }

  /** Each person as loud as one likes: an interpreter above the voice that is interpreted. */
  #volume(element: HTMLElement, name: string): void {
    part(element, "volumeWords").textContent = this.#texts.say("tile.volume", { name });
    const slider = part<HTMLInputElement>(element, "volume");
    const picture = part<HTMLVideoElement>(element, "picture");
    slider.addEventListener("input", () => (picture.volume = Number(slider.value) / 100));
  }

  #play(video: HTMLVideoElement, stream: MediaStream): void {
    if (video.srcObject !== stream) video.srcObject = stream;
    void video.play().catch((problem: unknown) => {
      if ((problem as DOMException).name === "NotAllowedError") this.#listener.onSilenced();
    });
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
    this.#pins.arrange();
  }
}

/** "Interpreter for Spanish" */
export function roleOf(seat: Seat, texts: Texts): string {
  if (!seat.guest) return "";
  const spoken = document.documentElement.lang || "en";
  const language = seat.language ? (new Intl.DisplayNames(spoken, { type: "language" }).of(seat.language) ?? seat.language) : "";
  const role = texts.say(`guest.${seat.guest}`, { name: language });
  return role.charAt(0).toLocaleUpperCase(spoken) + role.slice(1);
}

export function part<Kind extends HTMLElement = HTMLElement>(element: HTMLElement, name: string): Kind {
  const found = element.querySelector<Kind>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The tile has no ${name}`);
  return found;
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return ((words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "")).toUpperCase();
}
