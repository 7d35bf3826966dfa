/** The panel under the pictures: what is said and typed, line by line, each with its name. */
import type { Room } from "../call/room";
import type { Seat } from "../call/seats";
import type { Words } from "../call/words";
import { Captions, type Source, type Writing } from "./captions";
import { DeviceRecognizer } from "./device-recognizer";
import { type Aloud, ReadAloud } from "./read-aloud";
import { TypingIn, TypingOut } from "./typing";

const MOST_LINES = 200;
const MOST_ALOUD = 5;
const NEAR_THE_END = 40;
const OWN = "own";

/** Nothing comes from them that could be hidden. */
const WITHOUT: readonly Source[] = ["unavailable", "declined", "refused"];

type Way = "spoken" | "typed";

export class WordsPanel {
  readonly #room: Room;
  readonly #panel: HTMLElement;
  readonly #log: HTMLElement;
  readonly #lines: HTMLElement;
  readonly #field: HTMLTextAreaElement;
  readonly #out: TypingOut;
  readonly #ins = new Map<string, TypingIn>();
  readonly #alouds = new Map<string, ReadAloud>();
  readonly #others = new Map<string, Seat>();
  readonly #captions: Captions;
  #sources: ReadonlyMap<string, Source> = new Map();
  #voice: MediaStreamTrack | null = null;
  #saysSomebodyTypes = true;

