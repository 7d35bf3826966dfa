import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ServiceCaptions } from "../call/call-client";
import type { Seat } from "../call/seats";
import type { Words } from "../call/words";
import { Captions, type Source, type Writing } from "./captions";
import type { Ability, Recognizer, RecognizerListener } from "./device-recognizer";

const DOCTOR: Seat = { id: "d", epoch: 1, part: "clinician", name: "Dr. Ada" };
const PATIENT: Seat = { id: "p", epoch: 1, part: "patient", name: "Pat" };
const VOICE = { id: "voice" } as MediaStreamTrack;

class FakeRecognizer implements Recognizer {
  able: Ability = "ready";
  running: RecognizerListener | undefined;
  starts = 0;
  language = "";
  ability = (): Promise<Ability> => Promise.resolve(this.able);
  prepare = (): Promise<boolean> => {
    this.able = "ready";
    return Promise.resolve(true);
  };
  start = (language: string, _: MediaStreamTrack, listener: RecognizerListener): void => {
    this.starts++;
    this.language = language;
    this.running = listener;
  };
  stop = (): void => {
    this.running = undefined;
  };
}

class FakeService implements ServiceCaptions {
  on: ((seat: Seat, text: string, final: boolean) => void) | undefined;
  refuses = false;
  languages: string[] = [];
  start = (language: string, on: (seat: Seat, text: string, final: boolean) => void): Promise<void> => {
    if (this.refuses) return Promise.reject(new Error("not allowed"));
    this.languages.push(language);
    this.on = on;
    return Promise.resolve();
  };
  stop = (): void => {
    this.on = undefined;
  };
}

/** A page in a call with one other. */
class Page {
  readonly recognizer = new FakeRecognizer();
  readonly shown: Array<[number, string, boolean]> = [];
  readonly said: Words[] = [];
  sources: ReadonlyMap<string, Source> = new Map();
  writing: Writing = "off";
  voice: MediaStreamTrack | null = VOICE;
  language = "en";
  service: ServiceCaptions | undefined;
  other: Page | undefined;
  readonly captions: Captions;

  constructor(readonly seat: Seat) {
    this.captions = new Captions({
      recognizer: this.recognizer,
      say: (words) => {
        this.said.push(words);
        this.other?.captions.hear(this.seat, words);
      },
      others: () => (this.other ? [this.other.seat] : []),
      service: () => this.service,
      language: () => this.language,
      voice: () => this.voice,
      onCaption: (_, line, text, final) => this.shown.push([line, text, final]),
      onSources: (sources) => (this.sources = new Map(sources)),
      onWriting: (writing) => (this.writing = writing),
    });
  }
}

