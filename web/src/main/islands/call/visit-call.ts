/**
 * The call as this page takes part in it: our seat, and the client of the engine that carries it now. Knows nothing of pages or sockets.
 *
 * A seat belongs to a person. Each time it is taken its epoch grows, so a page that was reloaded takes the place of the one before and
 * nobody is ever seen twice. The server alone decides on which rung of the ladder the call stands: a client that cannot go on is
 * reported, and every page follows to where the call has moved.
 */
import { RequestRefused } from "../media/server";
import type { CallClient, ClientHost, IncomingSignal, Line, Measured, ServiceCaptions, Trouble } from "./call-client";
import { clientFor } from "./clients";
import type { Presence, TrackKind, Tracks } from "./connection";
import type { LinkState, Signal } from "./peer-link";
import type { SealedPost } from "./sealed-post";
import type { Joined, Renewed, Seat } from "./seats";
import { type SealedSignal, type Words, isSealed, wordsOf } from "./words";

export interface Signalling {
  takeSeat(): Promise<Joined>;
  leaveSeat(seat: Seat): void;
  send(from: Seat, to: Pick<Seat, "id" | "epoch">, signal: Signal | SealedSignal): void;
  /** Answers how the call goes on; undefined: as it is. */
  reportTrouble(seat: Seat, rung: number, trouble: Trouble): Promise<Joined | undefined>;
  renew(seat: Seat): Promise<Renewed>;
}

export interface CallListener {
  onSeat(seat: Seat): void;
  onGone(seat: Seat): void;
  onTrack(seat: Seat, kind: TrackKind, track: MediaStreamTrack): void;
  onState(seat: Seat, state: LinkState): void;
  onPresence(seat: Seat, presence: Presence): void;
  /** Somebody sits in the call now, or on another line than before: what they were told before may be lost. */
  onMet(seat: Seat): void;
  onWords(seat: Seat, words: Words): void;
  /** The line that carries the call from now on. `moved`: it did not begin there. */
  onLine(line: Line, moved: boolean): void;
  /** The same person sat down in another tab or on another device. */
  onReplaced(): void;
  /** The call went on without us: the seat could not be taken again. */
  onDropped(problem: unknown): void;
}

export type CallState = "outside" | "joining" | "inside" | "replaced" | "left";

export interface CallSettings {
  readonly signalling: Signalling;
  readonly listener: CallListener;
  readonly clients?: (line: Line, host: ClientHost) => CallClient | Promise<CallClient>;
  /** The server's time: an expiry is its word. */
  readonly now?: () => number;
}

type Notice =
  | { readonly kind: "taken"; readonly seat: Seat }
  | { readonly kind: "left"; readonly seat: Pick<Seat, "id" | "epoch"> }
  | { readonly kind: "signal"; readonly incoming: IncomingSignal };

const NOTHING: Tracks = { voice: null, camera: null, screen: null };
const RENEW_AFTER = 0.7;
const RENEW_AGAIN = 15_000;
const SOONEST_RENEWAL = 5_000;
const TAKE_AGAIN = 1_000;
const LONGEST_TIMER = 2 ** 31 - 1;

export class VisitCall {
  readonly #signalling: Signalling;
  readonly #listener: CallListener;
  readonly #clients: (line: Line, host: ClientHost) => CallClient | Promise<CallClient>;
  readonly #now: () => number;
  #state: CallState = "outside";
  #seat: Seat | undefined;
  #rung = 0;
  #line: Line | undefined;
  #client: CallClient | undefined;
  readonly #others = new Map<string, Seat>();
  #sealedPost: Promise<SealedPost> | undefined;
  #early: Notice[] = [];
  #tracks: Tracks = NOTHING;
  #presence: Presence = { voice: false, camera: false, screen: false };
  #renewal: ReturnType<typeof setTimeout> | undefined;
  #taking: ReturnType<typeof setTimeout> | undefined;
  #reporting = false;
  #heardOfRung = 0;

  constructor(settings: CallSettings) {
    this.#signalling = settings.signalling;
    this.#listener = settings.listener;
    this.#clients = settings.clients ?? clientFor;
    this.#now = settings.now ?? Date.now;
  }

  get state(): CallState {
    return this.#state;
  }

  get seat(): Seat | undefined {
    return this.#seat;
  }

  get links(): ReadonlyMap<string, Measured> {
    return this.#client?.links ?? new Map<string, Measured>();
  }

