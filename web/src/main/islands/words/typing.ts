/**
 * Text that is read while it is typed, after the idea of real-time text (ITU-T T.140, RFC 4103): what is typed or erased is with the
 * others a third of a second later.
 *
 * Each message holds the whole line, so one that is lost, comes twice or comes by another way does no harm. Lines and steps are counted
 * from the time at which the page was opened: after a reload they go on above those before.
 */
import type { Words } from "../call/words";
import { LONGEST_LINE } from "../call/words";

/** T.140 lets half a second pass; people notice less than that. */
const PAUSE = 300;
/** Longer than a call takes to find another way. */
const MAY_BE_MISSED = 30_000;

type Typed = Extract<Words, { readonly kind: "typing" | "typed" }>;

interface Finished {
  readonly line: number;
  readonly text: string;
  readonly at: number;
}

export class TypingOut {
  readonly #say: (words: Typed) => void;
  #line = Date.now();
  #step = Date.now();
  #text = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changed = false;
  #finished: readonly Finished[] = [];

  constructor(say: (words: Typed) => void) {
    this.#say = say;
  }

  get line(): number {
    return this.#line;
  }

  change(text: string): void {
    this.#text = text.slice(0, LONGEST_LINE);
    this.#changed = true;
    if (this.#timer === undefined) this.#send();
  }

  /** Answers what was finished; nothing if there was nothing. */
  finish(): Typed | undefined {
    const text = this.#text.trim();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#text = "";
    this.#changed = false;
    if (text === "") return undefined;
    const typed: Typed = { kind: "typed", line: this.#line++, step: ++this.#step, text };
    this.#finished = [...this.#recent(), { line: typed.line, text, at: Date.now() }];
    this.#say(typed);
    return typed;
  }

  /** For somebody who may have missed it: what was finished while the call changed its way, and what stands there now. */
  present(): readonly Typed[] {
    const typed = this.#recent().map(({ line, text }): Typed => ({ kind: "typed", line, step: ++this.#step, text }));
    return this.#text === "" ? typed : [...typed, { kind: "typing", line: this.#line, step: ++this.#step, text: this.#text }];
  }

  #recent(): readonly Finished[] {
    return this.#finished.filter(({ at }) => Date.now() - at < MAY_BE_MISSED);
  }

  #send(): void {
    this.#changed = false;
    this.#say({ kind: "typing", line: this.#line, step: ++this.#step, text: this.#text });
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#changed) this.#send();
    }, PAUSE);
  }
}

/** What one other person types, in order. */
export class TypingIn {
  #line = -1;
  #step = -1;
  #finished = true;

  /** Whether this says something new. */
  hears(words: Typed): boolean {
    if (words.line < this.#line || words.step <= this.#step || (words.line === this.#line && this.#finished)) return false;
    this.#line = words.line;
    this.#step = words.step;
    this.#finished = words.kind === "typed";
    return true;
  }
}
