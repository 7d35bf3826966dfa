import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Room } from "../call/room";
import { recordingFeature } from "./recording-feature";

const OFF = { state: "off", id: null, consented: false, parts: 0, reason: null };
const asking = (consented: boolean): object => ({ ...OFF, state: "asking", id: "r", consented });

describe("recordingFeature", () => {
  let posted: { what: string; body: unknown }[];
  let standing: object;
  let said: string[];
  let phase: string;

  const root = (): HTMLElement => document.querySelector<HTMLElement>("main")!;
  const dialog = (): HTMLDialogElement => document.querySelector("dialog")!;
  const shown = (): string[] =>
    [...document.querySelectorAll<HTMLElement>("[data-recording-when]:not([hidden])")].map((notice) => notice.dataset["recordingWhen"] ?? "");
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };

  function feature(clinician: boolean): ReturnType<typeof recordingFeature> {
    return recordingFeature({
      visit: "v",
      clinician,
      get phase() {
        return phase;
      },
      page: {
        root: root(),
        say: (key: string) => said.push(key),
        buttons: (act: string) => [...root().querySelectorAll(`[data-do="${act}"]`)],
      },
      post: async (what: string, body?: unknown) => void posted.push({ what, body }),
    } as unknown as Room);
  }

  async function stands(of: ReturnType<typeof recordingFeature>, state: object): Promise<void> {
    standing = state;
    of.onNews?.({ kind: "recording", data: state } as never);
    await settled();
  }

  beforeEach(() => {
    posted = [];
    said = [];
    phase = "inside";
    standing = OFF;
    document.body.innerHTML = `<main>
      ${["running", "paused", "asking", "stopped", "refused", "cannot", "waiting"].map((when) => `<p data-recording-when="${when}" hidden></p>`).join("")}
      <button data-do="record" hidden></button><dialog data-recording-question data-wording="3"></dialog></main>`;
    dialog().showModal = () => dialog().setAttribute("open", "");
    dialog().close = () => dialog().removeAttribute("open");
    vi.stubGlobal("fetch", async () => new Response(JSON.stringify(standing)));
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("offers nothing where the clinic does not record", async () => {
    const of = feature(true);
    standing = { ...OFF, state: "not-allowed" };
    of.onPhase?.("inside");
    await settled();
    expect(document.querySelector<HTMLElement>("[data-do=record]")!.hidden).toBe(true);
    expect(shown()).toEqual([]);
  });

  it("asks the patient, once, and sends the answer with the wording's version", async () => {
    const of = feature(false);
    await stands(of, asking(false));
    expect(dialog().open).toBe(true);
    expect(shown()).toEqual(["asking"]);

    of.acts?.["consentRecording"]?.();
    await settled();
    expect(posted).toEqual([{ what: "recording/consent", body: { given: true, wording: 3 } }]);
    await stands(of, asking(true));
    expect(dialog().open).toBe(false);
  });

  it("does not ask the doctor, whose asking is the answer", async () => {
    await stands(feature(true), asking(true));
    expect(dialog().open).toBe(false);
  });

  it("asks somebody who comes into a paused recording", async () => {
    await stands(feature(false), { ...OFF, state: "paused", id: "r" });
    expect(dialog().open).toBe(true);
    expect(shown()).toEqual(["paused"]);
  });

  it("closes the question when it was taken back, and says that nothing was recorded", async () => {
    const of = feature(false);
    await stands(of, asking(false));
    await stands(of, { ...OFF, state: "stopped", id: "r", reason: "refused" });
    expect(dialog().open).toBe(false);
    expect(shown()).toEqual(["refused"]);
  });

  it("says to everybody that it runs, and how to stop it", async () => {
    const of = feature(false);
    await stands(of, { ...OFF, state: "running", id: "r", consented: true });
    expect(shown()).toEqual(["running"]);

    of.acts?.["withdrawRecording"]?.();
    await settled();
    expect(posted).toEqual([{ what: "recording/consent", body: { given: false, wording: 3 } }]);
  });

  it("stops at once where the doctor's browser cannot record", async () => {
    const of = feature(true);
    await stands(of, { ...OFF, state: "running", id: "r", consented: true });
    await vi.waitFor(() => expect(posted).toHaveLength(1));
    await stands(of, standing);
    expect(posted).toEqual([{ what: "recording/end", body: undefined }]);
    expect(shown()).toContain("cannot");
  });

  it("has no button on a line whose sound is not ours to mix", async () => {
    const of = feature(true);
    await stands(of, OFF);
    expect(document.querySelector<HTMLElement>("[data-do=record]")!.hidden).toBe(false);
    of.onLine?.({ kind: "hosted" } as never);
    await settled();
    expect(document.querySelector<HTMLElement>("[data-do=record]")!.hidden).toBe(true);
  });

  it("leaves the recording to the service that carries the call, where it records", async () => {
    const of = feature(true);
    standing = { ...OFF, recorder: "service" };
    of.onLine?.({ kind: "hosted" } as never);
    await settled();
    expect(document.querySelector<HTMLElement>("[data-do=record]")!.hidden).toBe(false);

    await stands(of, { ...OFF, state: "running", id: "r", consented: true, recorder: "service" });
    expect(shown()).toEqual(["running"]);
    expect(posted).toEqual([]);
  });
});
