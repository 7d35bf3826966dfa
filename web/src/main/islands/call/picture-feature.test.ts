import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Texts } from "../media/texts";
import { CallPage } from "./call-page";
import { pictureFeature } from "./picture-feature";
import type { PictureSent } from "./picture-policy";
import type { Feature, Room } from "./room";
import type { Seat } from "./seats";
import type { Words } from "./words";

const SEAT: Seat = { id: "d", epoch: 1, part: "clinician", name: "Dr. Ada" };
const PICTURES = { kind: "direct", picture: true, configuration: {}, expiresAt: "" } as const;

const TEXTS = Object.fromEntries(
  [
    ...["picture.reduced", "picture.low", "picture.sound", "picture.ownSound", "said.picture.kept"],
    ...["bandwidth", "loss", "delay", "computer"].map((why) => `picture.because.${why}`),
    ...["reduced", "low", "sound", "better", "full"].map((level) => `said.picture.${level}`),
  ].map((key) => [key, key]),
);

/** A link whose measurements a test sets. */
class FakeLink {
  state = "connected" as const;
  levels: PictureSent[] = [];
  available = 2_500_000;
  lost = 0;
  setPicture = (level: PictureSent): void => {
    if (this.levels.at(-1) !== level) this.levels.push(level);
  };
  stats = (): Promise<Map<string, object>> =>
    Promise.resolve(
      new Map<string, object>([
        ["P", { type: "candidate-pair", nominated: true, availableOutgoingBitrate: this.available, currentRoundTripTime: 0.05 }],
        ["R", { type: "remote-inbound-rtp", fractionLost: this.lost }],
      ]),
    );
}

describe("the picture of a call", () => {
  let link: FakeLink;
  let feature: Feature;
  let room: Room;
  let said: Words[];
  let camera: boolean;

  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = `<div id="room"><p data-ref="said"></p><p data-ref="timer"></p>
      <div data-ref="stepped" hidden><p data-ref="steppedWords"></p>
        <button data-do="pictureKeep"></button><button data-do="pictureSound"></button><button data-do="pictureAuto" hidden></button></div>
      <select name="picture"><option>auto</option><option>keep</option><option>sound</option></select></div>`;
    const root = document.getElementById("room")!;
    root.dataset["texts"] = JSON.stringify(TEXTS);
    const texts = new Texts(root);
    link = new FakeLink();
    said = [];
    camera = true;
    room = {
      page: new CallPage(root, texts),
      texts,
      phase: "inside",
      media: { get presence() { return { voice: true, camera, screen: false }; } },
      call: { links: new Map([["d", link]]), say: (words: Words) => said.push(words) },
    } as unknown as Room;
    feature = pictureFeature(room);
    feature.onLine?.(PICTURES);
    feature.onState?.(SEAT, "connected");
  });

  afterEach(() => vi.useRealTimers());

  const seconds = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 1_000);
  const notice = (): string | null => (room.page.ref("stepped").hidden ? null : room.page.ref("steppedWords").textContent);
  const press = (act: string): void => feature.acts?.[act]?.();

  async function thin(): Promise<void> {
    await seconds(20);
    link.available = 250_000;
    await seconds(6);
  }

  it("gets smaller on a thin line, and the page says so and why", async () => {
    await thin();
    expect(link.levels).toEqual(["full", "reduced"]);
    expect(notice()).toBe("picture.because.bandwidth picture.reduced");
    expect(room.page.ref("said").textContent).toBe("said.picture.reduced");
  });

  it("comes back in full on a good one, and the page says so", async () => {
    await thin();
    link.available = 2_500_000;
    await seconds(20);
    expect(link.levels.at(-1)).toBe("full");
    expect(notice()).toBeNull();
    expect(room.page.ref("said").textContent).toBe("said.picture.full");
  });

  it("stays full where the person wants it so", async () => {
    await thin();
    press("pictureKeep");
    expect(link.levels.at(-1)).toBe("full");
    expect(notice()).toBeNull();
    await seconds(60);
    expect(link.levels.at(-1)).toBe("full");
    press("pictureAuto");
    expect(link.levels.at(-1)).not.toBe("full");
  });

  it("stops in both directions where the person wants sound only", async () => {
    press("pictureSound");
    expect(link.levels.at(-1)).toBe("sound");
    expect(said).toEqual([{ kind: "picture-wanted", wanted: false }]);
    expect(notice()).toBe("picture.ownSound");
    feature.onMet?.(SEAT);
    expect(said).toHaveLength(2);
    press("pictureAuto");
    expect(said.at(-1)).toEqual({ kind: "picture-wanted", wanted: true });
    expect(link.levels.at(-1)).toBe("full");
  });

  it("is chosen in the device menu too", () => {
    const select = room.page.root.querySelector("select")!;
    select.value = "sound";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    expect(link.levels.at(-1)).toBe("sound");
    press("pictureAuto");
    expect(select.value).toBe("auto");
  });

  it("is half as large among four and five, and whole again when they are fewer", () => {
    const links = room.call.links as Map<string, unknown>;
    links.set("m", new FakeLink()).set("i", new FakeLink());
    feature.onState?.({ ...SEAT, id: "i" }, "connected");
    expect(link.levels.at(-1)).toBe("shared");
    expect(notice()).toBeNull();
    press("pictureKeep");
    expect(link.levels.at(-1)).toBe("full");
    press("pictureAuto");
    links.delete("i");
    feature.onGone?.({ ...SEAT, id: "i" });
    expect(link.levels.at(-1)).toBe("full");
  });

  it("does not go to who asks for sound only", () => {
    feature.onWords?.(SEAT, { kind: "picture-wanted", wanted: false });
    expect(link.levels.at(-1)).toBe("sound");
    expect(notice()).toBeNull();
    feature.onWords?.(SEAT, { kind: "picture-wanted", wanted: true });
    expect(link.levels.at(-1)).toBe("full");
  });

  it("is not spoken of while the camera is off", async () => {
    camera = false;
    await thin();
    expect(notice()).toBeNull();
  });

  it("is not judged on a line without pictures", async () => {
    feature.onLine?.({ ...PICTURES, picture: false });
    await thin();
    expect(notice()).toBeNull();
    expect(link.levels).toEqual(["full"]);
  });
});
