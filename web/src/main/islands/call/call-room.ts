/** The room of a visit: brings together what the server says, what this page's devices do, the call, and the features that follow it. */
import { type LiveEvent, LiveSocket } from "../live/live";
import { LocalMedia } from "../media/local-media";
import { RequestRefused, post } from "../media/server";
import { Texts } from "../media/texts";
import { CallPage, type LineShown, type Phase, type Status } from "./call-page";
import type { IncomingSignal, Line } from "./call-client";
import { listen } from "./controls";
import { DeviceMenu } from "./device-menu";
import { FEATURES } from "./features";
import type { Presence } from "./connection";
import type { LinkState } from "./peer-link";
import type { Joined, Renewed, Seat } from "./seats";
import type { Feature, Room } from "./room";
import { Tiles } from "./tiles";
import { type Signalling, VisitCall } from "./visit-call";

interface EncounterNews {
  readonly status: Status;
  readonly waitingSince: string | null;
  readonly awaySince: string | null;
  readonly startedAt: string | null;
}

/** How a guest stands, from the guest's own topic. */
interface StandingNews {
  readonly status: Status;
  readonly waitingSince: string | null;
  readonly startedAt: string | null;
  readonly visitSince: number;
}

type SeatNews = Seat & { readonly held: boolean };

interface Admission {
  readonly joined: Joined;
}

const STAY_EVERY = 20_000;
const REST_WITHIN = 4_000;

export class CallRoom implements Room {
  readonly visit: string;
  readonly clinician: boolean;
  readonly live = LiveSocket.shared();
  readonly page: CallPage;
  readonly texts: Texts;
  readonly media: LocalMedia;
  readonly call: VisitCall;
  readonly tiles: Tiles;
  readonly #other: string;
  readonly #menu: DeviceMenu;
  readonly #features: Feature[] = [];
  #phase: Phase = "outside";
  #status: Status;
  #line: LineShown = "none";
  #muted = false;
  #follows: (() => void) | undefined;

