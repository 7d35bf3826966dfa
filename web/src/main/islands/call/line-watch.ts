/** Looks at the line every few seconds: says when it is encrypted, for everybody, and when it is weak, and keeps the numbers for the clinic. */
import type { Texts } from "../media/texts";
import type { Measured } from "./call-client";
import type { CallPage } from "./call-page";
import { LineGauge, isWeak } from "./line-facts";

const FACTS_EVERY = 2_000;
const REPORT_EVERY = 10_000;

interface Watched {
  readonly page: CallPage;
  readonly texts: Texts;
  readonly links: () => ReadonlyMap<string, Measured>;
  readonly report: (numbers: object) => void;
}

export class LineWatch {
  readonly #watched: Watched;
  readonly #gauges = new Map<string, LineGauge>();
  #weak = false;
  #reportedAt = 0;

  constructor(watched: Watched) {
    this.#watched = watched;
    setInterval(() => void this.look(), FACTS_EVERY);
  }

  forget(seat: string): void {
    this.#gauges.delete(seat);
  }

  async look(): Promise<void> {
    const { page, texts, links, report } = this.#watched;
    const everybody = [...links().values()].every((link) => link.state === "connected");
    if (!everybody) page.show("secure", false);
    const due = Date.now() - this.#reportedAt >= REPORT_EVERY;
    for (const [id, link] of links()) {
      if (link.state !== "connected") continue;
      const gauge = this.#gauges.get(id) ?? new LineGauge();
      this.#gauges.set(id, gauge);
      const facts = gauge.read((await link.stats()) as unknown as Map<string, Record<string, unknown>>);
      // Put back or left meanwhile: their line is nobody's business any more.
      if (links().get(id) !== link) continue;
      page.show("secure", facts.encrypted && everybody);
      page.ref("way").textContent = texts.say(facts.relayed ? "line.relayed" : links().size > 1 ? "line.mesh" : "line.direct");
      if (isWeak(facts) !== this.#weak) {
        this.#weak = !this.#weak;
        page.show("weak", this.#weak);
        if (this.#weak) page.say("said.weak");
      }
      if (!due) continue;
      this.#reportedAt = Date.now();
      const { cipher, ...numbers } = facts;
      report(numbers);
    }
  }
}
