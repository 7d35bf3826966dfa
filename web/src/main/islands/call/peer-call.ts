/**
 * The call as this page takes part in it: one seat of ours, and a link to every other seat. Knows nothing of pages or sockets.
 *
 * A seat belongs to a person. Each time it is taken its epoch grows; a link is between two epochs, so a page that was reloaded gets a
 * new link, the old one is closed, and nobody is ever seen twice.
 */
import { type LinkState, PeerLink, type Presence, type Signal, type TrackKind, type Tracks } from "./peer-link";

export interface Seat {
  readonly id: string;
  readonly epoch: number;
  readonly part: "patient" | "clinician";
  readonly name: string;
}

/** The answer to taking a seat: the credential, and who is already there. */
export interface Joined {
  readonly seat: Seat;
  readonly others: readonly Seat[];
  readonly line: { readonly configuration: RTCConfiguration };
}

export interface Signalling {
  takeSeat(): Promise<Joined>;
  leaveSeat(seat: Seat): void;
  send(from: Seat, to: Seat, signal: Signal): void;
}

export interface IncomingSignal {
  readonly from: { readonly id: string; readonly epoch: number };
  readonly to: { readonly id: string; readonly epoch: number };
  readonly signal: Signal;
}

export interface CallListener {
  onSeat(seat: Seat): void;
  onGone(seat: Seat): void;
  onTrack(seat: Seat, kind: TrackKind, track: MediaStreamTrack): void;
  onState(seat: Seat, state: LinkState): void;
  onPresence(seat: Seat, presence: Presence): void;
  /** The same person sat down in another tab or on another device. */
  onReplaced(): void;
}

export type CallState = "outside" | "joining" | "inside" | "replaced" | "left";

export interface CallSettings {
  readonly signalling: Signalling;
  readonly listener: CallListener;
  readonly connect?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

interface Peer {
  readonly seat: Seat;
  readonly link: PeerLink;
}

type Notice =
  | { readonly kind: "taken"; readonly seat: Seat }
  | { readonly kind: "left"; readonly seat: Pick<Seat, "id" | "epoch"> }
  | { readonly kind: "signal"; readonly incoming: IncomingSignal };

const SILENT: Tracks = { voice: null, camera: null, screen: null };

export class PeerCall {
  readonly #signalling: Signalling;
  readonly #listener: CallListener;
  readonly #connect: ((configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  readonly #peers = new Map<string, Peer>();
  #state: CallState = "outside";
  #seat: Seat | undefined;
  #configuration: RTCConfiguration = {};
  #early: Notice[] = [];
  #tracks: Tracks = SILENT;
  #presence: Presence = { voice: false, camera: false, screen: false };

  constructor(settings: CallSettings) {
    this.#signalling = settings.signalling;
    this.#listener = settings.listener;
    this.#connect = settings.connect;
  }

  get state(): CallState {
    return this.#state;
  }

  get seat(): Seat | undefined {
    return this.#seat;
  }

