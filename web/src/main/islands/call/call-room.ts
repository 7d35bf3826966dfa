import { type LiveEvent, LiveSocket } from "../live/live";
import { browserOf } from "../media/browser";
import { type DeviceTrouble, LocalMedia } from "../media/local-media";
import { RequestRefused, post } from "../media/server";
import { Texts } from "../media/texts";
import { DeviceMenu } from "./device-menu";
import { LineGauge, isWeak } from "./line-facts";
import { type IncomingSignal, type Joined, PeerCall, type Seat } from "./peer-call";
import type { LinkState } from "./peer-link";
import { Tiles } from "./tiles";

/** Where this page stands towards the call; where the visit stands is its FHIR status. */
type Phase = "outside" | "joining" | "inside" | "left" | "replaced";
type Status = "planned" | "arrived" | "in-progress" | "finished" | "cancelled";

interface EncounterNews {
  readonly status: Status;
  readonly waitingSince: string | null;
  readonly startedAt: string | null;
}

type SeatNews = Seat & { readonly held: boolean };

interface Admission {
  readonly joined: Joined;
}

const QUALITY_EVERY = 10_000;
const FACTS_EVERY = 2_000;
const PRESENCE_EVERY = 20_000;

export class CallRoom {
  readonly #root: HTMLElement;
  readonly #visit: string;
  readonly #clinician: boolean;
  readonly #other: string;
  readonly #texts: Texts;
  readonly #live = LiveSocket.shared();
  readonly #media: LocalMedia;
  readonly #call: PeerCall;
  readonly #tiles: Tiles;
  readonly #gauges = new Map<string, LineGauge>();
  readonly #skew: number;
  #phase: Phase;
  #status: Status;
  #startedAt: number | undefined;
  #muted = false;
  #weak = false;
  #quality = 0;

