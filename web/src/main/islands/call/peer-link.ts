/**
 * What holds this page and one other seat together, over as many connections as it takes. When nothing comes any more, another
 * connection is made beside the silent one and takes over as soon as it stands: that is sooner than an ICE restart, after which
 * browsers ponder for seconds which path to use and which pictures they have missed.
 *
 * A dead line shows first by its silence: a browser notices after many seconds, we count what arrives. Both sides say "here" once a
 * second, so that somebody without microphone and camera is not taken for a dead line.
 *
 * Of two that miss each other only one may offer, so that offers never cross: the side that sat down later at first, afterwards the one
 * that is not polite. The polite one asks for it.
 */

import { type Connect, Connection, type Negotiation, type Presence, TRACK_KINDS, type TrackKind, type Tracks } from "./connection";
import type { PictureSent } from "./picture-policy";

export type Signal = { readonly attempt: number } & (Negotiation | { readonly again: true });

export type LinkState = "connecting" | "connected" | "interrupted" | "closed";

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
  /** Without any sign of life before another connection is tried, sooner than people are told; null: none is. */
  readonly seek: number | null;
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
  readonly connect?: Connect;
}

const BETWEEN_ATTEMPTS = 5_000;
const WATCH_EVERY = 200;
/** One look after the other, unless a browser does not answer at all. */
const LONGEST_LOOK = 2_000;
/** A device that is too busy to look in time does not hear either: so many looks without a sign of life are a silence, not one late look. */
const SILENT_LOOKS = 5;
const HERE_EVERY = 1_000;
/** Where nobody speaks and nothing is seen, Opus sends a packet every 400 ms. */
const WELL_WITHIN = 600;
/** The other side takes over a moment later. */
const LINGER = 1_000;

export class PeerLink {
  readonly #settings: LinkSettings;
  readonly #listener: LinkListener;
  readonly #patience: Patience;
  readonly #watching: ReturnType<typeof setInterval>;
  readonly #saying: ReturnType<typeof setInterval>;
  #configuration: RTCConfiguration;
  #tracks: Tracks;
  #presence: Presence;
  #picture: PictureSent = "full";
  #state: LinkState = "connecting";
  #current: Connection;
  #beside: Connection | undefined;
  #former: Connection | undefined;
  #wasConnected = false;
  #heardAt = Date.now();
  #soughtAt = Date.now();
  #packets: number | undefined;
  #lookingSince = 0;
  #silentLooks = 0;
  /** Whether a silence for which another connection was begun ended by itself. */
  #alarmedInVain = false;