  get links(): ReadonlyMap<string, PeerLink> {
    return new Map([...this.#peers].map(([id, peer]) => [id, peer.link]));
  }

  /** What is heard while the seat is being taken is kept: others may speak to it before the answer is here. */
  async join(take: () => Promise<Joined> = () => this.#signalling.takeSeat()): Promise<void> {
    if (this.#state === "joining") return;
    this.#closeAll();
    this.#state = "joining";
    let joined: Joined;
    try {
      joined = await take();
    } catch (problem) {
      if (this.#is("joining")) this.#state = "outside";
      this.#early = [];
      throw problem;
    }
    if (!this.#is("joining")) return this.#signalling.leaveSeat(joined.seat);
    this.#state = "inside";
    this.#seat = joined.seat;
    this.#configuration = joined.line.configuration;
    for (const other of joined.others) this.#link(other, true);
    const early = this.#early;
    this.#early = [];
    for (const notice of early) this.#notice(notice);
  }

  /** Local and at once: nobody waits for the network to hang up. */
  leave(): void {
    const seat = this.#seat;
    this.#end("left");
    if (seat) this.#signalling.leaveSeat(seat);
  }

  seatTaken(seat: Seat): void {
    this.#notice({ kind: "taken", seat });
  }

  seatLeft(seat: Pick<Seat, "id" | "epoch">): void {
    this.#notice({ kind: "left", seat });
  }

  receive(incoming: IncomingSignal): void {
    this.#notice({ kind: "signal", incoming });
  }

  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [kind]: track };
    for (const { link } of this.#peers.values()) link.setTrack(kind, track);
  }

  setPresence(presence: Presence): void {
    this.#presence = presence;
    for (const { link } of this.#peers.values()) link.setPresence(presence);
  }

  /** The way through the network has changed (another Wi-Fi, VPN, mobile): find a new one now instead of waiting for the old to fail. */
  networkChanged(): void {
    for (const { link } of this.#peers.values()) link.restart();
  }

  /** Signals may have been lost while the socket was away: whoever is not connected asks again. */
  signallingReturned(): void {
    for (const { link } of this.#peers.values()) if (link.state !== "connected") link.restart();
  }

  #notice(notice: Notice): void {
    if (this.#state === "joining") {
      this.#early.push(notice);
    } else if (this.#state === "inside" && this.#seat) {
      if (notice.kind === "taken") this.#meet(this.#seat, notice.seat);
      else if (notice.kind === "left") this.#part(this.#seat, notice.seat);
      else this.#deliver(this.#seat, notice.incoming);
    }
  }

  #meet(mine: Seat, other: Seat): void {
    if (other.id === mine.id) {
      if (other.epoch > mine.epoch) {
        this.#end("replaced");
        this.#listener.onReplaced();
      }
      return;
    }
    const known = this.#peers.get(other.id);
    if (!known || known.seat.epoch < other.epoch) this.#link(other, false);
  }

  #part(mine: Seat, other: Pick<Seat, "id" | "epoch">): void {
    const peer = this.#peers.get(other.id);
    if (other.id === mine.id || !peer || other.epoch < peer.seat.epoch) return;
    this.#peers.delete(other.id);
    peer.link.close();
    this.#listener.onGone(peer.seat);
  }

  #deliver(mine: Seat, { from, to, signal }: IncomingSignal): void {
    if (to.id !== mine.id || to.epoch !== mine.epoch) return;
    const peer = this.#peers.get(from.id);
    if (peer?.seat.epoch === from.epoch) void peer.link.receive(signal);
  }

  #link(other: Seat, offersFirst: boolean): void {
    const mine = this.#seat;
    if (!mine) return;
    this.#peers.get(other.id)?.link.close();
    const link: PeerLink = new PeerLink({
      configuration: this.#configuration,
      polite: isPolite(mine, other),
      offersFirst,
      tracks: this.#tracks,
      presence: this.#presence,
      send: (signal) => this.#signalling.send(mine, other, signal),
      listener: {
        onTrack: (kind, track) => this.#listener.onTrack(other, kind, track),
        onState: (state) => {
          if (this.#peers.get(other.id)?.link === link) this.#listener.onState(other, state);
        },
        onPresence: (presence) => this.#listener.onPresence(other, presence),
        onStuck: () => void this.join().catch(() => undefined),
      },
      ...(this.#connect ? { connect: this.#connect } : {}),
    });
    this.#peers.set(other.id, { seat: other, link });
    this.#listener.onSeat(other);
  }

  #end(state: "left" | "replaced"): void {
    this.#state = state;
    this.#seat = undefined;
    this.#early = [];
    this.#closeAll();
  }

  #closeAll(): void {
    const peers = [...this.#peers.values()];
    this.#peers.clear();
    for (const { link } of peers) link.close();
  }

  #is(state: CallState): boolean {
    return this.#state === state;
  }
}

/** When both sides speak at once, one gives way: the patient to the clinician, else the later seat to the earlier. */
export function isPolite(mine: Seat, other: Seat): boolean {
  return mine.part === other.part ? mine.id > other.id : mine.part === "patient";
}
