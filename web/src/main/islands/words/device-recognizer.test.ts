import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeviceRecognizer } from "./device-recognizer";

interface Heard {
  readonly text: string;
  readonly final: boolean;
}

/** A browser's recognition. It has the promise to stay on the device unless a test takes it away. */
class FakeRecognition {
  static all: FakeRecognition[] = [];
  static answers: Record<string, string> = {};
  static asked: unknown[] = [];
  static installed: unknown[] = [];
  static available = (wanted: { langs: string[]; processLocally: boolean }): Promise<string> => {
    FakeRecognition.asked.push(wanted);
    return Promise.resolve(FakeRecognition.answers[wanted.langs[0]!] ?? "unavailable");
  };
  static install = (wanted: unknown): Promise<boolean> => {
    FakeRecognition.installed.push(wanted);
    return Promise.resolve(true);
  };

  lang = "";
  continuous = false;
  interimResults = false;
  onresult: ((event: object) => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  onend: (() => void) | null = null;
  /** Whether each start was bound to the device. */
  starts: boolean[] = [];
  voices: unknown[] = [];
  aborted = false;
  #local = false;

  constructor() {
    FakeRecognition.all.push(this);
  }

  get processLocally(): boolean {
    return this.#local;
  }

  set processLocally(local: boolean) {
    this.#local = local;
  }

  start(voice?: unknown): void {
    this.starts.push(this.processLocally);
    this.voices.push(voice);
  }

  abort(): void {
    this.aborted = true;
  }

  hear(...results: Heard[]): void {
    this.onresult?.({ resultIndex: 0, results: results.map(({ text, final }) => Object.assign([{ transcript: text }], { isFinal: final })) });
  }
}

const VOICE = { id: "voice", readyState: "live" } as unknown as MediaStreamTrack;

describe("DeviceRecognizer", () => {
  const heard: Heard[] = [];
  let ends: number;
  const listener = { onHeard: (text: string, final: boolean) => heard.push({ text, final }), onEnd: () => ends++ };

  beforeEach(() => {
    vi.useFakeTimers();
    heard.length = 0;
    ends = 0;
    FakeRecognition.all = [];
    FakeRecognition.asked = [];
    FakeRecognition.installed = [];
    FakeRecognition.answers = { "en-US": "available", "es-ES": "available", "fr-FR": "downloadable" };
  });

  afterEach(() => vi.useRealTimers());

  const recognizer = (scope: object = { SpeechRecognition: FakeRecognition }): DeviceRecognizer => new DeviceRecognizer(scope);

  async function started(): Promise<FakeRecognition> {
    const device = recognizer();
    await device.ability("en");
    device.start("en", VOICE, listener);
    return FakeRecognition.all[0]!;
  }

  describe("lets nothing leave the device", () => {
    it("asks only for what runs on the device", async () => {
      await recognizer().ability("en");
      expect(FakeRecognition.asked).toEqual([{ langs: ["en-US"], processLocally: true, quality: "conversation" }]);
    });

    it("binds every start to the device, also the ones after a pause", async () => {
      const recognition = await started();
      await vi.advanceTimersByTimeAsync(5_000);
      recognition.onend?.();
      expect(recognition.starts).toEqual([true, true]);
    });

    it.each([
      ["no recognition at all", {}],
      ["recognition without the promise", { SpeechRecognition: class { static available = FakeRecognition.available; start(): void {} } }],
      ["recognition that cannot be asked", { SpeechRecognition: class { get processLocally(): boolean { return true; } } }],
      ["only the old, prefixed recognition, which may use a service", { webkitSpeechRecognition: FakeRecognition }],
    ])("counts a browser with %s as unable, and starts nothing in it", async (_, scope) => {
      const device = recognizer(scope);
      expect(await device.ability("en")).toBe("unavailable");
      device.start("en", VOICE, listener);
      expect(ends).toBe(1);
      expect(FakeRecognition.all).toEqual([]);
    });

    it("counts a browser that never answers as unable", async () => {
      class Silent extends FakeRecognition {
        static override available = (): Promise<string> => new Promise(() => {});
      }
      const ability = recognizer({ SpeechRecognition: Silent }).ability("hi");
      await vi.advanceTimersByTimeAsync(5_000);
      expect(await ability).toBe("unavailable");
    });

    it("does not start a recognition that does not keep the promise", async () => {
      class Forgetful extends FakeRecognition {
        override get processLocally(): boolean {
          return false;
        }
        override set processLocally(_: boolean) {
          // ignored
        }
      }
      const device = recognizer({ SpeechRecognition: Forgetful });
      await device.ability("en");
      device.start("en", VOICE, listener);
      expect(FakeRecognition.all[0]?.starts).toEqual([]);
      expect(ends).toBe(1);
    });

    it("starts nothing in a language nobody asked the device about", () => {
      recognizer().start("en", VOICE, listener);
      expect(FakeRecognition.all).toEqual([]);
      expect(ends).toBe(1);
    });
  });

  it("takes the variant of a language that the device has", async () => {
    const device = recognizer();
    expect(await device.ability("es")).toBe("ready");
    device.start("es", VOICE, listener);
    expect(FakeRecognition.all[0]?.lang).toBe("es-ES");
  });

  it("fetches a language only when told to", async () => {
    const device = recognizer();
    expect(await device.ability("fr")).toBe("downloadable");
    expect(FakeRecognition.installed).toEqual([]);
    expect(await device.prepare("fr")).toBe(true);
    expect(FakeRecognition.installed).toEqual([{ langs: ["fr-FR"], processLocally: true, quality: "conversation" }]);
  });

  it("says that it is unable where the browser refuses to be asked", async () => {
    FakeRecognition.answers = {};
    expect(await recognizer().ability("en")).toBe("unavailable");
  });

  it("listens to the microphone as it is sent, and hands on what it hears", async () => {
    const recognition = await started();
    expect(recognition.voices).toEqual([VOICE]);
    recognition.hear({ text: "it hurts", final: false });
    recognition.hear({ text: "It hurts here.", final: true }, { text: " and", final: false });
    expect(heard).toEqual([
      { text: "it hurts", final: false },
      { text: "It hurts here.", final: true },
      { text: "and", final: false },
    ]);
  });

  it("gives up a recognition that ends at once again and again, or whose microphone is gone", async () => {
    const recognition = await started();
    for (let times = 0; times < 3; times++) recognition.onend?.();
    expect(ends).toBe(1);
    expect(recognition.aborted).toBe(true);
  });

  it.each([["no-speech", 0], ["aborted", 0], ["network", 1], ["service-not-allowed", 1], ["language-not-supported", 1]])(
    "after %s ends %i times",
    async (error, times) => {
      const recognition = await started();
      recognition.onerror?.({ error });
      expect(ends).toBe(times);
    },
  );

  it("hears nothing more once stopped", async () => {
    const device = recognizer();
    await device.ability("en");
    device.start("en", VOICE, listener);
    device.stop();
    expect(FakeRecognition.all[0]?.aborted).toBe(true);
    expect(FakeRecognition.all[0]?.onresult).toBeNull();
    expect(ends).toBe(0);
  });
});
