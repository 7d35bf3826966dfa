/**
 * Captions of a call. Where the engine writes down what is said on it, it is asked to. Else each speaker's own device does, for those
 * who ask; the speaker is told and may say no. Where neither can, the reader is told so plainly.
 */
import type { ServiceCaptions } from "../call/call-client";
import type { Seat } from "../call/seats";
import { type CaptionsState, LONGEST_LINE, type Words } from "../call/words";
import type { Recognizer } from "./device-recognizer";

/** What a reader knows about the captions of one speaker. */
export type Source = CaptionsState | "waiting" | "service" | "refused";

/** What this page does for those who read. `asks`: it could, after a download that the speaker allows. */
export type Writing = "off" | "on" | "asks" | "unavailable" | "declined" | "muted";

export interface CaptionsHost {
  readonly recognizer: Recognizer;
  say(words: Words, to: Seat): void;
  others(): Iterable<Seat>;
  service(): ServiceCaptions | undefined;
  language(): string;
  /** The microphone as it goes out; null while muted. */
  voice(): MediaStreamTrack | null;
  onCaption(seat: Seat, line: number, text: string, final: boolean): void;
  onSources(sources: ReadonlyMap<string, Source>): void;
  onWriting(writing: Writing, readers: readonly Seat[]): void;
}

const PAUSE = 300;

export class Captions {
  readonly #host: CaptionsHost;
  readonly #sources = new Map<string, Source>();
  readonly #readers = new Map<string, Seat>();
  #reading = false;
  #service: ServiceCaptions | undefined;
  readonly #serviceLines = new Map<string, number>();
  #writing: Writing = "off";
  #declined = false;
  #line = Date.now();
  #nextLine = Date.now();
  #pending: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: CaptionsHost) {
    this.#host = host;
  }

  get reading(): boolean {
    return this.#reading;
  }

  read(wanted: boolean): void {
    this.#reading = wanted;
    this.#sources.clear();
    if (wanted) {
      for (const seat of this.#host.others()) this.met(seat);
    } else {
      this.#service?.stop();
      this.#service = undefined;
      for (const seat of this.#host.others()) this.#host.say({ kind: "captions-wanted", wanted: false }, seat);
    }
    this.#host.onSources(this.#sources);
  }

  /** Somebody is there, perhaps on another line than before. */
  met(seat: Seat): void {
    if (this.#readers.has(seat.id)) {
      this.#readers.set(seat.id, seat);
      this.#tell(seat);
    }
    if (!this.#reading) return;
    const service = this.#host.service();
    if (service) this.#readFrom(service);
    else this.#service = undefined;
    this.#sources.set(seat.id, service ? (this.#sources.get(seat.id) ?? "waiting") : "waiting");
    this.#host.say({ kind: "captions-wanted", wanted: !service }, seat);
    this.#host.onSources(this.#sources);
  }

  gone(seat: Pick<Seat, "id">): void {
    this.#sources.delete(seat.id);
    this.#readers.delete(seat.id);
    this.#host.onSources(this.#sources);
    void this.#write();
  }

  hear(seat: Seat, words: Words): void {
    if (words.kind === "spoken") {
      if (this.#reading && !this.#service) this.#host.onCaption(seat, words.line, words.text, words.final);
    } else if (words.kind === "captions") {
      if (!this.#reading || this.#service) return;
      this.#sources.set(seat.id, words.state);
      this.#host.onSources(this.#sources);
    } else if (words.kind === "captions-wanted") {
      if (words.wanted) this.#readers.set(seat.id, seat);
      else this.#readers.delete(seat.id);
      void this.#write();
    }
  }

  /** The microphone was muted, unmuted or changed. What is not sent is not written down either. */
  voiceChanged(): void {
    if (this.#writing !== "on" && this.#writing !== "muted") return;
    this.#host.recognizer.stop();
    this.#become(this.#begin());
  }

  languageChanged(): void {
    this.#host.recognizer.stop();
    this.#writing = "off";
    void this.#write();
    if (this.#reading && this.#service) {
      this.#service.stop();
      this.#service = undefined;
      for (const seat of this.#host.others()) this.met(seat);
    }
  }

  /** The speaker does not want their words written down. */
  decline(): void {
    this.#declined = true;
    void this.#write();
  }

  /** The speaker wants to after all, and lets the browser fetch what it needs. */
  async allow(): Promise<void> {
    this.#declined = false;
    const language = this.#host.language();
    if ((await this.#host.recognizer.ability(language)) === "downloadable") await this.#host.recognizer.prepare(language);
    await this.#write();
  }

  /** The call is over for this page. */
  close(): void {
    this.#service?.stop();
    this.#service = undefined;
    this.#sources.clear();
    this.#readers.clear();
    void this.#write();
    this.#host.onSources(this.#sources);
  }

  #readFrom(service: ServiceCaptions): void {
    if (this.#service === service) return;
    this.#service = service;
    const all = (source: Source): void => {
      if (this.#service !== service) return;
      for (const seat of this.#host.others()) this.#sources.set(seat.id, source);
      this.#host.onSources(this.#sources);
    };
    service
      .start(this.#host.language(), (seat, text, final) => {
        const line = this.#serviceLines.get(seat.id) ?? ++this.#nextLine;
        if (final) this.#serviceLines.delete(seat.id);
        else this.#serviceLines.set(seat.id, line);
        this.#host.onCaption(seat, line, text, final);
      })
      .then(() => all("service"))
      .catch(() => all("refused"));
  }

  async #write(): Promise<void> {
    if (this.#readers.size === 0 || this.#declined) {
      this.#host.recognizer.stop();
      return this.#become(this.#readers.size === 0 ? "off" : "declined");
    }
    if (this.#writing === "on" || this.#writing === "muted") return this.#become(this.#writing);
    const ability = await this.#host.recognizer.ability(this.#host.language());
    // Meanwhile nobody may want it any more.
    if (this.#readers.size === 0 || this.#declined) return;
    if (ability === "unavailable") this.#become("unavailable");
    else if (ability === "downloadable") this.#become("asks");
    else this.#become(this.#begin());
  }

  #begin(): Writing {
    const voice = this.#host.voice();
    if (!voice) return "muted";
    let alive = true;
    this.#host.recognizer.start(this.#host.language(), voice, {
      onHeard: (text, final) => this.#spoken(text, final),
      onEnd: () => {
        alive = false;
        this.#become("unavailable");
      },
    });
    return alive ? "on" : "unavailable";
  }

  #spoken(text: string, final: boolean): void {
    if (final) {
      clearTimeout(this.#timer);
      this.#timer = this.#pending = undefined;
      for (let at = 0; at < text.length; at += LONGEST_LINE) this.#send(text.slice(at, at + LONGEST_LINE), true);
      return;
    }
    // The end of what is being said matters most.
    this.#pending = text.slice(-LONGEST_LINE);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#pending !== undefined) this.#send(this.#pending, false);
      this.#pending = undefined;
    }, PAUSE);
  }

  #send(text: string, final: boolean): void {
    for (const reader of this.#readers.values()) this.#host.say({ kind: "spoken", line: this.#line, text, final }, reader);
    if (final) this.#line++;
  }

  #become(writing: Writing): void {
    this.#writing = writing;
    this.#host.onWriting(writing, [...this.#readers.values()]);
    for (const reader of this.#readers.values()) this.#tell(reader);
  }

  #tell(reader: Seat): void {
    if (this.#readers.has(reader.id) && this.#writing !== "off") this.#host.say({ kind: "captions", state: this.#writing }, reader);
  }
}
