/**
 * One connection between this page and one other seat: perfect negotiation (W3C WebRTC 1.0, section 10.7), trickled candidates, and
 * ICE restarts until the other side is back.
 *
 * The side that sat down later offers first and brings all lines (voice, camera, screen) at once, so switching a device, muting or
 * sharing a screen never negotiates again. What is left to negotiate are ICE restarts, which both sides may start at the same moment.
 *
 * A dead line shows first by its silence: a browser notices after many seconds, we count what arrives. Both sides say "here" once a
 * second, so that somebody without microphone and camera is not taken for a dead line.
 */

import { PICTURE_COSTS, type PictureSent } from "./picture-policy";

export const TRACK_KINDS = ["voice", "camera", "screen"] as const;
export type TrackKind = (typeof TRACK_KINDS)[number];
export type Tracks = Readonly<Record<TrackKind, MediaStreamTrack | null>>;

export type Signal =
  | { readonly description: RTCSessionDescriptionInit }
  | { readonly candidates: readonly RTCIceCandidateInit[] };

export type LinkState = "connecting" | "connected" | "interrupted" | "closed";

/** What one side tells the other about its own devices, over the connection itself. */
export interface Presence {
  readonly voice: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
}

export interface LinkListener {
  onTrack(kind: TrackKind, track: MediaStreamTrack): void;
  onState(state: LinkState): void;
  onPresence(presence: Presence): void;
  onWords(text: string): void;
  /** This line does not come, or does not come back. Said again if nobody does anything about it. */
  onStuck(): void;
}

/** How long to wait for a line, in milliseconds. */
export interface Patience {
  /** For the first connection. */
  readonly first: number;
  /** For one that was there and is lost, counted from the last sign of life. */
  readonly lost: number;
  /** Without any sign of life before the line counts as interrupted. */
  readonly silence: number;
  /** Whether another way through the network is sought meanwhile. */
  readonly restarts: boolean;
}

export interface LinkSettings {
  readonly configuration: RTCConfiguration;
  readonly polite: boolean;
  readonly offersFirst: boolean;
  readonly picture: boolean;
  readonly patience: Patience;
  readonly tracks: Tracks;
  readonly presence: Presence;
  readonly send: (signal: Signal) => void;
  readonly listener: LinkListener;
  readonly connect?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

const CANDIDATE_PAUSE = 10;
const POLITE_PAUSE = 1_000;
const BETWEEN_RESTARTS = 5_000;
const LISTEN_EVERY = 400;
const HERE_EVERY = 1_000;

export class PeerLink {
  readonly #pc: RTCPeerConnection;
  readonly #polite: boolean;
  readonly #send: (signal: Signal) => void;
  readonly #listener: LinkListener;
  readonly #channel: RTCDataChannel;
  readonly #words: RTCDataChannel;
  readonly #kinds: readonly TrackKind[];
  readonly #patience: Patience;
  #tracks: Tracks;
  #presence: Presence;
  #lines: RTCRtpTransceiver[] = [];
  #state: LinkState = "connecting";
  #makingOffer = false;
  #ignoringOffer = false;
  #settingAnswer = false;
  #mayOffer: boolean;
  #inbox: Promise<void> = Promise.resolve();
  #candidates: RTCIceCandidateInit[] = [];
  #candidateTimer: ReturnType<typeof setTimeout> | undefined;
  #next: ReturnType<typeof setTimeout> | undefined;
  readonly #listening: ReturnType<typeof setInterval>;
  readonly #saying: ReturnType<typeof setInterval>;
  #wasConnected = false;
  #picture: PictureSent = "full";
  #shaping: Promise<void> = Promise.resolve();
  #heardAt = Date.now();
  #packets: number | undefined;

