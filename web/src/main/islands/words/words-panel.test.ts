import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CallPage } from "../call/call-page";
import type { Room } from "../call/room";
import type { Seat } from "../call/seats";
import type { Words } from "../call/words";
import { Texts } from "../media/texts";
import { WordsPanel } from "./words-panel";

const DOCTOR: Seat = { id: "d", epoch: 1, part: "clinician", name: "Dr. Ada" };
const GUEST: Seat = { id: "g", epoch: 1, part: "patient", name: "Bo" };

/** Every text is its own key, so that a test sees which one was chosen. */
const TEXTS = new Proxy({} as Record<string, string>, { get: (_, key) => `${String(key)} {name}`, ownKeys: () => [] });

describe("WordsPanel", () => {
  let said: Array<[Words, string | undefined]>;
  let panel: WordsPanel;
  let page: CallPage;

  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = `<div id="room"><p data-ref="said"></p><p data-ref="timer"></p>
      <button data-do="words" aria-expanded="false"></button>
      <div data-ref="written" hidden><p data-ref="writtenWords"></p><button data-do="captionsAllow"></button><button data-do="captionsDecline"></button></div>
      <section data-ref="words" hidden>
        <button data-do="captions"></button>
        <select name="spoken"><option>en</option><option>es</option></select>
        <select name="size"><option>normal</option><option>large</option></select>
        <select name="aloud"><option>sentence</option><option>line</option><option>off</option></select>
        <p data-ref="wordsState" hidden></p>
        <div data-ref="wordsLog"><ol data-ref="wordsLines"></ol></div>
        <div data-ref="wordsAloud"></div>
        <form><textarea data-ref="typing"></textarea><button type="submit"></button></form>
        <template data-ref="wordsLine"><li><span data-part="who"></span><span data-part="way"></span><span data-part="text"></span></li></template>
      </section></div>`;
    const root = document.getElementById("room")!;
    const texts = { say: (key: string, values: Record<string, string> = {}) => TEXTS[key]!.replace("{name}", values["name"] ?? "").trim() } as unknown as Texts;
    page = new CallPage(root, texts);
    said = [];
    panel = new WordsPanel({
      page,
      texts,
      phase: "inside",
      media: { presence: { voice: true, camera: true, screen: false }, voice: null },
      call: { others: [DOCTOR], captions: undefined, say: (words: Words, to?: Seat) => said.push([words, to?.id]) },
    } as unknown as Room);
  });

  afterEach(() => vi.useRealTimers());

  const lines = (): string[] => [...document.querySelectorAll("li")].map((line) => line.textContent ?? "");
  const field = (): HTMLTextAreaElement => page.ref<HTMLTextAreaElement>("typing");
  const aloud = (): string[] => [...page.ref("wordsAloud").children].map((each) => each.textContent ?? "");
  const typed = (text: string, step: number, kind: "typing" | "typed" = "typing"): Words => ({ kind, line: 1, step, text });

  function type(text: string): void {
    field().value = text;
    field().dispatchEvent(new Event("input", { bubbles: true }));
  }

  it("opens with the cursor where one types, and says that it is open", () => {
    panel.toggle();
    expect(document.activeElement).toBe(field());
    expect(page.buttons("words")[0]?.getAttribute("aria-expanded")).toBe("true");
    panel.toggle();
    expect(page.ref("words").hidden).toBe(true);
    expect(document.activeElement).toBe(page.buttons("words")[0]);
  });

  it("opens by itself, without taking the cursor, when somebody types", () => {
    const before = document.activeElement;
    panel.hear(DOCTOR, typed("Can", 1));
    panel.hear(DOCTOR, typed("Can you", 2));
    expect(page.ref("words").hidden).toBe(false);
    expect(document.activeElement).toBe(before);
    expect(page.ref("said").textContent).toBe("said.types Dr. Ada");
    expect(lines()).toEqual(["Dr. Adawords.typesCan you"]);
  });

  it("shows what is erased, and a line that was erased whole no more", () => {
    panel.hear(DOCTOR, typed("Can you", 1));
    panel.hear(DOCTOR, typed("Can", 2));
    expect(lines()).toEqual(["Dr. Adawords.typesCan"]);
    panel.hear(DOCTOR, typed("", 3));
    expect(lines()).toEqual([]);
  });

  it("keeps the lines of two people apart", () => {
    panel.hear(DOCTOR, typed("One", 1));
    panel.hear(GUEST, typed("Two", 1));
    panel.hear(DOCTOR, typed("One more", 2));
    expect(lines()).toEqual(["Dr. Adawords.typesOne more", "Bowords.typesTwo"]);
  });

  it("reads whole sentences aloud, never letters", () => {
    for (const [step, text] of ["H", "Hello", "Hello.", "Hello. Y", "Hello. You"].entries()) panel.hear(DOCTOR, typed(text, step + 1));
    expect(aloud()).toEqual(["words.aloudTyped Dr. Ada Hello."]);
    panel.hear(DOCTOR, typed("Hello. You", 9, "typed"));
    expect(aloud().at(-1)).toBe("words.aloudTyped Dr. Ada You");
  });

  it("sends what is typed and finishes the line with Enter", () => {
    type("Hello");
    field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", cancelable: true }));
    expect(said.map(([words]) => [words.kind, "text" in words && words.text])).toEqual([["typing", "Hello"], ["typed", "Hello"]]);
    expect(field().value).toBe("");
    expect(lines()).toEqual(["words.youwords.youTypeHello"]);
  });

  it("does not take the Enter that ends a word of an input method", () => {
    type("こん");
    field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true }));
    expect(said).toHaveLength(1);
  });

  it("tells who comes back what stands there now", () => {
    type("Hello");
    panel.met({ ...DOCTOR, epoch: 2 });
    expect(said.at(-1)).toEqual([expect.objectContaining({ kind: "typing", text: "Hello" }), "d"]);
  });

  it("says whose captions there are and whose not", async () => {
    panel.toggleCaptions();
    expect(said).toEqual([[{ kind: "captions-wanted", wanted: true }, "d"]]);
    expect(page.ref("wordsState").textContent).toBe("words.source.waiting Dr. Ada");
    panel.hear(DOCTOR, { kind: "captions", state: "unavailable" });
    expect(page.ref("wordsState").textContent).toBe("words.source.unavailable Dr. Ada");
    expect(page.buttons("captions")[0]?.textContent).toBe("words.captionsOff");
    panel.toggleCaptions();
    expect(page.ref("wordsState").hidden).toBe(true);
  });

  it("tells the speaker who would like to read them, and that this browser cannot", async () => {
    panel.hear(DOCTOR, { kind: "captions-wanted", wanted: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(page.ref("written").hidden).toBe(false);
    expect(page.ref("writtenWords").textContent).toBe("words.writing.unavailable Dr. Ada");
    expect(page.buttons("captionsDecline")[0]?.hidden).toBe(true);
    expect(page.ref("words").hidden).toBe(true);
  });

  it("changes the size of the text", () => {
    const size = document.querySelector<HTMLSelectElement>("select[name=size]")!;
    size.value = "large";
    size.dispatchEvent(new Event("change", { bubbles: true }));
    expect(page.ref("words").dataset["size"]).toBe("large");
  });
});
