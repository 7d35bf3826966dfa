import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SoundGuard, type SoundState } from "./sound-guard";

class FakeTrack extends EventTarget {
  muted = false;
  readyState: MediaStreamTrackState = "live";

  become(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? "mute" : "unmute"));
  }
}

describe("SoundGuard", () => {
  let said: SoundState[];
  let guard: SoundGuard;
  let track: FakeTrack;

  beforeEach(() => {
    vi.useFakeTimers();
    said = [];
    guard = new SoundGuard((state) => said.push(state));
    track = new FakeTrack();
    guard.watch(track);
  });

  afterEach(() => vi.useRealTimers());

  it("offers a tap within three seconds after the microphone was taken away", () => {
    track.become(true);
    vi.advanceTimersByTime(3_000);
    expect(said.at(-1)).toBe("silent");
  });

  it("says nothing about a moment", () => {
    track.become(true);
    vi.advanceTimersByTime(1_000);
    track.become(false);
    vi.advanceTimersByTime(10_000);
    expect(said).not.toContain("silent");
  });

  it("is content when the tap helped", () => {
    track.become(true);
    vi.advanceTimersByTime(3_000);
    guard.tapped();
    const fresh = new FakeTrack();
    guard.watch(fresh);
    vi.advanceTimersByTime(10_000);
    expect(said.at(-1)).toBe("heard");
  });

  it("offers the telephone when it did not", () => {
    track.become(true);
    vi.advanceTimersByTime(3_000);
    guard.tapped();
    vi.advanceTimersByTime(3_000);
    expect(said.at(-1)).toBe("lost");
  });

  it("does not mistake a microphone that was unplugged for one that was taken away", () => {
    track.readyState = "ended";
    track.become(true);
    vi.advanceTimersByTime(10_000);
    expect(said).not.toContain("silent");
  });
});
