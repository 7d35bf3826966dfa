import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClientHost, Trouble } from "../call/call-client";
import type { Presence, TrackKind, Tracks } from "../call/connection";
import type { LinkState } from "../call/peer-link";
import type { Seat } from "../call/seats";
import { AcsClient, type HostedLine, type Pass, type Sdk, spokenIn } from "./acs-client";

const LINE: HostedLine = { kind: "hosted", room: "99", identity: "8:acs:x", token: "first", expiresAt: "2026-11-24T18:00:00Z" };
const DOCTOR: Seat = { id: "d", epoch: 1, part: "clinician", name: "Dr. Ada" };
const PATIENT: Seat = { id: "p", epoch: 1, part: "patient", name: "Pat" };
const ON: Presence = { voice: true, camera: true, screen: false };
const NOTHING = { voice: null, camera: null, screen: null };

type Listener = (event?: unknown) => void;

class Speaking {
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  say(event: string, data?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(data);
  }
}

class FakeStream extends Speaking {
  isAvailable = false;
  constructor(readonly mediaStreamType = "Video") {
    super();
  }
  getMediaStream = (): Promise<unknown> => Promise.resolve({ getVideoTracks: () => [{ id: `track of ${this.mediaStreamType}` }] });
}

class FakeTrack {
  enabled = true;
  readyState = "live";
  readonly copies: FakeTrack[] = [];

  clone(): FakeTrack {
    const copy = new FakeTrack();
    this.copies.push(copy);
    return copy;
  }

  stop(): void {
    this.readyState = "ended";
  }
}

class FakeParticipant extends Speaking {
  state = "Connected";
  isMuted = false;
  videoStreams: FakeStream[] = [];
  constructor(readonly displayName: string) {
    super();
  }
}

class FakeCaptions extends Speaking {
  isCaptionsFeatureActive = false;
  supportedSpokenLanguages = ["de-de", "en-us", "es-es", "es-mx"];
  startCaptions = vi.fn((_: { spokenLanguage: string }) => Promise.resolve());
  stopCaptions = vi.fn(() => Promise.resolve());
  setSpokenLanguage = vi.fn((_: string) => Promise.resolve());
  off = vi.fn();

  speak(who: string, spokenText: string, resultType: "Partial" | "Final"): void {
    this.say("CaptionsReceived", { speaker: { displayName: who }, spokenText, resultType });
  }
}

class FakeCall extends Speaking {
  state = "Connecting";
  isMuted = false;
  remoteParticipants: FakeParticipant[] = [];
  hangUp = vi.fn(() => Promise.resolve());
  mute = vi.fn(() => Promise.resolve());
  unmute = vi.fn(() => Promise.resolve());

  become(state: string): void {
    this.state = state;
    this.say("stateChanged");
  }
}