  constructor(root: HTMLElement) {
    const data = root.dataset;
    this.#root = root;
    this.#visit = data["visit"] ?? "";
    this.#clinician = data["part"] === "clinician";
    this.#other = data["other"] ?? "";
    this.#texts = new Texts(root);
    this.#phase = "outside";
    this.#status = (data["status"] ?? "planned") as Status;
    this.#skew = Date.parse(data["now"] ?? "") - Date.now() || 0;
    this.#startedAt = data["startedAt"] ? Date.parse(data["startedAt"]) : undefined;
    this.#tiles = new Tiles(this.#ref("tiles"), this.#ref<HTMLTemplateElement>("tile"), this.#texts, {
      onFirstFrame: () => this.#firstFrame(),
      onSilenced: () => this.#show("silenced", true),
    });
    this.#media = new LocalMedia({
      onTrack: (kind, track) => {
        this.#call.setTrack(kind, track);
        if (kind === "camera") this.#ref<HTMLVideoElement>("self").srcObject = track ? new MediaStream([track]) : null;
        if (track && kind !== "screen") this.#trouble(kind, undefined);
      },
      onPresence: () => this.#drawOwn(),
      onTrouble: (kind, trouble) => this.#trouble(kind, trouble),
    });
    this.#call = new PeerCall({
      signalling: {
        takeSeat: async () => (await post(`/api/visits/${this.#visit}/seat`)) as Joined,
        leaveSeat: (seat) => void post(`/api/visits/${this.#visit}/seat/departure`, { epoch: seat.epoch }).catch(() => undefined),
        send: (from, to, signal) =>
          void this.#live.send({ type: "signal", visit: this.#visit, epoch: from.epoch, to: to.id, toEpoch: to.epoch, signal }),
      },
      listener: {
        onSeat: (seat) => this.#tiles.show(seat),
        onGone: (seat) => this.#gone(seat),
        onTrack: (seat, kind, track) => this.#tiles.track(seat, kind, track),
        onState: (seat, state) => this.#linked(seat, state),
        onPresence: (seat, presence) => {
          const before = this.#tiles.presenceOf(seat);
          this.#tiles.presence(seat, presence);
          if (before?.screen !== presence.screen && presence.screen) this.#say("said.sharesScreen", { name: seat.name });
        },
        onReplaced: () => this.#replaced(),
      },
    });
    this.#listen();
    this.#live.subscribe(`visit:${this.#visit}`, Number(data["since"] ?? "-1"), (event) => this.#hear(event), {
      onGap: () => location.reload(),
    });
    this.#draw();
    void this.#open(data["callOpen"] === "true");
  }

  /** Devices first, so that the first picture is on its way the moment somebody is let in. */
  async #open(callOpen: boolean): Promise<void> {
    const ready = this.#media.open();
    if (callOpen && (this.#clinician || this.#status === "in-progress")) await this.#join();
    await ready;
  }

  #listen(): void {
    const acts: Record<string, () => void> = {
      microphone: () => this.#toggleMicrophone(),
      camera: () => void this.#media.setCameraOn(!this.#media.presence.camera),
      screen: () => void this.#toggleScreen(),
      leave: () => this.#leave(),
      rejoin: () => void this.#join(),
      admit: () => void this.#admit(),
      return: () => void this.#order("return-to-waiting"),
      end: () => void this.#order("end"),
      devices: () => void this.#menu.open(),
      keys: () => this.#ref<HTMLDialogElement>("keys").showModal(),
      askEnd: () => this.#ref<HTMLDialogElement>("ending").showModal(),
      side: () => this.#toggleSide(),
      sound: () => this.#restoreSound(),
      retry: () => void this.#media.open(),
    };
    this.#root.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-do]");
      const act = button && acts[button.dataset["do"] ?? ""];
      if (!act) return;
      event.preventDefault();
      button.closest("dialog")?.close();
      act();
    });
    document.addEventListener("keydown", (event) => {
      if (!event.altKey || !event.shiftKey || event.repeat) return;
      const name = { KeyM: "microphone", KeyV: "camera", KeyS: "screen", KeyC: "side" }[event.code];
      if (!name || this.#phase !== "inside") return;
      event.preventDefault();
      acts[name]?.();
    });
    globalThis.addEventListener("online", () => this.#call.networkChanged());
    (navigator as Navigator & { connection?: EventTarget }).connection?.addEventListener("change", () => this.#call.networkChanged());
    navigator.mediaDevices?.addEventListener("devicechange", () => void this.#media.devicesChanged());
    let away = false;
    this.#live.onState((state) => {
      if (state === "open" && away) this.#call.signallingReturned();
      away = state !== "open";
      this.#show("offline", state === "waiting");
      if (state === "ended") location.reload();
    });
    setInterval(() => this.#tick(), 1_000);
    setInterval(() => void this.#measure(), FACTS_EVERY);
    setInterval(() => this.#stay(), PRESENCE_EVERY);
  }

  readonly #menu = new DeviceMenu(() => ({
    dialog: this.#ref<HTMLDialogElement>("devices"),
    media: this.#media,
    useSpeaker: (id) => this.#tiles.useSpeaker(id),
  }));

  #hear(event: LiveEvent): void {
    if (event.kind === "encounter") this.#moved(event.data as EncounterNews);
    else if (event.kind === "seat") this.#seated(event.data as SeatNews);
    else if (event.kind === "signal") this.#call.receive(event.data as IncomingSignal);
  }

  #seated(seat: SeatNews): void {
    if (seat.held) this.#call.seatTaken(seat);
    else this.#call.seatLeft(seat);
  }

  #moved(news: EncounterNews): void {
    const before = this.#status;
    this.#status = news.status;
    this.#startedAt = news.startedAt ? Date.parse(news.startedAt) : undefined;
    this.#drawSince(news.waitingSince);
    if (news.status === "finished" || news.status === "cancelled") return this.#over();
    if (this.#clinician) {
      if (news.status === "arrived" && before === "planned") this.#say("said.arrived", { name: this.#other });
    } else if (news.status === "in-progress" && this.#phase === "outside") {
      this.#say("said.admitted");
      void this.#join();
    } else if (news.status === "arrived" && (this.#phase === "inside" || this.#phase === "joining")) {
      this.#call.leave();
      this.#tiles.clear();
      this.#say("said.putBack");
      this.#enter("outside");
    }
    this.#draw();
  }

  /** The doctor who is inside already only opens the door; else the same request takes the doctor's seat. */
  async #admit(): Promise<void> {
    performance.mark("visavis:admit");
    const path = `/api/visits/${this.#visit}/admission`;
    if (this.#phase === "inside") return this.#order("admission", { sit: false });
    await this.#join(async () => ((await post(path, { sit: true })) as Admission).joined, "outside");
  }

  async #join(take?: () => Promise<Joined>, orElse: Phase = "left"): Promise<void> {
    if (this.#phase === "joining" && this.#call.state === "joining") return;
    this.#enter("joining");
    try {
      await this.#call.join(take);
      if (this.#call.state === "inside") this.#enter("inside");
    } catch (problem) {
      this.#enter(orElse);
      this.#failed(problem);
    }
  }

  #leave(): void {
    this.#call.leave();
    this.#media.stopScreen();
    this.#tiles.clear();
    this.#say("said.left");
    this.#enter("left");
  }

  #replaced(): void {
    this.#tiles.clear();
    this.#media.close();
    this.#say("said.replaced");
    this.#enter("replaced");
  }

  #over(): void {
    this.#call.leave();
    this.#media.close();
    location.replace(location.pathname);
  }

  async #order(what: "admission" | "return-to-waiting" | "end", body?: unknown): Promise<void> {
    try {
      await post(`/api/visits/${this.#visit}/${what}`, body);
    } catch (problem) {
      this.#failed(problem);
    }
  }

  #failed(problem: unknown): void {
    if (problem instanceof RequestRefused && problem.status === 401) location.reload();
    else this.#say("said.failed");
  }

  #toggleMicrophone(): void {
    this.#muted = !this.#muted;
    this.#media.setMuted(this.#muted);
    this.#say(this.#media.presence.voice ? "said.voiceOn" : "said.voiceOff");
  }

  async #toggleScreen(): Promise<void> {
    if (this.#media.presence.screen) this.#media.stopScreen();
    else if (!(await this.#media.shareScreen())) return;
    this.#say(this.#media.presence.screen ? "said.screenOn" : "said.screenOff");
  }

  #toggleSide(): void {
    const side = this.#ref("side");
    const open = side.hidden;
    side.hidden = !open;
    this.#root.dataset["side"] = open ? "open" : "closed";
    this.#do("side").forEach((button) => button.setAttribute("aria-expanded", String(open)));
    if (open) side.querySelector<HTMLElement>("textarea, input, [tabindex], h2")?.focus();
  }

  /** Who waits or talks touches nothing and is there all the same: the session must not end under them. */
  #stay(): void {
    if (this.#phase === "inside" || this.#status === "arrived") document.dispatchEvent(new Event("vv-active"));
  }

  #restoreSound(): void {
    this.#tiles.playAll();
    this.#show("silenced", false);
  }

  #firstFrame(): void {
    performance.mark("visavis:first-remote-frame");
    this.#root.dataset["frames"] = "yes";
  }

  #linked(seat: Seat, state: LinkState): void {
    this.#tiles.state(seat, state);
    this.#root.dataset["link"] = state;
    if (state === "connected") this.#say("said.connected", { name: seat.name });
    if (state === "interrupted") this.#say("said.interrupted", { name: seat.name });
    if (state !== "connected") this.#show("secure", false);
    else void this.#measure();
  }

  #gone(seat: Seat): void {
    this.#tiles.remove(seat);
    this.#gauges.delete(seat.id);
    this.#show("secure", false);
    this.#say("said.gone", { name: seat.name });
  }

  async #measure(): Promise<void> {
    if (this.#phase !== "inside") return;
    const send = Date.now() - this.#quality >= QUALITY_EVERY;
    for (const [id, link] of this.#call.links) {
      if (link.state !== "connected") continue;
      const gauge = this.#gauges.get(id) ?? new LineGauge();
      this.#gauges.set(id, gauge);
      const facts = gauge.read((await link.stats()) as unknown as Map<string, Record<string, unknown>>);
      this.#show("secure", facts.encrypted);
      this.#ref("way").textContent = this.#texts.say(facts.relayed ? "line.relayed" : "line.direct");
      if (isWeak(facts) !== this.#weak) {
        this.#weak = !this.#weak;
        this.#show("weak", this.#weak);
        if (this.#weak) this.#say("said.weak");
      }
      if (!send) continue;
      this.#quality = Date.now();
      const { cipher, ...numbers } = facts;
      void post(`/api/visits/${this.#visit}/quality`, numbers).catch(() => undefined);
    }
  }

  #trouble(kind: "voice" | "camera", trouble: DeviceTrouble | undefined): void {
    const notice = this.#ref(kind === "voice" ? "voiceTrouble" : "cameraTrouble");
    notice.hidden = trouble === undefined;
    if (!trouble) return;
    const words = notice.querySelector("[data-words]") ?? notice;
    words.textContent = this.#texts.say(`${kind}.${trouble}`);
    const help = notice.querySelector<HTMLElement>("[data-help]");
    if (!help) return;
    help.hidden = trouble !== "denied";
    help.textContent = this.#texts.say(`allow.${browserOf(navigator.userAgent)}`);
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#draw();
  }

  #draw(): void {
    this.#root.dataset["phase"] = this.#phase;
    this.#root.dataset["status"] = this.#status;
    for (const element of this.#root.querySelectorAll<HTMLElement>("[data-in-phase], [data-in-status]")) {
      const { inPhase, inStatus } = element.dataset;
      const shown = (!inPhase || inPhase.split(" ").includes(this.#phase)) && (!inStatus || inStatus.split(" ").includes(this.#status));
      element.hidden = !shown;
    }
    this.#drawOwn();
    this.#tick();
  }

  #drawOwn(): void {
    const presence = this.#media.presence;
    this.#call.setPresence(presence);
    this.#root.dataset["voice"] = presence.voice ? "on" : "off";
    this.#root.dataset["camera"] = presence.camera ? "on" : "off";
    this.#label("microphone", presence.voice ? "do.mute" : "do.unmute", presence.voice);
    this.#label("camera", presence.camera ? "do.cameraOff" : "do.cameraOn", presence.camera);
    this.#label("screen", presence.screen ? "do.screenOff" : "do.screenOn", presence.screen);
    for (const button of this.#do("screen")) button.hidden ||= !this.#media.canShareScreen;
    this.#ref("selfVoice").textContent = this.#texts.say(presence.voice ? "tile.voiceOn" : "tile.voiceOff");
  }

  #drawSince(waitingSince: string | null): void {
    if (!waitingSince) return;
    const time = new Intl.DateTimeFormat(document.documentElement.lang, {
      hour: "numeric",
      minute: "2-digit",
      timeZone: this.#root.dataset["zone"] ?? "UTC",
      timeZoneName: "longGeneric",
    }).format(new Date(waitingSince));
    const since = this.#ref("since");
    since.hidden = false;
    since.textContent = this.#texts.say(this.#clinician ? "room.waitsSince" : "room.waitingSince", { name: time });
  }

  #label(act: string, key: string, on: boolean): void {
    for (const button of this.#do(act)) {
      button.dataset["on"] = on ? "yes" : "no";
      const words = button.querySelector("[data-words]");
      if (words) words.textContent = this.#texts.say(key);
    }
  }

  #tick(): void {
    const timer = this.#ref("timer");
    timer.hidden = this.#startedAt === undefined || this.#phase !== "inside";
    if (this.#startedAt === undefined) return;
    const seconds = Math.max(0, Math.floor((Date.now() + this.#skew - this.#startedAt) / 1000));
    timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  /** Seen and read aloud: a person who hears the page knows as much as one who sees it. */
  #say(key: string, values: Readonly<Record<string, string>> = {}): void {
    this.#ref("said").textContent = this.#texts.say(key, values);
  }

  #show(name: string, shown: boolean): void {
    this.#ref(name).hidden = !shown;
  }

  #do(act: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(`[data-do="${act}"]`)];
  }

  #ref<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
    const found = this.#root.querySelector<Kind>(`[data-ref="${name}"]`);
    if (!found) throw new Error(`The page of the visit has no ${name}`);
    return found;
  }
}
