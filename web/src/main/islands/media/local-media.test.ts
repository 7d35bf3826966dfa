import { beforeEach, describe, expect, it, vi } from "vitest";
import { LocalMedia, troubleOf } from "./local-media";

interface FakeTrack {
  kind: string;
  enabled: boolean;
  readyState: string;
  onended: (() => void) | null;
  stop: () => void;
}

const track = (kind: string): FakeTrack => {
  const made: FakeTrack = { kind, enabled: true, readyState: "live", onended: null, stop: () => (made.readyState = "ended") };
  return made;
};

const stream = (...tracks: FakeTrack[]) => ({
  getTracks: () => tracks,
  getAudioTracks: () => tracks.filter((t) => t.kind === "audio"),
  getVideoTracks: () => tracks.filter((t) => t.kind === "video"),
});

describe("LocalMedia", () => {
  const getUserMedia = vi.fn();
  const getDisplayMedia = vi.fn();
  const onTrack = vi.fn();
  const onPresence = vi.fn();
  const onTrouble = vi.fn();
  let media: LocalMedia;

  beforeEach(() => {
    vi.resetAllMocks();
    media = new LocalMedia({ onTrack, onPresence, onTrouble }, { getUserMedia, getDisplayMedia } as unknown as MediaDevices);
  });

  it("opens camera and microphone with one question", async () => {
    getUserMedia.mockResolvedValueOnce(stream(track("audio"), track("video")));
    await media.open();
    expect(getUserMedia).toHaveBeenCalledOnce();
    expect(media.presence).toEqual({ voice: true, camera: true, screen: false });
  });

  it("keeps the voice when there is no camera, and says what is wrong", async () => {
    getUserMedia
      .mockRejectedValueOnce(new DOMException("", "NotFoundError"))
      .mockResolvedValueOnce(stream(track("audio")))
      .mockRejectedValueOnce(new DOMException("", "NotFoundError"));
    await media.open();
    expect(media.presence).toEqual({ voice: true, camera: false, screen: false });
    expect(onTrouble).toHaveBeenCalledExactlyOnceWith("camera", "missing");
    expect(media.troubles).toEqual({ cameraTrouble: "MISSING", voiceTrouble: null });
  });

  it("goes on without any device when both are denied", async () => {
    getUserMedia.mockRejectedValue(new DOMException("", "NotAllowedError"));
    await media.open();
    expect(onTrouble.mock.calls).toEqual([["voice", "denied"], ["camera", "denied"]]);
    expect(media.presence).toEqual({ voice: false, camera: false, screen: false });
  });

  it("mutes without releasing the microphone", async () => {
    const voice = track("audio");
    getUserMedia.mockResolvedValueOnce(stream(voice, track("video")));
    await media.open();
    media.setMuted(true);
    expect(voice.enabled).toBe(false);
    expect(voice.readyState).toBe("live");
    expect(media.presence.voice).toBe(false);
  });

  it("stays muted when the microphone is changed", async () => {
    const other = track("audio");
    getUserMedia.mockResolvedValueOnce(stream(track("audio"), track("video"))).mockResolvedValueOnce(stream(other));
    await media.open();
    media.setMuted(true);
    await media.useMicrophone("other");
    expect(other.enabled).toBe(false);
  });

  it("releases the camera when it is switched off", async () => {
    const camera = track("video");
    getUserMedia.mockResolvedValueOnce(stream(track("audio"), camera));
    await media.open();
    await media.setCameraOn(false);
    expect(camera.readyState).toBe("ended");
    expect(onTrack).toHaveBeenLastCalledWith("camera", null);
  });

  it("looks for another device when the one in use is pulled out", async () => {
    const first = track("audio");
    const second = track("audio");
    getUserMedia.mockResolvedValueOnce(stream(first, track("video"))).mockResolvedValueOnce(stream(second));
    await media.open();
    first.onended?.();
    await vi.waitFor(() => expect(onTrack).toHaveBeenLastCalledWith("voice", second));
  });

  it("stops sharing when the browser's own button is used, and shares nothing when the question is closed", async () => {
    const screen = track("video");
    getDisplayMedia.mockResolvedValueOnce(stream(screen)).mockRejectedValueOnce(new DOMException("", "NotAllowedError"));
    expect(await media.shareScreen()).toBe(true);
    screen.onended?.();
    expect(media.presence.screen).toBe(false);
    expect(await media.shareScreen()).toBe(false);
  });

  it("opens again as it was left: muted, and without the camera that was off", async () => {
    const [first, again] = [track("audio"), track("audio")];
    getUserMedia.mockResolvedValueOnce(stream(first, track("video"))).mockResolvedValueOnce(stream(again));
    await media.open();
    media.setMuted(true);
    await media.setCameraOn(false);
    media.close();
    expect(onTrack).toHaveBeenLastCalledWith("screen", null);
    await media.open();
    expect(getUserMedia).toHaveBeenLastCalledWith({ audio: expect.anything() });
    expect(again.enabled).toBe(false);
    expect(media.presence).toEqual({ voice: false, camera: false, screen: false });
  });

  it("takes no device that the browser hands over after everything was released", async () => {
    const late = [track("audio"), track("video")];
    let hand: (given: unknown) => void = () => undefined;
    getUserMedia.mockReturnValueOnce(new Promise((resolve) => (hand = resolve)));
    const opening = media.open();
    media.close();
    onTrack.mockClear();
    hand(stream(...late));
    await opening;
    expect(late.map((each) => each.readyState)).toEqual(["ended", "ended"]);
    expect(onTrack).not.toHaveBeenCalled();
  });

  it("releases everything at the end", async () => {
    const tracks = [track("audio"), track("video")];
    getUserMedia.mockResolvedValueOnce(stream(...tracks));
    await media.open();
    media.close();
    expect(tracks.map((t) => t.readyState)).toEqual(["ended", "ended"]);
  });
});

describe("troubleOf", () => {
  it.each([
    ["NotAllowedError", "denied"],
    ["NotFoundError", "missing"],
    ["NotReadableError", "busy"],
    ["TypeError", "unsupported"],
  ])("reads %s as %s", (name, trouble) => {
    expect(troubleOf({ name })).toBe(trouble);
  });
});
