import { beforeEach, describe, expect, it } from "vitest";
import { handsFeature } from "./hands-feature";
import type { Feature, Room } from "./room";
import type { Seat } from "./seats";

const OWN: Seat = { id: "d", epoch: 1, part: "clinician", name: "Dr. Ada" };
const PATIENT: Seat = { id: "p", epoch: 1, part: "patient", name: "Pat" };
const DAUGHTER: Seat = { id: "m", epoch: 1, part: "guest", guest: "family", name: "Mia" };
const TILE = `<figure class="vv-tile"><button data-part="hand" hidden><span data-part="turn"></span><span data-part="handWords"></span></button></figure>`;

describe("handsFeature", () => {
  let posted: Array<[string, unknown]>;
  let said: string[];
  let feature: Feature;
  const tiles = new Map<string, HTMLElement>();

  function begin(clinician: boolean): void {
    document.body.innerHTML = `<div id="room"><span data-ref="selfHand" hidden><i data-turn></i></span><button data-do="hand"><span data-words></span></button>${TILE}${TILE}</div>`;
    const root = document.querySelector<HTMLElement>("#room")!;
    const [ofPatient, ofDaughter] = root.querySelectorAll<HTMLElement>(".vv-tile");
    tiles.set("p", ofPatient!).set("m", ofDaughter!);
    posted = [];
    said = [];
    feature = handsFeature({
      clinician,
      texts: { say: (key: string, values?: Record<string, string>) => [key, values?.["name"]].filter(Boolean).join(" ") },
      call: { seat: OWN },
      tiles: { of: (seat: Seat) => tiles.get(seat.id) },
      page: {
        root,
        ref: (name: string) => root.querySelector(`[data-ref="${name}"]`),
        show: (name: string, shown: boolean) => (root.querySelector<HTMLElement>(`[data-ref="${name}"]`)!.hidden = !shown),
        buttons: (act: string) => [...root.querySelectorAll(`[data-do="${act}"]`)],
        say: (key: string, values?: Record<string, string>) => said.push([key, values?.["name"]].filter(Boolean).join(" ")),
      },
      post: (what: string, body?: unknown) => {
        posted.push([what, body]);
        return Promise.resolve(undefined);
      },
    } as unknown as Room);
  }

  const hear = (seat: Seat, at?: string, held = true): void =>
    feature.onNews?.({ kind: "seat", data: { ...seat, held, ...(at ? { handRaisedAt: at } : {}) } } as never);
  const hand = (seat: Seat): HTMLButtonElement => tiles.get(seat.id)!.querySelector<HTMLButtonElement>("[data-part=hand]")!;

  beforeEach(() => begin(true));

  it("says who raises a hand, once, and who takes it down", () => {
    hear(PATIENT, "2026-11-24T10:00:00Z");
    hear(PATIENT, "2026-11-24T10:00:00Z");
    hear(PATIENT);

    expect(said).toEqual(["said.hand Pat", "said.handDown Pat"]);
    expect(hand(PATIENT).hidden).toBe(true);
  });

  it("shows the order in which hands went up, however the news came", () => {
    hear(DAUGHTER, "2026-11-24T10:00:05Z");
    hear(PATIENT, "2026-11-24T10:00:01Z");

    expect(hand(PATIENT).textContent).toBe("1tile.lower Pat 1");
    expect(hand(DAUGHTER).textContent).toBe("2tile.lower Mia 2");
  });

  it("lets the doctor take down a hand, and nobody else", () => {
    hear(PATIENT, "2026-11-24T10:00:00Z");
    hand(PATIENT).click();
    expect(posted).toEqual([["seats/p/hand/lowering", undefined]]);

    begin(false);
    hear(PATIENT, "2026-11-24T10:00:00Z");
    expect(hand(PATIENT).disabled).toBe(true);
    expect(hand(PATIENT).textContent).toBe("tile.handOf Pat");
  });

  it("raises and lowers one's own", () => {
    feature.acts?.["hand"]?.();
    hear(OWN, "2026-11-24T10:00:00Z");
    feature.acts?.["hand"]?.();

    expect(posted).toEqual([
      ["seat/hand", { raised: true }],
      ["seat/hand", { raised: false }],
    ]);
    expect(said).toEqual(["said.ownHand Dr. Ada"]);
    expect(document.querySelector("[data-do=hand]")?.textContent).toBe("do.handDown");
    expect(document.querySelector<HTMLElement>("[data-ref=selfHand]")!.hidden).toBe(false);
  });

  it("forgets the hand of somebody who left, without a word about it", () => {
    feature.onSeat?.({ ...PATIENT, handRaisedAt: "2026-11-24T10:00:00Z" });
    expect(hand(PATIENT).hidden).toBe(false);

    hear(PATIENT, undefined, false);

    expect(hand(PATIENT).hidden).toBe(true);
    expect(said).toEqual([]);
  });
});
