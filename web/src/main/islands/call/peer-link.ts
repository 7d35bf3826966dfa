/**
 * One connection between this page and one other seat: perfect negotiation (W3C WebRTC 1.0, section 10.7), trickled candidates, and
 * ICE restarts until the other side is back.
 *
 * The side that sat down later offers first and brings all lines (voice, camera, screen) at once, so switching a device, muting or
 * sharing a screen never negotiates again. What is left to negotiate are ICE restarts, which both sides may start at the same moment.
 */

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
  /** Restarts did not help: the seat has to be taken again. */
  onStuck(): void;
}

export interface LinkSettings {
  readonly configuration: RTCConfiguration;
  readonly polite: boolean;
  readonly offersFirst: boolean;
  readonly tracks: Tracks;
  readonly presence: Presence;
  readonly send: (signal: Signal) => void;
  readonly listener: LinkListener;
  readonly connect?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

const CANDIDATE_PAUSE = 10;
const POLITE_PAUSE = 1_000;
const FIRST_PATIENCE = 10_000;
const PATIENCE = 6_000;
const RESTARTS_BEFORE_STUCK = 4;
const CAMERA_BITS_PER_SECOND = 1_700_000;

export class PeerLink {
  readonly #pc: RTCPeerConnection;
  readonly #polite: boolean;
  readonly #send: (signal: Signal) => void;
  readonly #listener: LinkListener;
  readonly #channel: RTCDataChannel;
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
  #patience: ReturnType<typeof setTimeout> | undefined;
  #restarts = 0;

  constructor(settings: LinkSettings) {
    this.#polite = settings.polite;
    this.#send = settings.send;
    this.#listener = settings.listener;
    this.#tracks = settings.tracks;
    this.#presence = settings.presence;
    this.#mayOffer = settings.offersFirst;
    this.#pc = (settings.connect ?? ((configuration) => new RTCPeerConnection(configuration)))(settings.configuration);
    this.#channel = this.#pc.createDataChannel("presence", { negotiated: true, id: 0 });
    this.#channel.onopen = () => this.#tellPresence();
    this.#channel.onmessage = (message: MessageEvent<unknown>) => this.#hearPresence(message.data);
    this.#pc.onnegotiationneeded = () => void this.#offer();
    this.#pc.onicecandidate = ({ candidate }) => this.#trickle(candidate);
    this.#pc.oniceconnectionstatechange = () => this.#follow();
    this.#pc.onconnectionstatechange = () => this.#follow();
    this.#pc.ontrack = ({ transceiver, track }) => this.#hand(transceiver, track);
    if (settings.offersFirst) this.#openLines();
    this.#wait(FIRST_PATIENCE);
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

  /** Another way through the network is sought, with new servers where the old pass has run out. */
  restart(configuration?: RTCConfiguration): void {
    if (this.#state === "closed" || !this.#mayOffer) return;
    if (configuration) this.#pc.setConfiguration(configuration);
    if (this.#pc.signalingState === "have-local-offer") this.#sendDescription();
    this.#pc.restartIce();
  }

  stats(): Promise<RTCStatsReport> {
    return this.#pc.getStats();
  }

  close(): void {
    if (this.#state === "closed") return;
    clearTimeout(this.#candidateTimer);
    clearTimeout(this.#patience);
    this.#pc.onnegotiationneeded = this.#pc.onicecandidate = this.#pc.ontrack = null;
    this.#pc.oniceconnectionstatechange = this.#pc.onconnectionstatechange = null;
    this.#channel.onopen = this.#channel.onmessage = null;
    this.#pc.close();
    this.#enter("closed");
  }

  #openLines(): void {
    for (const kind of TRACK_KINDS) {
      this.#pc.addTransceiver(this.#tracks[kind] ?? (kind === "voice" ? "audio" : "video"), {
        direction: "sendrecv",
        ...(kind === "camera" ? { sendEncodings: [{ maxBitrate: CAMERA_BITS_PER_SECOND }] } : {}),
      });
    }
    this.#lines = this.#pc.getTransceivers();
  }

  async #answerLines(): Promise<void> {
    this.#lines = this.#pc.getTransceivers();
    await Promise.all(
      TRACK_KINDS.map(async (kind) => {
        const line = this.#line(kind);
        if (!line) return;
        line.direction = "sendrecv";
        await line.sender.replaceTrack(this.#tracks[kind]);
      }),
    );
  }

  #line(kind: TrackKind): RTCRtpTransceiver | undefined {
    return this.#lines[TRACK_KINDS.indexOf(kind)];
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
        clearTimeout(this.#patience);
        this.#restarts = 0;
        return this.#enter("connected");
      case "disconnected":
        this.#enter("interrupted");
        return this.#wait(this.#polite ? POLITE_PAUSE : 0);
      case "failed":
        this.#enter("interrupted");
        return this.#wait(this.#polite ? POLITE_PAUSE : 0);
      default:
        return;
    }
  }

  #wait(pause: number): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      if (++this.#restarts > RESTARTS_BEFORE_STUCK) {
        this.#restarts = 0;
        this.#listener.onStuck();
      } else {
        this.restart();
      }
      this.#wait(PATIENCE);
    }, pause);
  }

  #enter(state: LinkState): void {
    if (this.#state === state || this.#state === "closed") return;
    this.#state = state;
    this.#listener.onState(state);
  }

  #hand(transceiver: RTCRtpTransceiver, track: MediaStreamTrack): void {
    const kind = TRACK_KINDS[this.#pc.getTransceivers().indexOf(transceiver)];
    if (kind) this.#listener.onTrack(kind, track);
  }

  #tellPresence(): void {
    if (this.#channel.readyState === "open") this.#channel.send(JSON.stringify(this.#presence));
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
