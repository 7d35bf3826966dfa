import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Part, type PartAnswer, PartQueue } from "./part-queue";

const STORED: PartAnswer = { kind: "stored" };

describe("PartQueue", () => {
  const sent: Part[] = [];
  const waiting: boolean[] = [];
  let answers: (PartAnswer | "lost")[];
  let over: number;

  const queue = (next = 0): PartQueue =>
    new PartQueue(
      next,
      (part) => {
        sent.push(part);
        const answer = answers.shift() ?? STORED;
        return answer === "lost" ? Promise.reject(new Error("lost")) : Promise.resolve(answer);
      },
      { onWaiting: (is) => waiting.push(is), onOver: () => over++ },
    );
  const places = (): number[] => sent.map((part) => part.place);

  beforeEach(() => {
    vi.useFakeTimers();
    sent.length = waiting.length = 0;
    answers = [];
    over = 0;
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("sends parts in their order and numbers them", async () => {
    const parts = queue(3);
    parts.add(new Blob(["a"]), 1);
    parts.add(new Blob([]), 1);
    parts.add(new Blob(["b"]), 1);
    await parts.flushed();
    expect(places()).toEqual([3, 4]);
  });

  it("sends a part until it is acknowledged, before the next one", async () => {
    answers = ["lost", "lost", STORED];
    const parts = queue();
    parts.add(new Blob(["a"]), 0);
    parts.add(new Blob(["b"]), 0);
    await vi.advanceTimersByTimeAsync(5_000);
    await parts.flushed();
    expect(places()).toEqual([0, 0, 0, 1]);
    expect(waiting).toEqual([true, true, false, false]);
  });

  it("goes on when a part was stored and only its answer was lost", async () => {
    answers = [{ kind: "due", next: 1 }];
    const parts = queue();
    parts.add(new Blob(["a"]), 0);
    parts.add(new Blob(["b"]), 0);
    await parts.flushed();
    expect(places()).toEqual([0, 1]);
  });

  it("keeps nothing when nothing is taken any more", async () => {
    answers = [{ kind: "over" }];
    const parts = queue();
    parts.add(new Blob(["a"]), 0);
    parts.add(new Blob(["b"]), 0);
    await parts.flushed();
    parts.add(new Blob(["c"]), 0);
    expect(places()).toEqual([0]);
    expect(over).toBe(1);
  });
});
