/** The page of a visit as something to draw on: what shows in which state, what is said, and how the controls are labelled. */
import { browserOf } from "../media/browser";
import type { DeviceTrouble } from "../media/local-media";
import { serverClock } from "../media/server-clock";
import type { Texts } from "../media/texts";
import type { Presence } from "./connection";

/** Where this page stands towards the call; where the visit stands is its FHIR status. */
export type Phase = "outside" | "joining" | "inside" | "left" | "replaced";
export type Status = "planned" | "arrived" | "in-progress" | "finished" | "cancelled";
/** What carries the call, as far as people notice. */
export type LineShown = "none" | "picture" | "sound" | "telephone";

export interface Standing {
  readonly phase: Phase;
  readonly status: Status;
  readonly line: LineShown;
}

/** Long enough to be read twice, slowly. What lasts stands elsewhere on the page. */
const SAID_FOR = 20_000;

export class CallPage {
  readonly root: HTMLElement;
  readonly #texts: Texts;
  #standing: Standing | undefined;
  #saidUntil: ReturnType<typeof setTimeout> | undefined;
  #startedAt: number | undefined;

  constructor(root: HTMLElement, texts: Texts) {
    this.root = root;
    this.#texts = texts;
    serverClock.heard(root.dataset["now"]);
    setInterval(() => this.#tick(), 1_000);
  }

  /** The server's time. */
  now(): number {
    return serverClock.now();
  }

  startedAt(at: string | null | undefined): void {
    this.#startedAt = at ? Date.parse(at) : undefined;
    this.#tick();
  }

  draw(standing: Standing): void {
    this.#standing = standing;
    const { phase, status, line } = standing;
    Object.assign(this.root.dataset, { phase, status, line });
    const within = (wanted: string | undefined, is: string): boolean => !wanted || wanted.split(" ").includes(is);
    for (const element of this.root.querySelectorAll<HTMLElement>("[data-in-phase], [data-in-status], [data-in-line]")) {
      const { inPhase, inStatus, inLine } = element.dataset;
      element.hidden = !(within(inPhase, phase) && within(inStatus, status) && within(inLine, line));
    }
    this.#tick();
  }

  drawOwn(presence: Presence, canShareScreen: boolean): void {
    this.root.dataset["voice"] = presence.voice ? "on" : "off";
    this.root.dataset["camera"] = presence.camera ? "on" : "off";
    this.#label("microphone", presence.voice ? "do.mute" : "do.unmute", presence.voice);
    this.#label("camera", presence.camera ? "do.cameraOff" : "do.cameraOn", presence.camera);
    this.#label("screen", presence.screen ? "do.screenOff" : "do.screenOn", presence.screen);
    for (const button of this.buttons("screen")) button.hidden ||= !canShareScreen;
    this.ref("selfVoice").textContent = this.#texts.say(presence.voice ? "tile.voiceOn" : "tile.voiceOff");
  }

  drawWaiting(clinician: boolean, waitingSince: string | null, awaySince: string | null): void {
    if (waitingSince) this.#drawTime("since", clinician ? "room.waitsSince" : "room.waitingSince", waitingSince);
    if (!clinician) return;
    this.show("away", awaySince !== null);
    if (awaySince) this.#drawTime("away", "room.awaySince", awaySince);
  }

  drawTrouble(kind: "voice" | "camera", trouble: DeviceTrouble | undefined): void {
    const notice = this.ref(kind === "voice" ? "voiceTrouble" : "cameraTrouble");
    notice.hidden = trouble === undefined;
    if (!trouble) return;
    const words = notice.querySelector("[data-words]") ?? notice;
    words.textContent = this.#texts.say(`${kind}.${trouble}`);
    const help = notice.querySelector<HTMLElement>("[data-help]");
    if (!help) return;
    help.hidden = trouble !== "denied";
    help.textContent = this.#texts.say(`allow.${browserOf(navigator.userAgent)}`);
  }

  toggleSide(): void {
    const side = this.ref("side");
    if (!side.firstElementChild) return;
    const open = side.hidden;
    side.hidden = !open;
    this.root.dataset["side"] = open ? "open" : "closed";
    for (const button of this.buttons("side")) button.setAttribute("aria-expanded", String(open));
    if (!open) return;
    side.querySelector<HTMLElement>("textarea, input, [tabindex], h2")?.focus({ preventScroll: true });
    const isBelowThePicture = side.getBoundingClientRect().top >= this.ref("stage").getBoundingClientRect().bottom;
    if (isBelowThePicture) side.scrollIntoView({ block: "start" });
  }

  /** Seen and read aloud: a person who hears the page knows as much as one who sees it. Gone once it is no news any more. */
  say(key: string, values: Readonly<Record<string, string>> = {}): void {
    this.tell(this.#texts.say(key, values));
  }

  tell(sentence: string): void {
    this.ref("said").textContent = sentence;
    clearTimeout(this.#saidUntil);
    this.#saidUntil = setTimeout(() => (this.ref("said").textContent = ""), SAID_FOR);
  }

  show(name: string, shown: boolean): void {
    this.ref(name).hidden = !shown;
  }

  buttons(act: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`[data-do="${act}"]`)];
  }

  ref<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
    const found = this.root.querySelector<Kind>(`[data-ref="${name}"]`);
    if (!found) throw new Error(`The page of the visit has no ${name}`);
    return found;
  }

  #drawTime(name: string, key: string, at: string): void {
    const time = new Intl.DateTimeFormat(`${document.documentElement.lang || "en"}-US`, {
      hour: "numeric",
      minute: "2-digit",
      timeZone: this.root.dataset["zone"] ?? "UTC",
    }).format(new Date(at));
    // The browser's Spanish has other names for zones than the page's.
    const named = `${time.replaceAll("\u202f", "\u00a0")} ${this.root.dataset["zoneName"] ?? ""}`.trim();
    this.show(name, true);
    this.ref(name).textContent = this.#texts.say(key, { name: named });
  }

  #label(act: string, key: string, on: boolean): void {
    for (const button of this.buttons(act)) {
      button.dataset["on"] = on ? "yes" : "no";
      const words = button.querySelector("[data-words]");
      if (words) words.textContent = this.#texts.say(key);
    }
  }

  #tick(): void {
    const timer = this.ref("timer");
    timer.hidden = this.#startedAt === undefined || this.#standing?.phase !== "inside";
    if (this.#startedAt === undefined) return;
    const seconds = Math.max(0, Math.floor((this.now() - this.#startedAt) / 1000));
    timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
}