  /** What is heard while the seat is being taken is kept: others may speak to it before the answer is here. */
  async join(take: () => Promise<Joined> = () => this.#signalling.takeSeat()): Promise<void> {
    if (this.#state === "joining") return;
    clearTimeout(this.#taking);
    this.#closeClient();
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
    await this.#enter(joined);
  }

  /** Local and at once: nobody waits for the network to hang up. Answers how to tell the server, when the page is done with itself. */
  leave(): () => void {
    const seat = this.#seat;
    this.#end("left");
    return () => {
      if (seat) this.#signalling.leaveSeat(seat);
    };
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

  /** The call has moved, perhaps because the other side reported it first. */
  movedTo(rung: number): void {
    this.#heardOfRung = Math.max(this.#heardOfRung, rung);
    if (this.#state === "inside" && !this.#reporting && rung > this.#rung) this.#again();
  }

  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [kind]: track };
    this.#client?.setTrack(kind, track);
  }

  /** To everybody in the call, or to one of them, whatever carries it. */
  say(words: Words, to?: Seat): void {
    const text = JSON.stringify(words);
    for (const seat of to ? [to] : this.#others.values()) {
      if (this.#client?.say?.(seat, text)) continue;
      void this.#sealed().then((post) => post.send(seat, text));
    }
  }

  /** Who sits in the call besides us, whatever carries it. */
  get others(): Iterable<Seat> {
    return this.#others.values();
  }

  /** What the engine of this line can write down by itself. */
  get captions(): ServiceCaptions | undefined {
    return this.#client?.captions;
  }

  setPresence(presence: Presence): void {
    this.#presence = presence;
    this.#client?.setPresence(presence);
  }

  /** The way through the network has changed (another Wi-Fi, VPN, mobile). */
  networkChanged(): void {
    if (this.#expired()) void this.#renew().then(() => this.#client?.networkChanged());
    else this.#client?.networkChanged();
  }

  signallingReturned(): void {
    if (this.#expired()) void this.#renew().then(() => this.#client?.signallingReturned());
    else this.#client?.signallingReturned();
  }

  async #enter(joined: Joined): Promise<void> {
    const moved = joined.rung > 1 && joined.rung !== this.#rung;
    this.#state = "inside";
    this.#seat = joined.seat;
    this.#rung = joined.rung;
    this.#line = joined.line;
    this.#others.clear();
    for (const other of joined.others) this.#others.set(other.id, other);
    this.#listener.onLine(joined.line, moved);
    this.#planRenewal();
    try {
      const client = await this.#clients(joined.line, this.#host(joined.rung));
      if (!this.#is("inside") || this.#seat !== joined.seat) return client.close();
      this.#client = client;
      client.start(joined.seat, joined.others, this.#tracks, this.#presence);
      for (const other of joined.others) this.#listener.onMet(other);
    } catch (problem) {
      console.warn("The line could not be joined", (problem as Error).name);
      if (this.#seat === joined.seat) void this.#report(joined.rung, "not-joined");
      return;
    }
    this.#catchUp();
  }

  #catchUp(): void {
    const early = this.#early;
    this.#early = [];
    for (const notice of early) this.#notice(notice);
    this.movedTo(this.#heardOfRung);
  }

  /** A client of a rung that was left has nothing to say any more. */
  #host(rung: number): ClientHost {
    const now = (action: () => void): void => {
      if (this.#rung === rung) action();
    };
    return {
      send: (from, to, signal) => this.#signalling.send(from, to, signal),
      onSeat: (seat) => now(() => this.#listener.onSeat(seat)),
      onGone: (seat) => now(() => this.#listener.onGone(seat)),
      onTrack: (seat, kind, track) => now(() => this.#listener.onTrack(seat, kind, track)),
      onState: (seat, state) => now(() => this.#listener.onState(seat, state)),
      onPresence: (seat, presence) => now(() => this.#listener.onPresence(seat, presence)),
      onWords: (seat, text) => now(() => this.#hear(seat, text)),
      onTrouble: (trouble) => void this.#report(rung, trouble),
    };
  }

  /** The server may know better: the other is away, or the call has moved already. */
  async #report(rung: number, trouble: Trouble): Promise<void> {
    const seat = this.#seat;
    if (!seat || this.#reporting || rung !== this.#rung || this.#state !== "inside") return;
    this.#reporting = true;
    try {
      const joined = await this.#signalling.reportTrouble(seat, rung, trouble);
      this.#reporting = false;
      if (this.#seat !== seat || !this.#is("inside")) return joined && this.#signalling.leaveSeat(joined.seat);
      if (!joined) return this.#catchUp();
      this.#closeClient();
      await this.#enter(joined);
    } catch {
      // The server cannot be reached now. The client says so again while it lasts.
      this.#reporting = false;
      this.#catchUp();
    }
  }

  /** Nobody pressed a button, so nobody will press it again: keeps trying while the server cannot be reached. */
  #again(): void {
    void this.join().catch((problem: unknown) => {
      if (this.#state !== "outside") return;
      if (problem instanceof RequestRefused && problem.status < 500) this.#listener.onDropped(problem);
      else this.#taking = setTimeout(() => this.#again(), TAKE_AGAIN);
    });
  }

  #notice(notice: Notice): void {
    if (this.#state === "joining" || this.#reporting || (this.#state === "inside" && !this.#client)) {
      this.#early.push(notice);
    } else if (this.#state === "inside" && this.#seat) {
      if (notice.kind === "taken") this.#meet(this.#seat, notice.seat);
      else if (notice.kind === "left") this.#part(this.#seat, notice.seat);
      else this.#deliver(this.#seat, notice.incoming);
    }
  }

  #meet(mine: Seat, other: Seat): void {
    if (other.id !== mine.id) {
      const known = this.#others.get(other.id);
      if (known && known.epoch > other.epoch) return;
      this.#others.set(other.id, other);
      this.#client?.met(other);
      return this.#listener.onMet(other);
    }
    if (other.epoch > mine.epoch) {
      this.#end("replaced");
      this.#listener.onReplaced();
    }
  }

  #part(mine: Seat, other: Pick<Seat, "id" | "epoch">): void {
    if (other.id === mine.id) return;
    if ((this.#others.get(other.id)?.epoch ?? 0) <= other.epoch) this.#others.delete(other.id);
    this.#client?.parted(other);
  }

  #deliver(mine: Seat, incoming: IncomingSignal): void {
    if (incoming.to.id !== mine.id || incoming.to.epoch !== mine.epoch) return;
    const { from, signal } = incoming;
    if (!isSealed(signal)) this.#client?.receive({ ...incoming, signal });
    else if (this.#others.get(from.id)?.epoch === from.epoch) void this.#sealed().then((post) => post.receive(from, signal));
  }

  #hear(from: Pick<Seat, "id" | "epoch">, text: string): void {
    const seat = this.#others.get(from.id);
    const words = wordsOf(text);
    if (seat?.epoch === from.epoch && words) this.#listener.onWords(seat, words);
  }

  /** Loaded with the first words that no engine carries. */
  #sealed(): Promise<SealedPost> {
    this.#sealedPost ??= import("./sealed-post").then(
      ({ SealedPost }) =>
        new SealedPost({
          mine: () => this.#seat,
          send: (to, signal) => this.#seat && this.#signalling.send(this.#seat, to, signal),
          onWords: (from, text) => this.#hear(from, text),
        }),
    );
    return this.#sealedPost;
  }

  #planRenewal(): void {
    clearTimeout(this.#renewal);
    const line = this.#line;
    if (!line || line.kind === "telephone") return;
    const left = Date.parse(line.expiresAt) - this.#now();
    this.#renewal = setTimeout(() => void this.#renew(), Math.min(LONGEST_TIMER, Math.max(SOONEST_RENEWAL, left * RENEW_AFTER)));
  }

  /** Long before the old pass runs out, so that one failure does not matter. */
  async #renew(): Promise<void> {
    const seat = this.#seat;
    if (!seat || this.#state !== "inside") return;
    clearTimeout(this.#renewal);
    try {
      const { rung, line } = await this.#signalling.renew(seat);
      if (this.#seat !== seat || rung !== this.#rung) return;
      this.#line = line;
      this.#client?.renew(line);
      this.#planRenewal();
    } catch {
      if (this.#seat === seat) this.#renewal = setTimeout(() => void this.#renew(), RENEW_AGAIN);
    }
  }

  #expired(): boolean {
    const line = this.#line;
    return line !== undefined && line.kind !== "telephone" && Date.parse(line.expiresAt) <= this.#now();
  }

  #end(state: "left" | "replaced"): void {
    this.#state = state;
    this.#seat = undefined;
    this.#line = undefined;
    this.#early = [];
    this.#others.clear();
    clearTimeout(this.#taking);
    this.#closeClient();
  }

  #closeClient(): void {
    clearTimeout(this.#renewal);
    const client = this.#client;
    this.#client = undefined;
    client?.close();
  }

  #is(state: CallState): boolean {
    return this.#state === state;
  }
}
