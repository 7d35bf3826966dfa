/**
 * Camera, microphone, speaker and network, each with a verdict in words and advice. The verdicts are told to the clinic, so that it can
 * call somebody before a visit; pictures and sound stay here. Whoever comes back with the same devices and permissions goes on unasked.
 */
import { browserOf } from "../media/browser";
import { type DeviceTrouble, LocalMedia } from "../media/local-media";
import { post } from "../media/server";
import { Texts } from "../media/texts";
import { MicrophoneLevel } from "./microphone-level";
import { type Servers, testNetwork } from "./network-test";
import { type Plugged, digestOf, mayUseBoth } from "./plugged";
import { playTone } from "./tone";
import { type Finding, type NetworkFacts, PASS, UNTRIED, ofNetwork, ofTrouble, unchanged } from "./verdicts";

type Part = "camera" | "voice" | "speaker" | "network";
type Shown = "waiting" | "good" | "weak" | "bad";

const SHOWN = { PASS: "good", WEAK: "weak", FAIL: "bad", UNTRIED: "waiting" } as const;
const HEARD_WITHIN = 12_000;
const SETTLES = 1_500;

export class DeviceCheck {
  readonly #root: HTMLElement;
  readonly #texts: Texts;
  readonly #media: LocalMedia;
  readonly #findings: Record<Part, Finding> = { camera: UNTRIED, voice: UNTRIED, speaker: UNTRIED, network: UNTRIED };
  readonly #devices: Plugged | undefined = navigator.mediaDevices;
  #facts: NetworkFacts | undefined;
  #level: MicrophoneLevel | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#texts = new Texts(root);
    this.#media = new LocalMedia({
      onTrack: (kind, track) => {
        if (kind === "camera") this.#camera(track);
        if (kind === "voice") this.#voice(track);
      },
      onPresence: () => undefined,
      onTrouble: (kind, trouble) => this.#trouble(kind, trouble),
    });
    if (this.#elsewhere()) return;
    root.addEventListener("click", (event) => {
      const act = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset["do"];
      if (act === "retry") void this.#look();
      if (act === "tone") void this.#tone();
      if (act === "heard") this.#found("speaker", PASS, "speaker.good");
      if (act === "not-heard") this.#found("speaker", { verdict: "FAIL", cause: "NOT_HEARD" }, "speaker.bad");
    });
    document.getElementById("arrival")?.addEventListener("submit", () => this.#tell());
    globalThis.addEventListener("pagehide", () => this.#media.close());
    navigator.mediaDevices?.addEventListener("devicechange", () => void this.#media.devicesChanged());
    void this.#begin();
  }

  /** A browser that cannot make calls is told where to go, as one that says so by its name. Asked once: who goes on anyway stays. */
  #elsewhere(): boolean {
    const can = typeof RTCPeerConnection === "function" && typeof navigator.mediaDevices?.getUserMedia === "function";
    if (can || location.search.includes("browser=")) return false;
    location.replace(`${location.pathname}?browser=missing`);
    return true;
  }

  async #begin(): Promise<void> {
    const before = this.#root.dataset["before"] ?? "";
    if (before !== "" && (await mayUseBoth())) {
      this.#say("check.quiet");
      const network = await this.#network();
      if (unchanged(before, await digestOf(this.#devices), true, network)) return this.#goOn();
      this.#say("check.changed");
      return this.#media.open();
    }
    await this.#look();
  }

  async #look(): Promise<void> {
    await Promise.all([this.#media.open(), this.#network()]);
  }

  #goOn(): void {
    const arrival = document.getElementById("arrival");
    if (arrival instanceof HTMLFormElement) arrival.requestSubmit();
    else document.getElementById("to-call")?.click();
  }

  #camera(track: MediaStreamTrack | null): void {
    this.#ref<HTMLVideoElement>("preview").srcObject = track ? new MediaStream([track]) : null;
    if (track) this.#found("camera", PASS, "camera.good");
  }

  #voice(track: MediaStreamTrack | null): void {
    this.#level?.close();
    clearTimeout(this.#silence);
    if (!track) return;
    this.#found("voice", UNTRIED, "voice.speak");
    this.#silence = setTimeout(() => this.#found("voice", { verdict: "WEAK", cause: "SILENT" }, "voice.silent"), HEARD_WITHIN);
    const meter = this.#ref<HTMLMeterElement>("level");
    this.#level = new MicrophoneLevel(track, {
      onLevel: (level) => (meter.value = level),
      onHeard: () => {
        clearTimeout(this.#silence);
        this.#found("voice", PASS, "voice.good");
      },
    });
  }

  #trouble(kind: "voice" | "camera", trouble: DeviceTrouble): void {
    this.#found(kind, ofTrouble(trouble), `${kind}.${trouble}`);
    const help = this.#ref(kind).querySelector<HTMLElement>("[data-help]");
    if (!help) return;
    help.hidden = trouble !== "denied";
    help.textContent = this.#texts.say(`allow.${browserOf(navigator.userAgent)}`);
  }

  async #tone(): Promise<void> {
    await playTone();
    this.#ref("heard").hidden = false;
  }

  async #network(): Promise<Finding> {
    this.#show("network", "waiting", "network.waiting");
    this.#facts = await testNetwork(() => this.#servers(), this.#root.dataset["sample"] ?? "");
    const found = ofNetwork(this.#facts);
    this.#found("network", { verdict: found.verdict, cause: found.cause }, found.says);
    return found;
  }

  #found(part: Part, finding: Finding, key: string): void {
    this.#findings[part] = finding;
    this.#show(part, SHOWN[finding.verdict], key);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#tell(), SETTLES);
  }

  /** The last word counts: what was found first is replaced by what is found later. */
  #tell(): void {
    clearTimeout(this.#telling);
    const { roundTripMillis, kilobits } = this.#facts ?? {};
    const way = this.#facts ? ofNetwork(this.#facts).way : "UNKNOWN";
    void digestOf(this.#devices)
      .then((devices) => this.#post("", { ...this.#findings, way, roundTripMillis, kilobits, devices }))
      .then(() => this.#say("check.kept"))
      .catch(() => undefined);
  }

  async #servers(): Promise<Servers | undefined> {
    const answer = await fetch(this.#path("/servers"), { headers: { Accept: "application/json" } });
    return answer.ok ? ((await answer.json()) as Servers) : undefined;
  }

  #path(what: string): string {
    return `/api/visits/${this.#root.dataset["visit"] ?? ""}/device-check${what}`;
  }

  #post(what: string, body?: unknown): Promise<unknown> {
    return post(this.#path(what), body);
  }

  #say(key: string): void {
    const said = document.getElementById("check-said");
    if (said) said.textContent = this.#texts.say(key);
  }

  #show(part: Part, shown: Shown, key: string): void {
    const element = this.#ref(part);
    element.dataset["verdict"] = shown;
    const words = element.querySelector("[data-words]");
    if (words) words.textContent = this.#texts.say(key);
    for (const badge of element.querySelectorAll<HTMLElement>("[data-badge]")) badge.hidden = badge.dataset["badge"] !== shown;
    if (shown !== "bad") element.querySelectorAll<HTMLElement>("[data-help]").forEach((help) => (help.hidden = true));
  }

  #ref<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
    const found = this.#root.querySelector<Kind>(`[data-ref="${name}"]`);
    if (!found) throw new Error(`The device check has no ${name}`);
    return found;
  }
}
