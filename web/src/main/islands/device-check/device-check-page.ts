/**
 * Camera, microphone, speaker and network, each with a verdict in words and advice. Nothing leaves the page; whoever has checked is
 * not asked again in this session.
 */
import { LiveSocket } from "../live/live";
import { browserOf } from "../media/browser";
import { type DeviceTrouble, LocalMedia } from "../media/local-media";
import { Texts } from "../media/texts";
import { MicrophoneLevel } from "./microphone-level";
import { playTone } from "./tone";

type Part = "camera" | "voice" | "speaker" | "network";
type Verdict = "waiting" | "good" | "bad";

const SLOW_MILLIS = 400;
const ANSWER_WITHIN = 5_000;

export class DeviceCheck {
  readonly #root: HTMLElement;
  readonly #texts: Texts;
  readonly #media: LocalMedia;
  #level: MicrophoneLevel | undefined;

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
    root.addEventListener("click", (event) => {
      const act = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset["do"];
      if (act === "retry") void this.#media.open();
      if (act === "tone") void this.#tone();
      if (act === "heard") this.#verdict("speaker", "good", "speaker.good");
      if (act === "not-heard") this.#verdict("speaker", "bad", "speaker.bad");
      if (act === "network") void this.#network();
    });
    globalThis.addEventListener("pagehide", () => this.#media.close());
    navigator.mediaDevices?.addEventListener("devicechange", () => void this.#media.devicesChanged());
    void this.#media.open();
    void this.#network();
  }

  #camera(track: MediaStreamTrack | null): void {
    this.#ref<HTMLVideoElement>("preview").srcObject = track ? new MediaStream([track]) : null;
    if (track) this.#verdict("camera", "good", "camera.good");
  }

  #voice(track: MediaStreamTrack | null): void {
    this.#level?.close();
    if (!track) return;
    this.#verdict("voice", "waiting", "voice.speak");
    const meter = this.#ref<HTMLMeterElement>("level");
    this.#level = new MicrophoneLevel(track, {
      onLevel: (level) => (meter.value = level),
      onHeard: () => this.#verdict("voice", "good", "voice.good"),
    });
  }

  #trouble(kind: "voice" | "camera", trouble: DeviceTrouble): void {
    this.#verdict(kind, "bad", `${kind}.${trouble}`);
    const help = this.#part(kind).querySelector<HTMLElement>("[data-help]");
    if (!help) return;
    help.hidden = trouble !== "denied";
    help.textContent = this.#texts.say(`allow.${browserOf(navigator.userAgent)}`);
  }

  async #tone(): Promise<void> {
    await playTone();
    this.#ref("heard").hidden = false;
  }

  /** The way to our server both ways, then whether this network lets browsers find each other at all. */
  async #network(): Promise<void> {
    this.#verdict("network", "waiting", "network.waiting");
    const millis = await roundTrip();
    if (millis === undefined) return this.#verdict("network", "bad", "network.bad");
    if (!(await findsAWay())) return this.#verdict("network", "bad", "network.blocked");
    this.#verdict("network", "good", millis > SLOW_MILLIS ? "network.slow" : "network.good");
  }

  #verdict(part: Part, verdict: Verdict, key: string): void {
    const element = this.#part(part);
    element.dataset["verdict"] = verdict;
    const words = element.querySelector("[data-words]");
    if (words) words.textContent = this.#texts.say(key);
    for (const badge of element.querySelectorAll<HTMLElement>("[data-badge]")) badge.hidden = badge.dataset["badge"] !== verdict;
    if (verdict !== "bad") element.querySelectorAll<HTMLElement>("[data-help]").forEach((help) => (help.hidden = true));
  }

  #part(part: Part): HTMLElement {
    return this.#ref(part);
  }

  #ref<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
    const found = this.#root.querySelector<Kind>(`[data-ref="${name}"]`);
    if (!found) throw new Error(`The device check has no ${name}`);
    return found;
  }
}

/** Milliseconds over the live connection and back, or nothing when it does not answer. */
function roundTrip(): Promise<number | undefined> {
  const live = LiveSocket.shared();
  return new Promise((resolve) => {
    const done = (millis: number | undefined): void => {
      clearTimeout(timer);
      stopPong();
      stopState();
      resolve(millis);
    };
    let sentAt = 0;
    const timer = setTimeout(() => done(undefined), ANSWER_WITHIN);
    const stopPong = live.onMessage("pong", () => {
      if (sentAt > 0) done(Math.round(performance.now() - sentAt));
    });
    const ask = (): void => {
      if (sentAt === 0 && live.sendNow({ type: "ping" })) sentAt = performance.now();
    };
    const stopState = live.onState((state) => {
      if (state === "open") queueMicrotask(ask);
    });
  });
}

/** Whether WebRTC works here at all: two ends in this page exchange one message over a data channel. Needs no credential. */
async function findsAWay(): Promise<boolean> {
  if (typeof RTCPeerConnection === "undefined") return false;
  const [one, two] = [new RTCPeerConnection(), new RTCPeerConnection()];
  try {
    one.onicecandidate = ({ candidate }) => void (candidate && two.addIceCandidate(candidate).catch(() => undefined));
    two.onicecandidate = ({ candidate }) => void (candidate && one.addIceCandidate(candidate).catch(() => undefined));
    const opened = new Promise<boolean>((resolve) => {
      one.createDataChannel("check").onopen = () => resolve(true);
      setTimeout(() => resolve(false), ANSWER_WITHIN);
    });
    await one.setLocalDescription();
    await two.setRemoteDescription(one.localDescription as RTCSessionDescription);
    await two.setLocalDescription();
    await one.setRemoteDescription(two.localDescription as RTCSessionDescription);
    return await opened;
  } catch {
    return false;
  } finally {
    one.close();
    two.close();
  }
}