  constructor(settings: LinkSettings) {
    this.#polite = settings.polite;
    this.#send = settings.send;
    this.#listener = settings.listener;
    this.#tracks = settings.tracks;
    this.#presence = settings.presence;
    this.#mayOffer = settings.offersFirst;
    this.#kinds = settings.picture ? TRACK_KINDS : TRACK_KINDS.slice(0, 1);
    this.#patience = settings.patience;
    this.#pc = (settings.connect ?? ((configuration) => new RTCPeerConnection(configuration)))(settings.configuration);
    this.#channel = this.#pc.createDataChannel("presence", { negotiated: true, id: 0 });
    this.#channel.onopen = () => this.#tellPresence();
    this.#channel.onmessage = (message: MessageEvent<unknown>) => this.#hearPresence(message.data);
    this.#words = this.#pc.createDataChannel("words", { negotiated: true, id: 1 });
    this.#words.onmessage = (message: MessageEvent<unknown>) => this.#listener.onWords(String(message.data));
    this.#pc.onnegotiationneeded = () => void this.#offer();
    this.#pc.onicecandidate = ({ candidate }) => this.#trickle(candidate);
    this.#pc.oniceconnectionstatechange = () => this.#follow();
    this.#pc.onconnectionstatechange = () => this.#follow();
    this.#pc.ontrack = ({ transceiver, track }) => this.#hand(transceiver, track);
    if (settings.offersFirst) this.#openLines();
    this.#listening = setInterval(() => void this.#listen(), LISTEN_EVERY);
    this.#saying = setInterval(() => this.#tellPresence(), HERE_EVERY);
    this.#wait(BETWEEN_RESTARTS);
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Signals are handled one after the other: a candidate must not overtake its description. */
  receive(signal: Signal): Promise<void> {
    this.#inbox = this.#inbox.then(() => this.#handle(signal)).catch((problem: unknown) => {
      if (this.#state !== "closed") console.warn("A signal could not be used", (problem as Error).name);
    });
    return this.#inbox;
  }

  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [kind]: track };
    void this.#line(kind)?.sender.replaceTrack(track);
  }

  setPresence(presence: Presence): void {
    this.#presence = presence;
    this.#tellPresence();
  }

  /** How much of the camera's picture goes out; the microphone is never touched. One that sends nothing says so to the other side. */
  setPicture(level: PictureSent): void {
    if (level === this.#picture) return;
    this.#picture = level;
    this.#tellPresence();
    this.#shaping = this.#shaping.then(() => this.#shape()).catch((problem: unknown) => {
      if (!this.#isClosed()) console.warn("The picture could not be limited", (problem as Error).name);
    });
  }

  /** False: not now. A link that is interrupted would hold the words back for as long as it is. */
  say(text: string): boolean {
    if (this.#state !== "connected" || this.#words.readyState !== "open") return false;
    this.#words.send(text);
    return true;
  }

  /** The next restart uses the fresh pass; what is connected stays so. */
  renew(configuration: RTCConfiguration): void {
    if (this.#state !== "closed") this.#pc.setConfiguration(configuration);
  }

  /** Another way through the network is sought. */
  restart(): void {
    if (this.#state === "closed" || !this.#mayOffer) return;
    if (this.#pc.signalingState === "have-local-offer") this.#sendDescription();
    this.#pc.restartIce();
  }

  /** What we said last may have got lost: said again, without seeking anew what is being sought. */
  sayAgain(): void {
    if (this.#pc.signalingState === "have-local-offer") this.#sendDescription();
    else this.restart();
  }

  stats(): Promise<RTCStatsReport> {
    return this.#pc.getStats();
  }

  close(): void {
    if (this.#state === "closed") return;
    clearTimeout(this.#candidateTimer);
    clearTimeout(this.#next);
    clearInterval(this.#listening);
    clearInterval(this.#saying);
    this.#pc.onnegotiationneeded = this.#pc.onicecandidate = this.#pc.ontrack = null;
    this.#pc.oniceconnectionstatechange = this.#pc.onconnectionstatechange = null;
    this.#channel.onopen = this.#channel.onmessage = this.#words.onmessage = null;
    this.#pc.close();
    this.#enter("closed");
  }

  #openLines(): void {
    for (const kind of this.#kinds) {
      this.#pc.addTransceiver(this.#tracks[kind] ?? (kind === "voice" ? "audio" : "video"), {
        direction: "sendrecv",
        ...(kind === "camera" ? { sendEncodings: [{ maxBitrate: PICTURE_COSTS.full.kilobits * 1_000 }] } : {}),
      });
    }
    this.#lines = this.#pc.getTransceivers();
  }

  async #answerLines(): Promise<void> {
    this.#lines = this.#pc.getTransceivers();
    await Promise.all(
      this.#kinds.map(async (kind) => {
        const line = this.#line(kind);
        if (!line) return;
        line.direction = "sendrecv";
        await line.sender.replaceTrack(this.#tracks[kind]);
      }),
    );
  }

  #line(kind: TrackKind): RTCRtpTransceiver | undefined {
    return this.#kinds.includes(kind) ? this.#lines[this.#kinds.indexOf(kind)] : undefined;
  }

  async #shape(): Promise<void> {
    const sender = this.#line("camera")?.sender;
    const level = this.#picture;
    if (!sender || this.#isClosed()) return;
    const parameters = sender.getParameters();
    const encoding = parameters.encodings[0];
    if (!encoding) return;
    encoding.active = level !== "sound";
    if (level !== "sound") {
      const cost = PICTURE_COSTS[level];
      encoding.maxBitrate = cost.kilobits * 1_000;
      encoding.maxFramerate = cost.framesPerSecond;
      encoding.scaleResolutionDownBy = cost.scaleDownBy;
    }
    await sender.setParameters(parameters);
  }

  async #offer(): Promise<void> {
    if (!this.#mayOffer) return;
    try {
      this.#makingOffer = true;
      await this.#pc.setLocalDescription();
      this.#sendDescription();
    } catch (problem) {
      if (this.#state !== "closed") throw problem;
    } finally {
      this.#makingOffer = false;
    }
  }

  async #handle(signal: Signal): Promise<void> {
    if (this.#state === "closed") return;
    if ("description" in signal) return this.#handleDescription(signal.description);
    for (const candidate of signal.candidates) {
      try {
        await this.#pc.addIceCandidate(candidate);
      } catch (problem) {
        if (!this.#ignoringOffer) throw problem;
      }
    }
  }

  async #handleDescription(description: RTCSessionDescriptionInit): Promise<void> {
    const readyForOffer =
      !this.#makingOffer && (this.#pc.signalingState === "stable" || this.#settingAnswer);
    const collision = description.type === "offer" && !readyForOffer;
    this.#ignoringOffer = !this.#polite && collision;
    if (this.#ignoringOffer) return;
    if (description.type === "answer" && this.#pc.signalingState !== "have-local-offer") return;
    this.#settingAnswer = description.type === "answer";
    try {
      await this.#pc.setRemoteDescription(description);
    } finally {
      this.#settingAnswer = false;
    }
    if (description.type !== "offer") return;
    // The other side seeks another way already; a second search beside it would make both begin anew.
    if (this.#state === "interrupted") this.#wait(BETWEEN_RESTARTS);
    if (this.#lines.length === 0) await this.#answerLines();
    await this.#pc.setLocalDescription();
    this.#mayOffer = true;
    this.#sendDescription();
  }

  #sendDescription(): void {
    const description = this.#pc.localDescription;
    if (description) this.#send({ description: { type: description.type, sdp: description.sdp } });
  }

  /** Candidates come in bursts: one message carries a burst. */
  #trickle(candidate: RTCIceCandidate | null): void {
    if (!candidate) return;
    this.#candidates.push(candidate.toJSON());
    this.#candidateTimer ??= setTimeout(() => {
      this.#candidateTimer = undefined;
      this.#send({ candidates: this.#candidates });
      this.#candidates = [];
    }, CANDIDATE_PAUSE);
  }

  #follow(): void {
    switch (this.#pc.connectionState) {
      case "connected":
        return this.#connected();
      case "disconnected":
      case "failed":
        return this.#interrupted();
      default:
        return;
    }
  }

  /** Anything that came from the other side since the last look is a sign of life. */
  async #listen(): Promise<void> {
    if (this.#state === "connecting" || this.#state === "closed") return;
    const packets = packetsIn(await this.#pc.getStats());
    if (this.#isClosed()) return;
    if (packets !== undefined && this.#packets !== undefined && packets > this.#packets) {
      if (this.#pc.connectionState === "connected") this.#connected();
      else this.#heardAt = Date.now();
    } else if (packets !== undefined && Date.now() - this.#heardAt > this.#patience.silence) {
      this.#interrupted();
    }
    this.#packets = packets ?? this.#packets;
  }

  #connected(): void {
    this.#heardAt = Date.now();
    this.#wasConnected = true;
    clearTimeout(this.#next);
    this.#enter("connected");
  }

  #interrupted(): void {
    if (this.#state === "interrupted") return;
    this.#enter("interrupted");
    this.#wait(this.#polite ? POLITE_PAUSE : 0);
  }

  #wait(pause: number): void {
    clearTimeout(this.#next);
    const left = this.#heardAt + (this.#wasConnected ? this.#patience.lost : this.#patience.first) - Date.now();
    this.#next = setTimeout(() => this.#tryAgain(), Math.max(0, Math.min(pause, left)));
  }

  #tryAgain(): void {
    if (Date.now() - this.#heardAt >= (this.#wasConnected ? this.#patience.lost : this.#patience.first)) {
      this.#heardAt = Date.now();
      this.#listener.onStuck();
      if (this.#isClosed()) return;
    } else if (this.#patience.restarts) {
      this.restart();
    }
    this.#wait(BETWEEN_RESTARTS);
  }

  #isClosed(): boolean {
    return this.#state === "closed";
  }

  #enter(state: LinkState): void {
    if (this.#state === state || this.#state === "closed") return;
    this.#state = state;
    this.#listener.onState(state);
  }

  #hand(transceiver: RTCRtpTransceiver, track: MediaStreamTrack): void {
    const kind = this.#kinds[this.#pc.getTransceivers().indexOf(transceiver)];
    if (kind) this.#listener.onTrack(kind, track);
  }

  #tellPresence(): void {
    if (this.#channel.readyState !== "open") return;
    this.#channel.send(JSON.stringify({ ...this.#presence, camera: this.#presence.camera && this.#picture !== "sound" }));
  }

  #hearPresence(data: unknown): void {
    if (this.#state === "connected") this.#heardAt = Date.now();
    try {
      const said = JSON.parse(String(data)) as Partial<Record<TrackKind, unknown>>;
      this.#listener.onPresence({ voice: said.voice === true, camera: said.camera === true, screen: said.screen === true });
    } catch {
      // A page of another version says something new: what it means is unknown, so nothing changes.
    }
  }
}

/** Packets received over the whole connection; undefined where the browser does not count them. */
function packetsIn(report: RTCStatsReport): number | undefined {
  let packets: number | undefined;
  report.forEach((stat: { type: string; packetsReceived?: unknown }) => {
    if (stat.type === "transport" && typeof stat.packetsReceived === "number") packets = (packets ?? 0) + stat.packetsReceived;
  });
  return packets;
}
