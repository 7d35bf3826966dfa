/**
 * One attempt at a connection with one other seat: one offer, one answer, trickled candidates (W3C WebRTC 1.0). It is never negotiated
 * again: all lines (voice, camera, screen) are there at once, so switching a device, muting or sharing a screen needs no words, and who
 * wants another way through the network makes another attempt.
 */

import { PICTURE_COSTS, type PictureSent } from "./picture-policy";

export const TRACK_KINDS = ["voice", "camera", "screen"] as const;
export type TrackKind = (typeof TRACK_KINDS)[number];
export type Tracks = Readonly<Record<TrackKind, MediaStreamTrack | null>>;

export type Negotiation =
  | { readonly description: RTCSessionDescriptionInit }
  | { readonly candidates: readonly RTCIceCandidateInit[] };

/** What one side tells the other about its own devices, over the connection itself. */
export interface Presence {
  readonly voice: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
}

export type Connect = (configuration: RTCConfiguration) => RTCPeerConnection;

export interface ConnectionListener {
  onState(connection: Connection): void;
  onTrack(connection: Connection, kind: TrackKind, track: MediaStreamTrack): void;
  /** Presence can be told from now on. */
  onOpen(connection: Connection): void;
  onPresence(presence: Presence): void;
  onWords(text: string): void;
}

export interface ConnectionSettings {
  /** Counted by both sides alike, from 0. */
  readonly attempt: number;
  readonly offers: boolean;
  readonly configuration: RTCConfiguration;
  readonly kinds: readonly TrackKind[];
  readonly tracks: Tracks;
  readonly send: (negotiation: Negotiation) => void;
  readonly listener: ConnectionListener;
  readonly connect?: Connect | undefined;
}

const CANDIDATE_PAUSE = 10;

