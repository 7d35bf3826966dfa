import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LONGEST_LINE, type Words } from "../call/words";
import { TypingIn, TypingOut } from "./typing";

type Typed = Extract<Words, { readonly kind: "typing" | "typed" }>;

describe("typing", () => {
  let said: Typed[];
  let out: TypingOut;

  beforeEach(() => {
    vi.useFakeTimers();
    said = [];
    out = new TypingOut((words) => said.push(words));
  });

  afterEach(() => vi.useRealTimers());

  it("sends the first letter at once and what follows a few times a second", () => {
    for (const text of ["H", "He", "Hel", "Hell"]) out.change(text);
    expect(said.map(({ text }) => text)).toEqual(["H"]);
    vi.advanceTimersByTime(300);
    expect(said.map(({ text }) => text)).toEqual(["H", "Hell"]);
    vi.advanceTimersByTime(10_000);
    expect(said).toHaveLength(2);
  });

  it("shows what is erased, all of it too", () => {
    out.change("Hello");
    vi.advanceTimersByTime(300);
    out.change("Hel");
    vi.advanceTimersByTime(300);
    out.change("");
    vi.advanceTimersByTime(300);
    expect(said.map(({ text }) => text)).toEqual(["Hello", "Hel", ""]);
  });

  it("finishes a line at once and begins another", () => {
    out.change("Good");
    out.change("Good morning ");
    out.finish();
    out.change("N");
    vi.advanceTimersByTime(1_000);
    expect(said.map(({ kind, text }) => [kind, text])).toEqual([
      ["typing", "Good"],
      ["typed", "Good morning"],
      ["typing", "N"],
    ]);
    expect(said[2]!.line).toBe(said[0]!.line + 1);
  });

  it("finishes no empty line", () => {
    out.change("   ");
    expect(out.finish()).toBeUndefined();
    expect(said.map(({ kind }) => kind)).toEqual(["typing"]);
  });

  it("never sends more than a line may hold", () => {
    out.change("x".repeat(LONGEST_LINE + 100));
    expect(said[0]?.text).toHaveLength(LONGEST_LINE);
  });

  it("tells somebody who comes later what stands there now", () => {
    expect(out.present()).toEqual([]);
    out.change("Hello");
    expect(out.present()).toMatchObject([{ kind: "typing", text: "Hello" }]);
  });

  describe("on the other side", () => {
    const hearAll = (words: readonly Typed[]): string[] => {
      const ins = new TypingIn();
      return words.filter((each) => ins.hears(each)).map(({ text }) => text);
    };

    beforeEach(() => {
      out.change("a");
      vi.advanceTimersByTime(300);
      out.change("ab");
      vi.advanceTimersByTime(300);
      out.finish();
    });

    it("takes each once, whatever comes twice or late", () => {
      const [first, second, finished] = said as [Typed, Typed, Typed];
      expect(hearAll([second, first, second, finished, finished, first])).toEqual(["ab", "ab"]);
    });

    it("hears of a line that was finished while the call changed its way, once", () => {
      const [first] = said as [Typed];
      const again = out.present();
      expect(hearAll([first, ...again, ...out.present()])).toEqual(["a", "ab"]);
      vi.advanceTimersByTime(30_000);
      expect(out.present()).toEqual([]);
    });

    it("does not open a finished line again", () => {
      const finished = said[2]!;
      expect(hearAll([finished, { ...finished, kind: "typing", step: finished.step + 1, text: "changed" }])).toEqual(["ab"]);
    });

    it("goes on with a page that was reloaded", () => {
      vi.advanceTimersByTime(5_000);
      new TypingOut((words) => said.push(words)).change("again");
      expect(hearAll(said).at(-1)).toBe("again");
    });
  });
});