  constructor(settings: LinkSettings) {
    this.#settings = settings;
    this.#listener = settings.listener;
    this.#patience = settings.patience;
    this.#configuration = settings.configuration;
    this.#tracks = settings.tracks;
    this.#presence = settings.presence;
    this.#current = this.#attempt(0, settings.offersFirst);
    this.#watching = setInterval(() => {
      if (Date.now() - this.#lookingSince > LONGEST_LOOK) void this.#watch();
    }, WATCH_EVERY);
    this.#saying = setInterval(() => this.#tellPresence(), HERE_EVERY);
  }

  get state(): LinkState {
    return this.#state;
  }

  receive(signal: Signal): Promise<void> {
    if (this.#isClosed()) return Promise.resolve();
    if ("again" in signal) {
      if (!this.#settings.polite && signal.attempt >= this.#latest()) this.#begin(true);
      return Promise.resolve();
    }
    const isNew = signal.attempt > this.#latest() && "description" in signal && signal.description.type === "offer";
    const meant = isNew ? this.#begin(false, signal.attempt) : this.#connections().find(({ attempt }) => attempt === signal.attempt);
    return meant?.receive(signal) ?? Promise.resolve();
  }

  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [kind]: track };
    for (const connection of this.#connections()) connection.setTrack(kind, track);
  }

  setPresence(presence: Presence): void {
    this.#presence = presence;
    this.#tellPresence();
  }

  /** How much of the camera's picture goes out. One that sends nothing says so to the other side. */
  setPicture(level: PictureSent): void {
    if (level === this.#picture) return;
    this.#picture = level;
    this.#tellPresence();
    this.#current.setPicture(level);
  }

  /** False: not now. A link that is interrupted would hold the words back for as long as it is. */
  say(text: string): boolean {
    return this.#state === "connected" && this.#current.say(text);
  }

  /** The next attempt uses the fresh pass; what is connected stays so. */
  renew(configuration: RTCConfiguration): void {
    this.#configuration = configuration;
  }

  /** A line that is well stays as it is; its silence would show soon enough. */
  networkChanged(): void {
    if (!this.#isWell()) this.#seek();
  }

  /** What we said last may have got lost. */
  sayAgain(): void {
    const said = this.#connections().filter((connection) => connection.sayAgain());
    if (said.length === 0 && this.#wasConnected && !this.#isWell()) this.#seek();
  }

  stats(): Promise<RTCStatsReport> {
    return this.#current.stats();
  }

  close(): void {
    if (this.#isClosed()) return;
    clearInterval(this.#watching);
    clearInterval(this.#saying);
    for (const connection of this.#connections()) connection.close();
    this.#former?.close();
    this.#enter("closed");
  }

  #connections(): Connection[] {
    return this.#beside ? [this.#current, this.#beside] : [this.#current];
  }

  #latest(): number {
    return (this.#beside ?? this.#current).attempt;
  }

  #attempt(attempt: number, offers: boolean): Connection {
    return new Connection({
      attempt,
      offers,
      configuration: this.#configuration,
      kinds: this.#settings.picture ? TRACK_KINDS : TRACK_KINDS.slice(0, 1),
      tracks: this.#tracks,
      send: (negotiation) => this.#settings.send({ attempt, ...negotiation }),
      connect: this.#settings.connect,
      listener: {
        onState: (connection) => this.#follow(connection),
        onTrack: (connection, kind, track) => {
          if (connection === this.#current) this.#listener.onTrack(kind, track);
        },
        onOpen: (connection) => {
          if (connection === this.#current) this.#tellPresence();
        },
        onPresence: (presence) => this.#hearPresence(presence),
        onWords: (text) => this.#listener.onWords(text),
      },
    });
  }

  #begin(offers: boolean, attempt = this.#latest() + 1): Connection {
    this.#soughtAt = Date.now();
    this.#beside?.close();
    return (this.#beside = this.#attempt(attempt, offers));
  }

  #seek(): void {
    if (this.#patience.seek === null || this.#isClosed()) return;
    this.#soughtAt = Date.now();
    if (this.#settings.polite) this.#settings.send({ attempt: this.#latest(), again: true });
    else this.#begin(true);
  }

  #follow(connection: Connection): void {
    if (connection === this.#beside && connection.state === "connected") this.#takeOver(connection);
    if (connection !== this.#current) return;
    if (connection.state === "connected") this.#connected();
    else if (connection.state === "disconnected" || connection.state === "failed") this.#interrupted();
  }

  #takeOver(connection: Connection): void {
    this.#former?.close();
    const former = (this.#former = this.#current);
    setTimeout(() => former.close(), LINGER);
    this.#current = connection;
    this.#beside = undefined;
    this.#packets = undefined;
    connection.setPicture(this.#picture);
    for (const [kind, track] of connection.received) this.#listener.onTrack(kind, track);
    this.#tellPresence();
  }

  /** Anything that came from the other side since the last look is a sign of life. */
  async #watch(): Promise<void> {
    const connection = this.#current;
    this.#lookingSince = Date.now();
    const packets = this.#state === "connecting" ? undefined : await connection.packets();
    this.#lookingSince = 0;
    if (this.#isClosed() || connection !== this.#current) return;
    const before = this.#packets;
    this.#packets = packets ?? before;
    if (packets !== undefined && before !== undefined && packets > before) {
      if (this.#beside && this.#state === "connected") this.#alarmedInVain = true;
      if (connection.state === "connected") this.#connected();
      else this.#heard();
    } else if (packets !== undefined) {
      this.#silentLooks++;
      if (this.#isSilentFor(this.#patience.silence)) this.#interrupted();
    }
    this.#lookAtTheTime(packets !== undefined);
  }

  #lookAtTheTime(counted: boolean): void {
    if (this.#isSilentFor(this.#wasConnected ? this.#patience.lost : this.#patience.first) && this.#state !== "connected") {
      this.#heardAt = Date.now();
      this.#listener.onStuck();
      return;
    }
    const missed = this.#state !== "connected" || (counted && !this.#alarmedInVain && this.#isSilentFor(this.#patience.seek ?? Infinity));
    if (missed && Date.now() - this.#soughtAt >= BETWEEN_ATTEMPTS) this.#seek();
  }

  /** Whoever has been connected is silent only where the looks say so too. */
  #isSilentFor(millis: number): boolean {
    return Date.now() - this.#heardAt > millis && (this.#state !== "connected" || this.#silentLooks >= SILENT_LOOKS);
  }

  #isWell(): boolean {
    return this.#state === "connected" && Date.now() - this.#heardAt <= WELL_WITHIN;
  }

  #heard(): void {
    this.#heardAt = Date.now();
    this.#silentLooks = 0;
  }

  #connected(): void {
    this.#heard();
    if (!this.#beside) this.#soughtAt = 0;
    this.#wasConnected = true;
    this.#enter("connected");
  }

  #interrupted(): void {
    if (this.#state === "interrupted") return;
    this.#enter("interrupted");
    if (Date.now() - this.#soughtAt >= BETWEEN_ATTEMPTS) this.#seek();
  }

  #isClosed(): boolean {
    return this.#state === "closed";
  }

  #enter(state: LinkState): void {
    if (this.#state === state || this.#isClosed()) return;
    this.#state = state;
    this.#listener.onState(state);
  }

  #tellPresence(): void {
    this.#current.tell({ ...this.#presence, camera: this.#presence.camera && this.#picture !== "sound" });
  }

  #hearPresence(presence: Presence): void {
    if (this.#state === "connected") this.#heard();
    this.#listener.onPresence(presence);
  }
}
