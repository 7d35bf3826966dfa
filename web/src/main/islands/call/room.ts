/**
 * What a feature of the room may use, and what it may follow. A feature is one file: it adds its buttons and listens to what it needs;
 * the room knows none of them by name.
 */
import type { LiveEvent, LiveSocket } from "../live/live";
import type { LocalMedia } from "../media/local-media";
import type { Texts } from "../media/texts";
import type { Line } from "./call-client";
import type { CallPage, Phase } from "./call-page";
import type { Presence, TrackKind } from "./connection";
import type { LinkState } from "./peer-link";
import type { Seat } from "./seats";
import type { Tiles } from "./tiles";
import type { VisitCall } from "./visit-call";
import type { Words } from "./words";

export interface Room {
  readonly visit: string;
  readonly clinician: boolean;
  readonly page: CallPage;
  readonly texts: Texts;
  readonly media: LocalMedia;
  readonly call: VisitCall;
  readonly tiles: Tiles;
  readonly live: LiveSocket;
  readonly phase: Phase;

  /** Asks our server about this visit. */
  post(what: string, body?: unknown): Promise<unknown>;
}

export interface Feature {
  /** What buttons with `data-do` do. */
  readonly acts?: Readonly<Record<string, () => void>>;
  /** Which of its buttons a key presses: with Alt and Shift, by the key's code. */
  readonly keys?: Readonly<Record<string, string>>;

  onPhase?(phase: Phase): void;
  /** The line that carries the call from now on. */
  onLine?(line: Line): void;
  onSeat?(seat: Seat): void;
  onGone?(seat: Seat): void;
  onState?(seat: Seat, state: LinkState): void;
  onPresence?(seat: Seat, presence: Presence): void;
  onTrack?(seat: Seat, kind: TrackKind, track: MediaStreamTrack): void;
  onOwnTrack?(kind: TrackKind, track: MediaStreamTrack | null): void;
  onOwnPresence?(presence: Presence): void;
  /** Somebody sits in the call now, or on another line than before: what they were told before may be lost. */
  onMet?(seat: Seat): void;
  onWords?(seat: Seat, words: Words): void;
  /** The browser wants a tap before it plays sound. */
  onSilenced?(): void;
  /** The visit is over: the page waits a moment for what this begins. */
  onOver?(): Promise<void>;
  /** News of the visit's topic. */
  onNews?(event: LiveEvent): void;
}

export type FeatureOf = (room: Room) => Feature;
