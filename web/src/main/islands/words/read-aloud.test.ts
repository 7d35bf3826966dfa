import { describe, expect, it } from "vitest";
import { type Aloud, ReadAloud } from "./read-aloud";

/** Types a text letter by letter and finishes the line. */
function type(text: string, how: Aloud): string[] {
  const aloud = new ReadAloud();
  const read: string[] = [];
  for (let end = 1; end <= text.length; end++) {
    const fresh = aloud.hears(text.slice(0, end), false, how);
    if (fresh) read.push(fresh);
  }
  const rest = aloud.hears(text, true, how);
  return rest ? [...read, rest] : read;
}

describe("ReadAloud", () => {
  it("reads sentence by sentence and what is left at the end", () => {
    expect(type("It hurts. Here, at 3.5 cm! Can you", "sentence")).toEqual(["It hurts.", "Here, at 3.5 cm!", "Can you"]);
  });

  it("reads a line when it is finished", () => {
    expect(type("It hurts. Here.", "line")).toEqual(["It hurts. Here."]);
  });

  it("reads nothing to who wants none", () => {
    expect(type("It hurts. Here.", "off")).toEqual([]);
  });

  it("does not read an unfinished word, nor anything twice", () => {
    const aloud = new ReadAloud();
    expect(aloud.hears("Hello", false, "sentence")).toBeUndefined();
    expect(aloud.hears("Hello. ", false, "sentence")).toBe("Hello.");
    expect(aloud.hears("Hello. ", false, "sentence")).toBeUndefined();
    expect(aloud.hears("Hello. ", true, "sentence")).toBeUndefined();
  });

  it("reads again from the word that was changed after it was read", () => {
    const aloud = new ReadAloud();
    aloud.hears("Take ten drops. ", false, "sentence");
    expect(aloud.hears("Take two drops. ", false, "sentence")).toBe("two drops.");
  });

  it("begins anew with each line", () => {
    const aloud = new ReadAloud();
    expect(aloud.hears("Yes", true, "line")).toBe("Yes");
    expect(aloud.hears("Yes", true, "line")).toBe("Yes");
  });
});