  constructor(room: Room) {
    this.#room = room;
    this.#panel = room.page.ref("words");
    this.#log = room.page.ref("wordsLog");
    this.#lines = room.page.ref("wordsLines");
    this.#field = room.page.ref<HTMLTextAreaElement>("typing");
    this.#out = new TypingOut((words) => room.call.say(words));
    for (const seat of room.call.others) this.#others.set(seat.id, seat);
    this.#voice = this.#ownVoice();
    this.#captions = new Captions({
      recognizer: new DeviceRecognizer(),
      say: (words, to) => room.call.say(words, to),
      others: () => this.#others.values(),
      service: () => room.call.captions,
      language: () => this.#chosen("spoken"),
      voice: () => this.#voice,
      onCaption: (seat, line, text, final) => this.#write(seat, "spoken", line, text, final),
      onSources: (sources) => this.#drawSources(sources),
      onWriting: (writing, readers) => this.#drawWriting(writing, readers),
    });
    this.#listen();
  }

  toggle(): void {
    const open = this.#panel.hidden !== false;
    const within = this.#panel.contains(document.activeElement);
    this.#open(open);
    if (open) this.#field.focus();
    else if (within) this.#room.page.buttons("words")[0]?.focus();
  }

  toggleCaptions(): void {
    const reading = !this.#captions.reading;
    this.#captions.read(reading);
    for (const button of this.#room.page.buttons("captions")) {
      button.textContent = this.#room.texts.say(reading ? "words.captionsOff" : "words.captionsOn");
    }
  }

  decline(): void {
    this.#captions.decline();
  }

  allow(): void {
    void this.#captions.allow();
  }

  met(seat: Seat): void {
    this.#others.set(seat.id, seat);
    this.#captions.met(seat);
    for (const words of this.#out.present()) this.#room.call.say(words, seat);
  }

  gone(seat: Seat): void {
    this.#others.delete(seat.id);
    this.#captions.gone(seat);
  }

  hear(seat: Seat, words: Words): void {
    this.#others.set(seat.id, seat);
    if (words.kind !== "typing" && words.kind !== "typed") return this.#captions.hear(seat, words);
    const typing = this.#ins.get(seat.id) ?? new TypingIn();
    this.#ins.set(seat.id, typing);
    if (!typing.hears(words)) return;
    if (this.#panel.hidden) this.#open(true);
    if (this.#saysSomebodyTypes) this.#room.page.say("said.types", { name: seat.name });
    this.#saysSomebodyTypes = words.kind === "typed";
    this.#write(seat, "typed", words.line, words.text, words.kind === "typed");
  }

  voiceChanged(): void {
    const voice = this.#ownVoice();
    if (voice === this.#voice) return;
    this.#voice = voice;
    this.#captions.voiceChanged();
  }

  close(): void {
    this.#captions.close();
    this.#others.clear();
  }

  #ownVoice(): MediaStreamTrack | null {
    return this.#room.media.presence.voice ? this.#room.media.voice : null;
  }

  #listen(): void {
    this.#field.addEventListener("input", () => this.#type());
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.#finish();
    });
    this.#field.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#finish();
      this.#field.focus();
    });
    this.#panel.addEventListener("change", (event) => {
      const select = event.target as HTMLSelectElement;
      if (select.name === "size") this.#panel.dataset["size"] = select.value;
      if (select.name === "spoken") this.#captions.languageChanged();
    });
  }

  #open(open: boolean): void {
    this.#panel.hidden = !open;
    for (const button of this.#room.page.buttons("words")) button.setAttribute("aria-expanded", String(open));
  }

  #type(): void {
    this.#out.change(this.#field.value);
    this.#draw(OWN, this.#room.texts.say("words.you"), "typed", this.#out.line, this.#field.value, false);
  }

  #finish(): void {
    const line = this.#out.line;
    const typed = this.#out.finish();
    this.#field.value = "";
    this.#draw(OWN, this.#room.texts.say("words.you"), "typed", line, typed?.text ?? "", true);
  }

  #write(seat: Seat, way: Way, line: number, text: string, finished: boolean): void {
    this.#draw(seat.id, seat.name, way, line, text, finished);
    const who = `${seat.id} ${way}`;
    const aloud = this.#alouds.get(who) ?? new ReadAloud();
    this.#alouds.set(who, aloud);
    // What a device hears changes until the sentence is over.
    const fresh = aloud.hears(text, finished, way === "spoken" && !finished ? "off" : (this.#chosen("aloud") as Aloud));
    if (fresh) this.#aloud(`${this.#room.texts.say(way === "typed" ? "words.aloudTyped" : "words.aloudSpoken", { name: seat.name })} ${fresh}`);
  }

  /** One element for each line; one that was erased whole goes. */
  #draw(who: string, name: string, way: Way, line: number, text: string, finished: boolean): void {
    const id = `${who} ${way} ${line}`;
    let element = [...this.#lines.children].find((child) => (child as HTMLElement).dataset["line"] === id) as HTMLElement | undefined;
    if (text === "") return element?.remove();
    const atEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR_THE_END;
    if (!element) {
      element = (this.#room.page.ref<HTMLTemplateElement>("wordsLine").content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
      element.dataset["line"] = id;
      part(element, "who").textContent = name;
      part(element, "way").textContent = this.#room.texts.say(who === OWN ? "words.youType" : way === "typed" ? "words.types" : "words.says");
      this.#lines.append(element);
      if (this.#lines.children.length > MOST_LINES) this.#lines.firstElementChild?.remove();
    }
    element.dataset["open"] = finished ? "no" : "yes";
    part(element, "text").textContent = text;
    if (atEnd) this.#log.scrollTop = this.#log.scrollHeight;
  }

  #aloud(text: string): void {
    const region = this.#room.page.ref("wordsAloud");
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    region.append(paragraph);
    while (region.children.length > MOST_ALOUD) region.firstElementChild?.remove();
  }

  /** What cannot be captioned is said, person by person: nobody waits for words that never come. */
  #drawSources(sources: ReadonlyMap<string, Source>): void {
    this.#sources = sources;
    const said = [...this.#sources].flatMap(([id, source]) => {
      const name = this.#others.get(id)?.name;
      return name === undefined ? [] : [this.#room.texts.say(`words.source.${source}`, { name })];
    });
    const state = this.#room.page.ref("wordsState");
    state.textContent = this.#captions.reading ? said.join(" ") || this.#room.texts.say("words.nobody") : "";
    state.hidden = state.textContent === "";
    const sought = [...sources.values()];
    const never = sought.length > 0 && sought.every((source) => WITHOUT.includes(source));
    for (const button of this.#room.page.buttons("captions")) button.hidden = this.#captions.reading && never;
    state.dataset["sources"] = [...sources.values()].join(" ");
  }

  #drawWriting(writing: Writing, readers: readonly Seat[]): void {
    const names = readers.map((reader) => reader.name).join(", ");
    this.#room.page.show("written", writing !== "off");
    if (writing !== "off") this.#room.page.ref("writtenWords").textContent = this.#room.texts.say(`words.writing.${writing}`, { name: names });
    for (const button of this.#room.page.buttons("captionsDecline")) button.hidden = writing !== "on" && writing !== "muted";
    for (const button of this.#room.page.buttons("captionsAllow")) button.hidden = writing !== "asks" && writing !== "declined";
  }

  #chosen(name: string): string {
    return this.#panel.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? "";
  }
}

function part(element: HTMLElement, name: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) throw new Error(`A line of words has no ${name}`);
  return found;
}
