/** What became of a part that was sent. */
export type PartAnswer = { readonly kind: "stored" } | { readonly kind: "due"; readonly next: number } | { readonly kind: "over" };

export interface Part {
  readonly place: number;
  readonly segment: number;
  readonly content: Blob;
}

export interface QueueListener {
  /** Whether parts are waiting for the network. */
  onWaiting(waiting: boolean): void;
  /** Nothing is taken any more. */
  onOver(): void;
}

const AGAIN_AFTER = 2_000;

/** Sends the parts of a recording one after the other, and each until it is acknowledged: a network that comes back loses none. */
export class PartQueue {
  readonly #send: (part: Part) => Promise<PartAnswer>;
  readonly #listener: QueueListener;
  readonly #parts: Part[] = [];
  #next: number;
  #running: Promise<void> | undefined;
  #over = false;

  constructor(next: number, send: (part: Part) => Promise<PartAnswer>, listener: QueueListener) {
    this.#next = next;
    this.#send = send;
    this.#listener = listener;
  }

  add(content: Blob, segment: number): void {
    if (this.#over || content.size === 0) return;
    this.#parts.push({ place: this.#next++, segment, content });
    this.#running ??= this.#work().finally(() => (this.#running = undefined));
  }

  /** When all that was added has been acknowledged, or is not taken any more. */
  async flushed(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #work(): Promise<void> {
    for (let part = this.#parts[0]; part && !this.#over; part = this.#parts[0]) {
      const answer = await this.#send(part).catch(() => undefined);
      this.#listener.onWaiting(answer === undefined);
      if (answer === undefined) await new Promise((done) => setTimeout(done, AGAIN_AFTER));
      else if (answer.kind === "stored" || (answer.kind === "due" && answer.next > part.place)) this.#parts.shift();
      else this.#end();
    }
  }

  #end(): void {
    this.#over = true;
    this.#parts.length = 0;
    this.#listener.onOver();
  }
}
