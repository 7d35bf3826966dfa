/** Browser to browser: one link to every other seat, negotiated by signals of ours. Also plays the part of an engine that is simulated. */
import type { CallClient, ClientHost, IncomingSignal, Line } from "./call-client";
import type { Connect, Presence, TrackKind, Tracks } from "./connection";
import { type Patience, PeerLink, type Signal } from "./peer-link";
import { type Seat, isPolite } from "./seats";

type WebRtcLine = Extract<Line, { readonly configuration: RTCConfiguration }>;

interface Peer {
  readonly seat: Seat;
  readonly link: PeerLink;
}

const SILENT: Tracks = { voice: null, camera: null, screen: null };

/** Nothing is better than the direct way with pictures, so it is not given up lightly; without them sooner. */
const DIRECT: Patience = { first: 20_000, lost: 12_000, silence: 2_000, seek: 1_000 };
const SOUND_ONLY: Patience = { first: 8_000, lost: 8_000, silence: 2_000, seek: 1_000 };
/** A vendor's media server is gone or not; the next rung has pictures as well. */
const SIMULATED: Patience = { first: 6_000, lost: 2_000, silence: 1_000, seek: null };

export class WebRtcClient implements CallClient {
  readonly #host: ClientHost;
  readonly #picture: boolean;
  readonly #patience: Patience;
  readonly #connect: Connect | undefined;
  readonly #peers = new Map<string, Peer>();
  #configuration: RTCConfiguration;
  #mine: Seat | undefined;
  #tracks: Tracks = SILENT;
  #presence: Presence = { voice: false, camera: false, screen: false };

  constructor(line: WebRtcLine, host: ClientHost, connect?: Connect) {
    this.#host = host;
    this.#picture = line.picture;
    this.#configuration = line.configuration;
    this.#patience = line.kind === "simulated" ? SIMULATED : line.picture ? DIRECT : SOUND_ONLY;
    this.#connect = connect;
  }

  get links(): ReadonlyMap<string, PeerLink> {
    return new Map([...this.#peers].map(([id, peer]) => [id, peer.link]));
  }

  start(mine: Seat, others: readonly Seat[], tracks: Tracks, presence: Presence): void {
    this.#mine = mine;
    this.#tracks = tracks;
    this.#presence = presence;
    for (const other of others) this.#link(other, true);
  }

  met(other: Seat): void {
    const known = this.#peers.get(other.id);
    if (!known || known.seat.epoch < other.epoch) this.#link(other, false);
  }

  parted(other: Pick<Seat, "id" | "epoch">): void {
    const peer = this.#peers.get(other.id);
    if (!peer || other.epoch < peer.seat.epoch) return;
    this.#peers.delete(other.id);
    peer.link.close();
    this.#host.onGone(peer.seat);
  }

  receive({ from, signal }: IncomingSignal & { readonly signal: Signal }): void {
    const peer = this.#peers.get(from.id);
    if (peer?.seat.epoch === from.epoch) void peer.link.receive(signal);
  }

  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [kind]: track };
    for (const { link } of this.#peers.values()) link.setTrack(kind, track);
  }

  say(seat: Seat, text: string): boolean {
    const peer = this.#peers.get(seat.id);
    return peer?.seat.epoch === seat.epoch && peer.link.say(text);
  }

  setPresence(presence: Presence): void {
    this.#presence = presence;
    for (const { link } of this.#peers.values()) link.setPresence(this.#shown(presence));
  }

  networkChanged(): void {
    for (const { link } of this.#peers.values()) link.networkChanged();
  }

  signallingReturned(): void {
    for (const { link } of this.#peers.values()) link.sayAgain();
  }

  renew(line: Line): void {
    if (!("configuration" in line)) return;
    this.#configuration = line.configuration;
    for (const { link } of this.#peers.values()) link.renew(line.configuration);
  }

  close(): void {
    const peers = [...this.#peers.values()];
    this.#peers.clear();
    for (const { link } of peers) link.close();
  }

  #link(other: Seat, offersFirst: boolean): void {
    const mine = this.#mine;
    if (!mine) return;
    this.#peers.get(other.id)?.link.close();
    const link: PeerLink = new PeerLink({
      configuration: this.#configuration,
      polite: isPolite(mine, other),
      offersFirst,
      picture: this.#picture,
      patience: this.#patience,
      tracks: this.#tracks,
      presence: this.#shown(this.#presence),
      send: (signal) => this.#host.send(mine, other, signal),
      listener: {
        onTrack: (kind, track) => this.#host.onTrack(other, kind, track),
        onState: (state) => {
          if (this.#peers.get(other.id)?.link === link) this.#host.onState(other, state);
        },
        onPresence: (presence) => this.#host.onPresence(other, presence),
        onWords: (text) => this.#host.onWords(other, text),
        onStuck: () => {
          if (this.#countsForAll(mine, other)) this.#host.onTrouble("media-lost");
        },
      },
      ...(this.#connect ? { connect: this.#connect } : {}),
    });
    this.#peers.set(other.id, { seat: other, link });
    this.#host.onSeat(other);
  }

  /** A guest's line that fails is the guest's trouble; the call moves for the two whose visit it is, or when nobody is reached. */
  #countsForAll(mine: Seat, other: Seat): boolean {
    if (mine.part !== "guest" && other.part !== "guest") return true;
    return [...this.#peers.values()].every(({ link }) => link.state !== "connected");
  }

  /** What does not reach the others is not announced to them. */
  #shown(presence: Presence): Presence {
    return this.#picture ? presence : { ...presence, camera: false, screen: false };
  }
}