export class Connection {
  readonly attempt: number;
  readonly #pc: RTCPeerConnection;
  readonly #send: (negotiation: Negotiation) => void;
  readonly #listener: ConnectionListener;
  readonly #presence: RTCDataChannel;
  readonly #words: RTCDataChannel;
  readonly #kinds: readonly TrackKind[];
  readonly #received = new Map<TrackKind, MediaStreamTrack>();
  #tracks: Tracks;
  #lines: RTCRtpTransceiver[] = [];
  #inbox: Promise<void> = Promise.resolve();
  #candidates: RTCIceCandidateInit[] = [];
  #candidateTimer: ReturnType<typeof setTimeout> | undefined;
  #picture: PictureSent = "full";
  #shaping: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(settings: ConnectionSettings) {
    this.attempt = settings.attempt;
    this.#send = settings.send;
    this.#listener = settings.listener;
    this.#tracks = settings.tracks;
    this.#kinds = settings.kinds;
    this.#pc = (settings.connect ?? ((configuration) => new RTCPeerConnection(configuration)))(settings.configuration);
    this.#presence = this.#pc.createDataChannel("presence", { negotiated: true, id: 0 });
    this.#presence.onopen = () => this.#listener.onOpen(this);
    this.#presence.onmessage = (message: MessageEvent<unknown>) => this.#hearPresence(message.data);
    this.#words = this.#pc.createDataChannel("words", { negotiated: true, id: 1 });
    this.#words.onmessage = (message: MessageEvent<unknown>) => this.#listener.onWords(String(message.data));
    this.#pc.onicecandidate = ({ candidate }) => this.#trickle(candidate);
    this.#pc.oniceconnectionstatechange = () => this.#listener.onState(this);
    this.#pc.onconnectionstatechange = () => this.#listener.onState(this);
    this.#pc.ontrack = ({ transceiver, track }) => this.#receiveTrack(transceiver, track);
    if (settings.offers) {
      this.#openLines();
      void this.#offer();
    }
  }

  get state(): RTCPeerConnectionState {
    return this.#pc.connectionState;
  }

  get received(): ReadonlyMap<TrackKind, MediaStreamTrack> {
    return this.#received;
  }

  /** Signals are handled one after the other: a candidate must not overtake its description. */
  receive(negotiation: Negotiation): Promise<void> {
    this.#inbox = this.#inbox.then(() => this.#handle(negotiation)).catch((problem: unknown) => {
      if (!this.#closed) console.warn("A signal could not be used", (problem as Error).name);
    });
    return this.#inbox;
  }

  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [kind]: track };
    void this.#line(kind)?.sender.replaceTrack(track);
  }

  /** How much of the camera's picture goes out; the microphone is never touched. */
  setPicture(level: PictureSent): void {
    if (level === this.#picture) return;
    this.#picture = level;
    this.#shaping = this.#shaping.then(() => this.#shape()).catch((problem: unknown) => {
      if (!this.#closed) console.warn("The picture could not be limited", (problem as Error).name);
    });
  }

  tell(presence: Presence): void {
    if (this.#presence.readyState === "open") this.#presence.send(JSON.stringify(presence));
  }

  /** False: not now. */
  say(text: string): boolean {
    if (this.#words.readyState !== "open") return false;
    this.#words.send(text);
    return true;
  }

  /** An offer without an answer may have got lost. False: there is none. */
  sayAgain(): boolean {
    if (this.#pc.signalingState !== "have-local-offer") return false;
    this.#sendDescription();
    return true;
  }

  stats(): Promise<RTCStatsReport> {
    return this.#pc.getStats();
  }

  /** Packets received over the whole connection; undefined where the browser does not count them. */
  async packets(): Promise<number | undefined> {
    let packets: number | undefined;
    (await this.#pc.getStats()).forEach((stat: { type: string; packetsReceived?: unknown }) => {
      if (stat.type === "transport" && typeof stat.packetsReceived === "number") packets = (packets ?? 0) + stat.packetsReceived;
    });
    return packets;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#candidateTimer);
    this.#pc.onicecandidate = this.#pc.ontrack = null;
    this.#pc.oniceconnectionstatechange = this.#pc.onconnectionstatechange = null;
    this.#presence.onopen = this.#presence.onmessage = this.#words.onmessage = null;
    this.#pc.close();
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
    if (!sender || this.#closed) return;
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
    try {
      await this.#pc.setLocalDescription();
      this.#sendDescription();
    } catch (problem) {
      if (!this.#closed) throw problem;
    }
  }

  async #handle(negotiation: Negotiation): Promise<void> {
    if (this.#closed) return;
    if ("description" in negotiation) return this.#handleDescription(negotiation.description);
    for (const candidate of negotiation.candidates) await this.#pc.addIceCandidate(candidate);
  }

  async #handleDescription(description: RTCSessionDescriptionInit): Promise<void> {
    const awaited = description.type === "answer" ? "have-local-offer" : "stable";
    if (this.#pc.signalingState !== awaited) return;
    await this.#pc.setRemoteDescription(description);
    if (description.type !== "offer") return;
    if (this.#lines.length === 0) await this.#answerLines();
    await this.#pc.setLocalDescription();
    this.#sendDescription();
  }

  #sendDescription(): void {
    const description = this.#pc.localDescription;
    if (description) this.#send({ description: { type: description.type, sdp: restingInSilence(description.sdp) } });
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

  #receiveTrack(transceiver: RTCRtpTransceiver, track: MediaStreamTrack): void {
    const kind = this.#kinds[this.#pc.getTransceivers().indexOf(transceiver)];
    if (!kind) return;
    this.#received.set(kind, track);
    this.#listener.onTrack(this, kind, track);
  }

  #hearPresence(data: unknown): void {
    try {
      const said = JSON.parse(String(data)) as Partial<Record<TrackKind, unknown>>;
      this.#listener.onPresence({ voice: said.voice === true, camera: said.camera === true, screen: said.screen === true });
    } catch {
      // A page of another version says something new: what it means is unknown, so nothing changes.
    }
  }
}

/**
 * Asks for no voice packets, fifty a second from each who listens too, while nobody speaks (`usedtx`, RFC 7587 section 6.1): what a small
 * device spends on each of them would be missing for the pictures.
 */
export function restingInSilence(sdp: string): string {
  const opus = /^a=rtpmap:(\d+) opus\//im.exec(sdp)?.[1];
  return opus ? sdp.replace(new RegExp(`^(a=fmtp:${opus} .*?)\\r?$`, "m"), "$1;usedtx=1\r") : sdp;
}
