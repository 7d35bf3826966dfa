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
  let plays: boolean;

  beforeEach(() => {
    vi.useFakeTimers();
    said = [];
    plays = true;
    guard = new SoundGuard((state) => said.push(state), () => plays);
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

  it("asks for a tap where the others' sound was paused and the browser wants one", () => {
    plays = false;
    guard.silenced();
    expect(said.at(-1)).toBe("silent");
    guard.tapped();
    plays = true;
    vi.advanceTimersByTime(3_000);
    expect(said.at(-1)).toBe("heard");
  });

  it("offers the telephone where a tap does not make the others heard", () => {
    plays = false;
    guard.silenced();
    guard.tapped();
    vi.advanceTimersByTime(3_000);
    expect(said.at(-1)).toBe("lost");
  });

  it("does not ask for a second tap while it waits for the first to help", () => {
    plays = false;
    guard.silenced();
    guard.tapped();
    guard.silenced();
    expect(said.at(-1)).toBe("lost");
  });

  it("looks anew when the page is seen again", () => {
    track.muted = true;
    guard.resumed();
    vi.advanceTimersByTime(2_000);
    expect(said.at(-1)).toBe("silent");
    track.muted = false;
    guard.resumed();
    expect(said.at(-1)).toBe("heard");
  });

  it("does not mistake a microphone that was unplugged for one that was taken away", () => {
    track.readyState = "ended";
    track.become(true);
    vi.advanceTimersByTime(10_000);
    expect(said).not.toContain("silent");
  });
});
