import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Feature, Room } from "./room";
import { soundFeature } from "./sound-feature";

/** The others' picture and sound; what plays can be interrupted. */
function remote(): HTMLVideoElement & { refuses: boolean; tries: number } {
  const video = document.createElement("video") as HTMLVideoElement & { refuses: boolean; tries: number };
  let paused = false;
  Object.defineProperty(video, "paused", { get: () => paused, set: (value: boolean) => (paused = value) });
  Object.defineProperty(video, "srcObject", { value: { active: true } });
  video.refuses = false;
  video.tries = 0;
  video.play = () => {
    video.tries++;
    if (video.refuses) return Promise.reject(new DOMException("", "NotAllowedError"));
    paused = false;
    return Promise.resolve();
  };
  video.pause = () => {
    paused = true;
    video.dispatchEvent(new Event("pause"));
  };
  return video;
}

describe("the sound of a call", () => {
  let video: ReturnType<typeof remote>;
  let feature: Feature;
  let shown: Record<string, boolean>;
  const renewVoice = vi.fn(() => Promise.resolve());
  const devicesChanged = vi.fn(() => Promise.resolve());

  beforeEach(() => {
    vi.useFakeTimers();
    vi.clearAllMocks();
    shown = {};
    const tiles = document.createElement("div");
    video = remote();
    tiles.append(video);
    document.body.replaceChildren(tiles);
    feature = soundFeature({
      phase: "inside",
      page: { ref: () => tiles, show: (name: string, is: boolean) => (shown[name] = is) },
      tiles: { playAll: () => void video.play().catch(() => undefined) },
      media: { renewVoice, devicesChanged },
    } as unknown as Room);
  });

  afterEach(() => vi.useRealTimers());

  it("starts again by itself where the browser lets it", async () => {
    video.pause();
    await vi.advanceTimersByTimeAsync(0);
    expect(video.paused).toBe(false);
    expect(shown["silenced"] ?? false).toBe(false);
  });

  it("asks for a tap at once where it does not, and a tap brings it back", async () => {
    video.refuses = true;
    video.pause();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown["silenced"]).toBe(true);
    video.refuses = false;
    feature.acts?.["sound"]?.();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(renewVoice).toHaveBeenCalledOnce();
    expect(shown).toEqual({ silenced: false, soundless: false });
  });

  it("offers the telephone where the tap does not help", async () => {
    video.refuses = true;
    video.pause();
    await vi.advanceTimersByTimeAsync(0);
    feature.acts?.["sound"]?.();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(shown).toEqual({ silenced: false, soundless: true });
  });

  it("looks after devices and sound when the page is seen again", async () => {
    (video as { paused: boolean }).paused = true;
    document.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(0);
    expect(devicesChanged).toHaveBeenCalled();
    expect(video.paused).toBe(false);
  });
});