describe("Captions", () => {
  let doctor: Page;
  let patient: Page;
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

  beforeEach(() => {
    vi.useFakeTimers();
    doctor = new Page(DOCTOR);
    patient = new Page(PATIENT);
    doctor.other = patient;
    patient.other = doctor;
  });

  afterEach(() => vi.useRealTimers());

  async function patientReads(): Promise<void> {
    patient.captions.read(true);
    await settle();
  }

  describe("written by the speaker's own device", () => {
    it("begin when somebody asks for them, and the speaker is told", async () => {
      expect(doctor.recognizer.starts).toBe(0);
      await patientReads();
      expect(doctor.recognizer.starts).toBe(1);
      expect(doctor.writing).toBe("on");
      expect(patient.sources.get("d")).toBe("on");
    });

    it("grow while the sentence is spoken, a few times a second", async () => {
      await patientReads();
      for (const text of ["take", "take two", "take two drops"]) doctor.recognizer.running?.onHeard(text, false);
      await vi.advanceTimersByTimeAsync(300);
      doctor.recognizer.running?.onHeard("Take two drops.", true);
      doctor.recognizer.running?.onHeard("Every", false);
      await vi.advanceTimersByTimeAsync(300);
      expect(patient.shown.map(([, text, final]) => [text, final])).toEqual([
        ["take two drops", false],
        ["Take two drops.", true],
        ["Every", false],
      ]);
      const [first, second, third] = patient.shown.map(([line]) => line);
      expect(second).toBe(first);
      expect(third).toBe(first! + 1);
    });

    it("end when nobody reads any more", async () => {
      await patientReads();
      patient.captions.read(false);
      await settle();
      expect(doctor.recognizer.running).toBeUndefined();
      expect(doctor.writing).toBe("off");
    });

    it("end when the reader leaves", async () => {
      await patientReads();
      doctor.captions.gone(PATIENT);
      await settle();
      expect(doctor.recognizer.running).toBeUndefined();
    });

    it("are not written while the speaker is muted, and go on afterwards", async () => {
      await patientReads();
      doctor.voice = null;
      doctor.captions.voiceChanged();
      expect(doctor.recognizer.running).toBeUndefined();
      expect(patient.sources.get("d")).toBe("muted");
      doctor.voice = VOICE;
      doctor.captions.voiceChanged();
      expect(doctor.recognizer.running).toBeDefined();
      expect(patient.sources.get("d")).toBe("on");
    });

    it("can be declined by the speaker, and allowed later", async () => {
      await patientReads();
      doctor.captions.decline();
      await settle();
      expect(doctor.recognizer.running).toBeUndefined();
      expect(patient.sources.get("d")).toBe("declined");
      await doctor.captions.allow();
      expect(patient.sources.get("d")).toBe("on");
    });

    it("wait for the speaker where the browser must fetch something first", async () => {
      doctor.recognizer.able = "downloadable";
      await patientReads();
      expect(doctor.recognizer.starts).toBe(0);
      expect(doctor.writing).toBe("asks");
      expect(patient.sources.get("d")).toBe("asks");
      await doctor.captions.allow();
      expect(patient.sources.get("d")).toBe("on");
    });

    it("are said to be missing where the device cannot, to both", async () => {
      doctor.recognizer.able = "unavailable";
      await patientReads();
      expect(patient.sources.get("d")).toBe("unavailable");
      expect(doctor.writing).toBe("unavailable");
      expect(doctor.recognizer.starts).toBe(0);
    });

    it("are said to be missing when the device gives up", async () => {
      await patientReads();
      doctor.recognizer.running?.onEnd();
      expect(patient.sources.get("d")).toBe("unavailable");
    });

    it("come in the language that the speaker chooses", async () => {
      await patientReads();
      doctor.language = "es";
      doctor.captions.languageChanged();
      await settle();
      expect(doctor.recognizer.language).toBe("es");
      expect(doctor.recognizer.starts).toBe(2);
    });

    it("are asked for again from a page that comes back", async () => {
      await patientReads();
      doctor = new Page({ ...DOCTOR, epoch: 2 });
      doctor.other = patient;
      patient.other = doctor;
      patient.captions.gone(DOCTOR);
      patient.captions.met(doctor.seat);
      await settle();
      expect(doctor.recognizer.starts).toBe(1);
      expect(patient.sources.get("d")).toBe("on");
    });

    it("are not shown to who did not ask, whatever another page sends", () => {
      patient.captions.hear(DOCTOR, { kind: "spoken", line: 1, text: "Buy now", final: true });
      expect(patient.shown).toEqual([]);
    });
  });

  describe("written by the service", () => {
    let service: FakeService;

    beforeEach(() => {
      service = new FakeService();
      patient.service = service;
    });

    it("are asked of the service and of no device", async () => {
      await patientReads();
      expect(service.languages).toEqual(["en"]);
      expect(doctor.recognizer.starts).toBe(0);
      expect(patient.sources.get("d")).toBe("service");
      service.on?.(DOCTOR, "take", false);
      service.on?.(DOCTOR, "Take two.", true);
      service.on?.(DOCTOR, "every", false);
      expect(patient.shown.map(([, text]) => text)).toEqual(["take", "Take two.", "every"]);
      expect(patient.shown[0]![0]).toBe(patient.shown[1]![0]);
      expect(patient.shown[2]![0]).not.toBe(patient.shown[1]![0]);
    });

    it("are said to be missing where the service refuses", async () => {
      service.refuses = true;
      await patientReads();
      expect(patient.sources.get("d")).toBe("refused");
    });

    it("are followed by those of the devices when the call moves to another line", async () => {
      await patientReads();
      patient.service = undefined;
      patient.captions.met(DOCTOR);
      await settle();
      expect(doctor.recognizer.starts).toBe(1);
      expect(patient.sources.get("d")).toBe("on");
    });
  });
});
