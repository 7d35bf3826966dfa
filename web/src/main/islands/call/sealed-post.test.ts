import { webcrypto } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { SealedPost } from "./sealed-post";
import type { SealedSignal } from "./words";

interface At {
  readonly id: string;
  readonly epoch: number;
}

let atWork = 0;
/** Counts what is not done yet: the work is done on threads that a busy machine keeps waiting. */
const subtle = new Proxy(webcrypto.subtle, {
  get: (target, name) => async (...given: unknown[]) => {
    atWork++;
    try {
      return await (target[name as keyof typeof target] as (...given: unknown[]) => unknown).apply(target, given);
    } finally {
      atWork--;
    }
  },
}) as unknown as SubtleCrypto;

class Page {
  readonly heard: Array<[string, string]> = [];
  readonly post: SealedPost;

  constructor(
    public seat: At,
    readonly carried: Array<{ from: At; to: At; signal: SealedSignal }>,
  ) {
    this.post = new SealedPost(
      { mine: () => this.seat, send: (to, signal) => carried.push({ from: this.seat, to, signal }), onWords: (from, text) => this.heard.push([from.id, text]) },
      subtle,
    );
  }
}

describe("SealedPost", () => {
  const carried: Array<{ from: At; to: At; signal: SealedSignal }> = [];
  const all: string[] = [];
  let doctor: Page;
  let patient: Page;

  const setUp = (): void => {
    carried.length = all.length = 0;
    doctor = new Page({ id: "d", epoch: 1 }, carried);
    patient = new Page({ id: "p", epoch: 1 }, carried);
  };

  /** Brings every letter until no more are written. */
  async function deliver(): Promise<void> {
    for (let quiet = 0; quiet < 20; quiet = atWork > 0 ? 0 : quiet + 1) {
      for (const { from, to, signal } of carried.splice(0)) {
        quiet = 0;
        all.push(JSON.stringify(signal));
        await (to.id === "d" ? doctor : patient).post.receive(from, JSON.parse(JSON.stringify(signal)) as SealedSignal);
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  it("brings words in order, the first ones too", async () => {
    setUp();
    for (const word of ["I", "I can", "I cannot hear"]) patient.post.send(doctor.seat, word);
    await deliver();
    patient.post.send(doctor.seat, "you");
    doctor.post.send(patient.seat, "I see");
    await deliver();
    expect(doctor.heard.map(([, text]) => text)).toEqual(["I", "I can", "I cannot hear", "you"]);
    expect(patient.heard).toEqual([["d", "I see"]]);
  });

  it("lets nobody on the way read them", async () => {
    setUp();
    patient.post.send(doctor.seat, "chest pain since Monday");
    await deliver();
    expect(doctor.heard).toHaveLength(1);
    expect(all.join()).not.toMatch(/chest|pain|Monday/);
    expect(all.map((signal) => Object.keys(JSON.parse(signal) as object)[0])).toEqual(["key", "key", "sealed"]);
  });

  it("offers again where the first offer was lost", async () => {
    setUp();
    const now = vi.spyOn(Date, "now").mockReturnValue(1_000_000);
    patient.post.send(doctor.seat, "hello");
    await vi.waitFor(() => expect(carried).toHaveLength(1));
    carried.length = 0;
    now.mockReturnValue(1_003_000);
    patient.post.send(doctor.seat, "are you there");
    await deliver();
    expect(doctor.heard.map(([, text]) => text)).toEqual(["hello", "are you there"]);
    now.mockRestore();
  });

  it("agrees when both begin at the same moment", async () => {
    setUp();
    patient.post.send(doctor.seat, "hello");
    doctor.post.send(patient.seat, "hello to you");
    await deliver();
    expect(doctor.heard).toEqual([["p", "hello"]]);
    expect(patient.heard).toEqual([["d", "hello to you"]]);
  });

  it("agrees anew with a page that was reloaded", async () => {
    setUp();
    patient.post.send(doctor.seat, "before");
    await deliver();
    patient = new Page({ id: "p", epoch: 2 }, carried);
    doctor.post.send(patient.seat, "and after");
    await deliver();
    expect(patient.heard).toEqual([["d", "and after"]]);
    doctor.post.send({ id: "p", epoch: 1 }, "to the page that is gone");
    await deliver();
    expect(patient.heard).toHaveLength(1);
  });

  it("opens nothing that was changed or meant for somebody else", async () => {
    setUp();
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    patient.post.send(doctor.seat, "first");
    await deliver();
    patient.post.send(doctor.seat, "second");
    await vi.waitFor(() => expect(carried).toHaveLength(1));
    const [letter] = carried.splice(0);
    const sealed = (letter!.signal as { sealed: string }).sealed;
    await doctor.post.receive(patient.seat, { sealed: sealed.slice(0, -8) + (sealed.at(-8) === "A" ? "B" : "A") + sealed.slice(-7) });
    await patient.post.receive(doctor.seat, { sealed });
    expect(doctor.heard).toHaveLength(1);
    expect(patient.heard).toEqual([]);
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });
});