describe("AcsClient", () => {
  let call: FakeCall;
  let captions: FakeCaptions;
  let client: AcsClient;
  let joined: unknown[];
  let pass: () => Pass;
  let displayName: string;
  const troubles: Trouble[] = [];
  const states: LinkState[] = [];
  const tracks: Array<[string, TrackKind]> = [];
  const heard: Presence[] = [];
  const gone: string[] = [];
  let refuse: boolean;

  beforeEach(() => {
    vi.useFakeTimers();
    call = new FakeCall();
    captions = new FakeCaptions();
    joined = [];
    refuse = false;
    for (const list of [troubles, states, tracks, heard, gone]) list.length = 0;
    const host: ClientHost = {
      send: () => undefined,
      onSeat: () => undefined,
      onGone: (seat) => gone.push(seat.id),
      onTrack: (seat, kind) => tracks.push([seat.id, kind]),
      onState: (_, state) => states.push(state),
      onPresence: (_, presence) => heard.push(presence),
      onWords: () => undefined,
      onTrouble: (trouble) => troubles.push(trouble),
    };
    const sdk = {
      agent: (fresh: () => Pass, name: string) => {
        if (refuse) return Promise.reject(new Error("44114"));
        pass = fresh;
        displayName = name;
        const agent = { join: (...settings: unknown[]) => (joined.push(...settings), call), dispose: () => Promise.resolve() };
        return Promise.resolve({ agent, credential: { dispose: () => undefined } });
      },
      voice: () => ({}),
      picture: () => ({}),
      captions: () => captions,
    } as unknown as Sdk;
    client = new AcsClient(LINE, host, sdk);
  });

  afterEach(() => {
    client.close();
    vi.useRealTimers();
  });

  const start = async (others: Seat[] = [PATIENT]): Promise<void> => {
    client.start(DOCTOR, others, NOTHING, ON);
    await vi.advanceTimersByTimeAsync(0);
  };

  it("joins the room under the id of the seat: the service learns no name", async () => {
    await start();
    expect(displayName).toBe("d");
    expect(joined[0]).toEqual({ roomId: "99" });
    expect(JSON.stringify(joined)).not.toContain("Ada");
  });

  it("lends the SDK copies of the devices' tracks and ends those alone", async () => {
    const devices = { voice: new FakeTrack(), camera: new FakeTrack(), screen: null };
    client.start(DOCTOR, [PATIENT], devices as unknown as Tracks, ON);
    await vi.advanceTimersByTimeAsync(0);
    const [voice, camera] = [devices.voice.copies[0], devices.camera.copies[0]];
    expect([voice?.readyState, camera?.readyState]).toEqual(["live", "live"]);

    client.setTrack("camera", null);
    expect(camera?.readyState).toBe("ended");
    client.close();

    expect(voice?.readyState).toBe("ended");
    expect([devices.voice.readyState, devices.camera.readyState]).toEqual(["live", "live"]);
  });

  it("sends no sound of somebody who mutes while the room is being joined", async () => {
    const devices = { voice: new FakeTrack(), camera: null, screen: null };
    client.start(DOCTOR, [PATIENT], devices as unknown as Tracks, ON);
    await vi.advanceTimersByTimeAsync(0);
    client.setPresence({ ...ON, voice: false });
    expect(devices.voice.copies[0]?.enabled).toBe(false);
  });

  it("shows who is there, and their picture when it comes", async () => {
    const stream = new FakeStream();
    const pat = new FakeParticipant("p");
    pat.videoStreams = [stream];
    call.remoteParticipants = [pat];
    await start();
    expect(states).toEqual(["connected"]);
    expect(tracks).toEqual([]);
    stream.isAvailable = true;
    stream.say("isAvailableChanged");
    await vi.advanceTimersByTimeAsync(0);
    expect(tracks).toEqual([["p", "camera"]]);
    expect(heard.at(-1)).toEqual({ voice: true, camera: true, screen: false });
  });

  it("finds the seat of somebody who was in the room before we heard of it", async () => {
    call.remoteParticipants = [new FakeParticipant("p")];
    await start([]);
    expect(states).toEqual([]);
    client.met(PATIENT);
    expect(states).toEqual(["connected"]);
  });

  it("shows no stranger", async () => {
    await start();
    call.say("remoteParticipantsUpdated", { added: [new FakeParticipant("somebody else")], removed: [] });
    expect(states).toEqual([]);
  });

  it("says when it cannot get in", async () => {
    refuse = true;
    vi.spyOn(console, "warn").mockReturnValue();
    await start();
    expect(troubles).toEqual(["not-joined"]);
  });

  it("says when the room does not answer", async () => {
    await start();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(troubles).toEqual(["not-joined"]);
  });

  it("says when the service ends the call, or does not bring it back", async () => {
    await start();
    call.become("Connected");
    call.become("Connecting");
    await vi.advanceTimersByTimeAsync(3_000);
    expect(troubles).toEqual(["media-lost"]);
    call.become("Disconnected");
    expect(troubles).toHaveLength(2);
  });

  it("is content when the service brings it back", async () => {
    await start();
    call.become("Connected");
    call.become("Connecting");
    await vi.advanceTimersByTimeAsync(1_000);
    call.become("Connected");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(troubles).toEqual([]);
  });

  it("leaves without waiting for the service", async () => {
    await start();
    call.hangUp.mockReturnValue(new Promise(() => undefined));
    client.close();
    call.become("Disconnected");
    expect(troubles).toEqual([]);
  });

  it("hangs up after the page has shown that the person left: the SDK may keep it busy", async () => {
    await start();
    client.close();
    await Promise.resolve();
    expect(call.hangUp).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(call.hangUp).toHaveBeenCalledOnce();
  });

  describe("has captions of the service", () => {
    const shown: Array<[string, string, boolean]> = [];
    const read = (language = "en"): Promise<void> =>
      client.captions.start(language, (seat, text, final) => shown.push([seat.id, text, final]));

    beforeEach(() => (shown.length = 0));

    it("asked for once it is connected, and says who spoke", async () => {
      await start();
      const begun = read();
      expect(captions.startCaptions).not.toHaveBeenCalled();
      call.become("Connected");
      await begun;
      expect(captions.startCaptions).toHaveBeenCalledExactlyOnceWith({ spokenLanguage: "en-us" });
      captions.speak("p", "it hurts", "Partial");
      captions.speak("p", "It hurts.", "Final");
      expect(shown).toEqual([["p", "it hurts", false], ["p", "It hurts.", true]]);
    });

    it("not of oneself, nor of strangers", async () => {
      await start();
      call.become("Connected");
      await read();
      captions.speak("d", "Hello", "Final");
      captions.speak("somebody", "Hello", "Final");
      expect(shown).toEqual([]);
    });

    it("that follow the language where somebody began before", async () => {
      captions.isCaptionsFeatureActive = true;
      await start();
      call.become("Connected");
      await read("de");
      expect(captions.setSpokenLanguage).toHaveBeenCalledExactlyOnceWith("de-de");
      expect(captions.startCaptions).not.toHaveBeenCalled();
    });

    it("that may be refused", async () => {
      captions.startCaptions.mockRejectedValue(new Error("not allowed"));
      await start();
      call.become("Connected");
      await expect(read()).rejects.toThrow("not allowed");
    });

    it("that end", async () => {
      await start();
      call.become("Connected");
      await read();
      client.captions.stop();
      expect(captions.stopCaptions).toHaveBeenCalledOnce();
      captions.speak("p", "Hello", "Final");
      expect(shown).toEqual([]);
    });

    it.each([["en", "en-us"], ["es", "es-es"], ["de", "de-de"], ["hi", "hi"]])("in the service's own word for %s", (language, tag) => {
      expect(spokenIn(language, ["de-de", "en-gb", "en-us", "es-es", "es-mx"])).toBe(tag);
    });
  });

  it("hands a fresh token to the SDK", async () => {
    await start();
    client.renew({ ...LINE, token: "second" });
    expect(pass()).toMatchObject({ token: "second", expiresAt: LINE.expiresAt });
  });

  it("lets a seat go when it was left", async () => {
    await start();
    client.parted({ id: "p", epoch: 0 });
    expect(gone).toEqual([]);
    client.parted({ id: "p", epoch: 1 });
    expect(gone).toEqual(["p"]);
  });
});