  constructor(root: HTMLElement) {
    const data = root.dataset;
    this.texts = new Texts(root);
    this.visit = data["visit"] ?? "";
    this.clinician = data["part"] === "clinician";
    this.#other = data["other"] ?? "";
    this.#status = (data["status"] ?? "planned") as Status;
    this.page = new CallPage(root, this.texts);
    this.page.startedAt(data["startedAt"]);
    this.tiles = new Tiles(this.page.ref("tiles"), this.page.ref<HTMLTemplateElement>("tile"), this.texts, {
      onFirstFrame: () => this.#firstFrame(),
      onSilenced: () => this.#each((feature) => feature.onSilenced?.()),
      onPinned: (name, pinned) => this.page.say(pinned ? "said.pinned" : "said.unpinned", { name }),
    });
    this.media = new LocalMedia({
      onTrack: (kind, track) => {
        this.call.setTrack(kind, track);
        if (kind === "camera") this.page.ref<HTMLVideoElement>("self").srcObject = track ? new MediaStream([track]) : null;
        this.#each((feature) => feature.onOwnTrack?.(kind, track));
        if (track && kind !== "screen") this.page.drawTrouble(kind, undefined);
      },
      onPresence: () => this.#drawOwn(),
      onTrouble: (kind, trouble) => this.page.drawTrouble(kind, trouble),
    });
    this.#menu = new DeviceMenu(() => ({
      dialog: this.page.ref<HTMLDialogElement>("devices"),
      media: this.media,
      useSpeaker: (id) => this.tiles.useSpeaker(id),
    }));
    this.call = new VisitCall({ signalling: this.#signalling(), listener: this.#listener(), now: () => this.page.now() });
    this.#features.push(...FEATURES.map((of) => of(this)));
    this.#listen();
    this.live.subscribe(data["topic"] ?? `visit:${this.visit}`, Number(data["since"] ?? "-1"), (event) => this.#hear(event), {
      onGap: () => location.reload(),
      onRefused: () => this.#over(),
    });
    if (data["part"] === "guest" && this.#status === "in-progress") this.#followVisit(Number(data["visitSince"] ?? "-1"));
    this.#draw();
    void this.#open(data["callOpen"] === "true");
  }

  /** Devices first, so that the first picture is on its way the moment somebody is let in. */
  async #open(callOpen: boolean): Promise<void> {
    const ready = this.media.open();
    if (callOpen && (this.clinician || this.#status === "in-progress")) await this.#join();
    await ready;
  }

  get phase(): Phase {
    return this.#phase;
  }

  post(what: string, body?: unknown): Promise<unknown> {
    return post(`/api/visits/${this.visit}/${what}`, body);
  }

  #each(tell: (feature: Feature) => void): void {
    for (const feature of this.#features) tell(feature);
  }

  #signalling(): Signalling {
    return {
      takeSeat: async () => (await this.post("seat")) as Joined,
      leaveSeat: (seat) => void this.post("seat/departure", { epoch: seat.epoch }).catch(() => undefined),
      send: (from, to, signal) =>
        void this.live.send({ type: "signal", visit: this.visit, epoch: from.epoch, to: to.id, toEpoch: to.epoch, signal }),
      reportTrouble: async (seat, rung, kind) => (await this.post("failures", { epoch: seat.epoch, rung, kind })) as Joined | undefined,
      renew: async (seat) => (await this.post("seat/pass", { epoch: seat.epoch })) as Renewed,
    };
  }

  #listener(): ConstructorParameters<typeof VisitCall>[0]["listener"] {
    return {
      onSeat: (seat) => this.#seen(seat),
      onGone: (seat) => this.#gone(seat),
      onTrack: (seat, kind, track) => {
        this.tiles.track(seat, kind, track);
        this.#each((feature) => feature.onTrack?.(seat, kind, track));
      },
      onState: (seat, state) => this.#linked(seat, state),
      onPresence: (seat, presence) => this.#present(seat, presence),
      onMet: (seat) => this.#each((feature) => feature.onMet?.(seat)),
      onWords: (seat, words) => this.#each((feature) => feature.onWords?.(seat, words)),
      onLine: (line, moved) => this.#carriedBy(line, moved),
      onReplaced: () => this.#replaced(),
      onDropped: (problem) => {
        this.tiles.clear();
        this.#enter("left");
        this.#failed(problem);
      },
    };
  }

  #listen(): void {
    listen(this.page.root, {
      acts: {
        microphone: () => this.#toggleMicrophone(),
        camera: () => void this.media.setCameraOn(!this.media.presence.camera),
        leave: () => this.#leave(),
        rejoin: () => this.#rejoin(),
        again: () => void this.#join(async () => (await this.post("rungs")) as Joined),
        admit: () => void this.#admit(),
        return: () => void this.#order("return-to-waiting"),
        end: () => void this.#order("end"),
        devices: () => void this.#menu.open(),
        keys: () => this.page.ref<HTMLDialogElement>("keys").showModal(),
        askEnd: () => this.page.ref<HTMLDialogElement>("ending").showModal(),
        side: () => this.page.toggleSide(),
        retry: () => void this.media.open(),
        ...Object.assign({}, ...this.#features.map((feature) => feature.acts)),
      },
      keys: Object.assign({}, ...this.#features.map((feature) => feature.keys)),
      keysWork: () => this.#phase === "inside",
    });
    globalThis.addEventListener("online", () => this.call.networkChanged());
    (navigator as Navigator & { connection?: EventTarget }).connection?.addEventListener("change", () => this.call.networkChanged());
    navigator.mediaDevices?.addEventListener("devicechange", () => void this.media.devicesChanged());
    let away = false;
    this.live.onState((state) => {
      if (state === "open" && this.#phase !== "replaced") this.live.sendNow({ type: "here", visit: this.visit });
      if (state === "open" && away) this.call.signallingReturned();
      away = state !== "open";
      this.page.show("offline", state === "waiting");
      if (state === "ended") location.reload();
    });
    setInterval(() => this.#stay(), STAY_EVERY);
  }

  #hear(event: LiveEvent): void {
    if (event.kind === "encounter") this.#moved(event.data as EncounterNews);
    else if (event.kind === "standing") this.#stands(event.data as StandingNews);
    else if (event.kind === "seat") this.#seated(event.data as SeatNews);
    else if (event.kind === "rung") this.call.movedTo((event.data as { rung: number }).rung);
    else if (event.kind === "signal") this.call.receive(event.data as IncomingSignal);
    this.#each((feature) => feature.onNews?.(event));
  }

  /** A guest hears of the visit only while let in: followed before sitting down, so that nothing is missed in between. */
  #stands(news: StandingNews): void {
    if (news.status === "in-progress") this.#followVisit(news.visitSince);
    else this.#unfollowVisit();
    this.#moved({ ...news, awaySince: null });
  }

  #followVisit(since: number): void {
    this.#follows ??= this.live.subscribe(`visit:${this.visit}`, since, (event) => this.#hear(event), {
      onGap: () => location.reload(),
      onRefused: () => (this.#follows = undefined),
    });
  }

  #unfollowVisit(): void {
    this.#follows?.();
    this.#follows = undefined;
  }

  #seated(seat: SeatNews): void {
    if (seat.held) this.call.seatTaken(seat);
    else this.call.seatLeft(seat);
  }

  #moved(news: EncounterNews): void {
    const before = this.#status;
    this.#status = news.status;
    this.page.startedAt(news.startedAt);
    this.page.drawWaiting(this.clinician, news.waitingSince, news.awaySince);
    if (news.status === "finished" || news.status === "cancelled") return this.#over();
    if (this.clinician) {
      if (news.status === "arrived" && before === "planned") this.page.say("said.arrived", { name: this.#other });
    } else if (news.status === "in-progress" && this.#phase === "outside") {
      this.page.say("said.admitted");
      void this.#join();
    } else if (news.status === "arrived" && (this.#phase === "inside" || this.#phase === "joining")) {
      const tell = this.call.leave();
      this.tiles.clear();
      this.page.say("said.putBack");
      this.#enter("outside");
      tell();
    }
    this.#draw();
  }

  /** The call begins, or goes on another way: said in one sentence, for the seat, the chat and the time stay as they are. */
  #carriedBy(line: Line, moved: boolean): void {
    this.#line = line.kind === "telephone" ? "telephone" : "picture" in line && !line.picture ? "sound" : "picture";
    this.page.root.dataset["client"] = line.kind;
    this.page.show("simulation", line.kind === "simulated");
    this.page.show("secure", false);
    if (this.#line === "telephone") this.tiles.clear();
    this.#each((feature) => feature.onLine?.(line));
    if (moved) this.page.say({ telephone: "said.telephone", sound: "said.sound", picture: "said.moved", none: "said.moved" }[this.#line]);
    this.#draw();
  }

  /** The doctor who is inside already only opens the door; else the same request takes the doctor's seat. */
  async #admit(): Promise<void> {
    performance.mark("visavis:admit");
    if (this.#phase === "inside") return this.#order("admission", { sit: false });
    await this.#join(async () => ((await this.post("admission", { sit: true })) as Admission).joined, "outside");
  }

  async #join(take?: () => Promise<Joined>, orElse: Phase = "left"): Promise<void> {
    if (this.#phase === "joining" && this.call.state === "joining") return;
    this.#enter("joining");
    try {
      await this.call.join(take);
      if (this.call.state === "inside") this.#enter("inside");
    } catch (problem) {
      this.#enter(orElse);
      this.#failed(problem);
    }
  }

  /** Here first, and only then told to the server: who leaves without a network has left all the same, and their camera is off. */
  #leave(): void {
    const tell = this.call.leave();
    this.tiles.clear();
    this.page.say("said.left");
    this.#enter("left");
    tell();
  }

  #rejoin(): void {
    void this.media.open();
    void this.#join();
  }

  #replaced(): void {
    this.tiles.clear();
    this.media.close();
    this.page.say("said.replaced");
    this.#enter("replaced");
    // Else a person whose newer page dies would seem to be there still, and the call would be moved for the other's sake.
    this.live.sendNow({ type: "here", visit: this.visit, shown: false });
  }

  #over(): void {
    this.call.leave()();
    this.media.close();
    const rest = Promise.allSettled(this.#features.map((feature) => feature.onOver?.()));
    const enough = new Promise((done) => setTimeout(done, REST_WITHIN));
    void Promise.race([rest, enough]).then(() => location.replace(location.pathname));
  }

  async #order(what: "admission" | "return-to-waiting" | "end", body?: unknown): Promise<void> {
    try {
      await this.post(what, body);
    } catch (problem) {
      this.#failed(problem);
    }
  }

  #failed(problem: unknown): void {
    if (problem instanceof RequestRefused && problem.status === 401) location.reload();
    else this.page.say("said.failed");
  }

  #toggleMicrophone(): void {
    this.#muted = !this.#muted;
    this.media.setMuted(this.#muted);
    this.page.say(this.media.presence.voice ? "said.voiceOn" : "said.voiceOff");
  }

  /** Who waits or talks touches nothing and is there all the same: the session must not end under them. */
  #stay(): void {
    if (this.#phase === "inside" || this.#status === "arrived") document.dispatchEvent(new Event("vv-active"));
  }

  #firstFrame(): void {
    performance.mark("visavis:first-remote-frame");
    this.page.root.dataset["frames"] = "yes";
  }

  #seen(seat: Seat): void {
    this.tiles.show(seat);
    this.#each((feature) => feature.onSeat?.(seat));
  }

  #present(seat: Seat, presence: Presence): void {
    const before = this.tiles.presenceOf(seat);
    this.tiles.presence(seat, presence);
    this.#each((feature) => feature.onPresence?.(seat, presence));
    if (before?.screen !== presence.screen && presence.screen) this.page.say("said.sharesScreen", { name: seat.name });
  }

  #linked(seat: Seat, state: LinkState): void {
    this.tiles.state(seat, state);
    this.page.root.dataset["link"] = state;
    if (state === "connected") this.page.say("said.connected", { name: seat.name });
    if (state === "interrupted") {
      this.page.say("said.interrupted", { name: seat.name });
      this.live.doubt();
    }
    if (state !== "connected") this.page.show("secure", false);
    this.#each((feature) => feature.onState?.(seat, state));
  }

  #gone(seat: Seat): void {
    this.tiles.remove(seat);
    this.page.show("secure", false);
    this.#each((feature) => feature.onGone?.(seat));
    this.page.say("said.gone", { name: seat.name });
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    if (phase === "left") this.media.close();
    if (phase !== "inside" && phase !== "joining") {
      this.#line = "none";
      this.page.show("secure", false);
    }
    this.#draw();
    this.#each((feature) => feature.onPhase?.(phase));
  }

  #draw(): void {
    this.page.draw({ phase: this.#phase, status: this.#status, line: this.#line });
    this.#drawOwn();
  }

  #drawOwn(): void {
    this.call.setPresence(this.media.presence);
    this.page.drawOwn(this.media.presence, this.media.canShareScreen);
    this.#each((feature) => feature.onOwnPresence?.(this.media.presence));
  }
}
