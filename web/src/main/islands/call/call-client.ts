/**
 * What carries sound and picture of a call: one implementation per engine. It knows who sits in the call and nothing of pages, sockets
 * or the ladder; it says when it cannot go on, and whoever holds it decides what comes next.
 */
import type { PictureSent } from "./picture-policy";
import type { Presence, TrackKind, Tracks } from "./connection";
import type { LinkState, Signal } from "./peer-link";
import type { Seat } from "./seats";
import type { SealedSignal } from "./words";

/** The credential for a line, by the kind of client that speaks it. */
export type Line =
  | { readonly kind: "direct" | "simulated"; readonly picture: boolean; readonly configuration: RTCConfiguration; readonly expiresAt: string }
  | { readonly kind: "hosted"; readonly room: string; readonly identity: string; readonly token: string; readonly expiresAt: string }
  | { readonly kind: "telephone" };

export type Trouble = "not-joined" | "media-lost";

export interface IncomingSignal {
  readonly from: { readonly id: string; readonly epoch: number };
  readonly to: { readonly id: string; readonly epoch: number };
  readonly signal: Signal | SealedSignal;
}

/** Whoever holds a client. */
export interface ClientHost {
  send(from: Seat, to: Seat, signal: Signal): void;
  onSeat(seat: Seat): void;
  onGone(seat: Seat): void;
  onTrack(seat: Seat, kind: TrackKind, track: MediaStreamTrack): void;
  onState(seat: Seat, state: LinkState): void;
  onPresence(seat: Seat, presence: Presence): void;
  onWords(seat: Seat, text: string): void;
  /** This client cannot go on. */
  onTrouble(trouble: Trouble): void;
}

/** What an engine can write down of what is said on it. It hears everybody, so it need not be asked of each page. */
export interface ServiceCaptions {
  /** Answers when it has begun; fails where the service refuses. */
  start(language: string, onCaption: (seat: Seat, text: string, final: boolean) => void): Promise<void>;
  stop(): void;
}

/** A person on the line, as far as the browser can measure the connection to them. */
export interface Measured {
  readonly state: LinkState;
  stats(): Promise<RTCStatsReport>;
  /** How much of our picture goes to this person. Absent: the engine decides by itself. */
  setPicture?(level: PictureSent): void;
}

export interface CallClient {
  /** Goes onto the line. `others` sat down before. */
  start(mine: Seat, others: readonly Seat[], tracks: Tracks, presence: Presence): void;

  /** Somebody sat down after us, or sat down again. */
  met(other: Seat): void;

  parted(other: Pick<Seat, "id" | "epoch">): void;

  receive(incoming: IncomingSignal & { readonly signal: Signal }): void;

  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void;

  setPresence(presence: Presence): void;

  /** The way through the network has changed: find a new one now if the old one is dead. */
  networkChanged(): void;

  /** Signals may have been lost. */
  signallingReturned(): void;

  /** Carries words to one person, if this engine has a way of its own that works now. */
  say?(seat: Seat, text: string): boolean;

  /** Absent: this engine writes nothing down. */
  readonly captions?: ServiceCaptions;

  /** A fresh credential for the same line. */
  renew(line: Line): void;

  readonly links: ReadonlyMap<string, Measured>;

  /** Local and at once: nobody waits for the network. */
  close(): void;
}
