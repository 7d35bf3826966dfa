import { describe, expect, it } from "vitest";
import { LONGEST_LINE, type Words, wordsOf } from "./words";

const ALL: readonly Words[] = [
  { kind: "typing", line: 1, step: 2, text: "Hel" },
  { kind: "typed", line: 1, step: 3, text: "Hello" },
  { kind: "spoken", line: 4, text: "it hurts here", final: false },
  { kind: "captions-wanted", wanted: true },
  { kind: "captions", state: "unavailable" },
  { kind: "picture-wanted", wanted: false },
];

describe("wordsOf", () => {
  it.each(ALL)("reads $kind as it was written", (words) => {
    expect(wordsOf(JSON.stringify(words))).toEqual(words);
  });

  it.each([
    ["nothing", undefined],
    ["no JSON", "{"],
    ["null", "null"],
    ["a list", "[]"],
    ["a kind of another version", '{"kind":"sings"}'],
    ["no text", '{"kind":"typing","line":1,"step":1}'],
    ["a line before the first", '{"kind":"typing","line":-1,"step":1,"text":"x"}'],
    ["half a line", '{"kind":"typing","line":0.5,"step":1,"text":"x"}'],
    ["a text that is none", '{"kind":"typed","line":1,"step":1,"text":{"a":1}}'],
    ["a line without end", JSON.stringify({ kind: "typed", line: 1, step: 1, text: "x".repeat(LONGEST_LINE + 1) })],
    ["a message without end", JSON.stringify({ kind: "captions", state: "on", more: "x".repeat(5_000) })],
    ["an unknown state", '{"kind":"captions","state":"cloud"}'],
    ["a wish that is none", '{"kind":"captions-wanted","wanted":"yes"}'],
  ])("believes no page that says %s", (_, message) => {
    expect(wordsOf(message)).toBeUndefined();
  });

  it("hands on nothing but what it knows", () => {
    expect(wordsOf('{"kind":"picture-wanted","wanted":true,"seat":"somebody else"}')).toEqual({ kind: "picture-wanted", wanted: true });
  });
});
