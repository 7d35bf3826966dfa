/** Recording: the question to everybody, what everybody sees of it, and on the doctor's page the recorder. */
import type { Feature, Room } from "../call/room";
import { RequestRefused } from "../media/server";
import { type Part, type PartAnswer, PartQueue } from "./part-queue";
import type { Recorder } from "./recorder";

interface Standing {
  readonly state: "not-allowed" | "off" | "asking" | "running" | "paused" | "stopped";
  readonly id: string | null;
  readonly consented: boolean;
  readonly parts: number;
  readonly reason: "refused" | "withdrawn" | "by-clinician" | "visit-over" | null;
  /** Who records this line: the doctor's browser, or the service that carries the call. */
  readonly recorder: "browser" | "service";
}

export function recordingFeature(room: Room): Feature {
  return new RecordingFeature(room);
}

class RecordingFeature implements Feature {
  readonly #room: Room;
  readonly #question: HTMLDialogElement | null;
  readonly #voices = new Map<string, MediaStreamTrack | null>();
  #standing: Standing | undefined;
  #recorder: Recorder | undefined;
  #queue: PartQueue | undefined;
  #of: string | undefined;
  /** The recording that this browser has given up. */
  #givenUp: string | undefined;
  #segment = 0;
  #hosted = false;

  readonly acts: Readonly<Record<string, () => void>>;

  constructor(room: Room) {
    this.#room = room;
    this.#question = room.page.root.querySelector<HTMLDialogElement>("[data-recording-question]");
    this.acts = {
      record: () => this.#question?.showModal(),
      askRecording: () => void this.#do("recording", { wording: this.#wording }),
      closeRecording: () => this.#question?.close(),
      stopRecording: () => {
        this.#recorder?.pause();
        void this.#do("recording/end");
      },
      consentRecording: () => void this.#do("recording/consent", { given: true, wording: this.#wording }),
      refuseRecording: () => void this.#do("recording/consent", { given: false, wording: this.#wording }),
      withdrawRecording: () => void this.#do("recording/consent", { given: false, wording: this.#wording }),
    };
  }

  onPhase(phase: string): void {
    if (phase === "inside") void this.#look();
    else this.#outside();
  }

  /** The vendor's own player gives this browser no sound to record. */
  onLine(line: { readonly kind: string }): void {
    this.#hosted = line.kind === "hosted" || line.kind === "telephone";
    this.#draw();
    void this.#look();
  }

  /** Held until the server says that this person has consented too. */
  onSeat(): void {
    if (!this.#recorder) return;
    this.#recorder.pause();
    void this.#look();
  }

  onGone(seat: { readonly id: string }): void {
    this.#voice(seat.id, null);
  }

  onTrack(seat: { readonly id: string }, kind: string, track: MediaStreamTrack): void {
    if (kind === "voice") this.#voice(seat.id, track);
  }

  onOwnTrack(kind: string, track: MediaStreamTrack | null): void {
    if (kind === "voice") this.#voice("own", track);
  }

  onNews(event: { readonly kind: string; readonly data: unknown }): void {
    if (event.kind === "recording") void this.#stands(event.data as Standing);
  }

  async onOver(): Promise<void> {
    await this.#end();
  }

  get #wording(): number {
    return Number(this.#question?.dataset["wording"] ?? 0);
  }

  async #look(): Promise<void> {
    const response = await fetch(`/api/visits/${this.#room.visit}/recording`, { headers: { Accept: "application/json" } }).catch(() => undefined);
    if (response?.ok) await this.#stands((await response.json()) as Standing);
  }

  async #do(what: string, body?: unknown): Promise<void> {
    this.#question?.close();
    try {
      await this.#room.post(what, body);
    } catch (problem) {
      if (!(problem instanceof RequestRefused && problem.status === 409)) this.#room.page.say("said.failed");
    }
    await this.#look();
  }

  async #stands(standing: Standing): Promise<void> {
    this.#standing = standing;
    this.#draw();
    if (this.#room.clinician) await this.#record(standing);
  }

  #draw(): void {
    const standing = this.#standing;
    const inside = this.#room.phase === "inside";
    const shown = (name: string, is: boolean): void => {
      const notice = this.#room.page.root.querySelector<HTMLElement>(`[data-recording-when="${name}"]`);
      if (notice && notice.hidden === is) notice.hidden = !is;
    };
    const state = inside ? standing?.state : undefined;
    this.#room.page.root.dataset["recording"] = state ?? "off";
    shown("running", state === "running");
    shown("paused", state === "paused");
    shown("asking", state === "asking");
    shown("stopped", state === "stopped" && standing?.reason !== "refused");
    shown("refused", state === "stopped" && standing?.reason === "refused");
    for (const button of this.#room.page.buttons("record")) {
      button.hidden = !inside || (this.#hosted && standing?.recorder !== "service") || !(state === "off" || state === "stopped");
    }
    this.#ask(state === "asking" || state === "paused");
  }

  /** Who has not answered is asked; the doctor has answered by asking. */
  #ask(open: boolean): void {
    if (this.#room.clinician || !this.#question) return;
    const asked = open && this.#standing?.consented === false;
    if (asked && !this.#question.open) this.#question.showModal();
    if (!asked && this.#question.open) this.#question.close();
  }

  async #record(standing: Standing): Promise<void> {
    if (standing.recorder === "service") return this.#end();
    if (standing.state === "running" && this.#room.phase === "inside" && standing.id) await this.#run(standing.id, standing.parts);
    else if (standing.state === "paused") this.#recorder?.pause();
    else await this.#end();
  }

  async #run(id: string, parts: number): Promise<void> {
    if (this.#recorder && this.#of === id) return this.#recorder.resume();
    if (this.#givenUp === id) return;
    this.#of = id;
    const { canRecord, Recorder } = await import("./recorder");
    if (this.#of !== id || this.#recorder) return;
    if (!canRecord()) {
      this.#givenUp = id;
      this.#show("cannot", true);
      return this.#do("recording/end");
    }
    this.#segment = parts;
    const queue = (this.#queue = new PartQueue(parts, (part) => send(id, part), {
      onWaiting: (waiting) => this.#show("waiting", waiting),
      onOver: () => {
        this.#givenUp = id;
        void this.#end();
      },
    }));
    this.#recorder = new Recorder({
      pictures: () => [...this.#room.page.root.querySelectorAll<HTMLVideoElement>(".vv-room__stage video:not([hidden])")],
      onPart: (content) => queue.add(content, this.#segment),
    });
    for (const [key, track] of this.#voices) this.#recorder.voice(key, track);
    if (this.#standing?.state !== "running") this.#recorder.pause();
  }

  #voice(key: string, track: MediaStreamTrack | null): void {
    if (track) this.#voices.set(key, track);
    else this.#voices.delete(key);
    this.#recorder?.voice(key, track);
  }

  #outside(): void {
    this.#draw();
    void this.#end();
  }

  async #end(): Promise<void> {
    const recorder = this.#recorder;
    this.#recorder = undefined;
    this.#of = undefined;
    await recorder?.stop();
    await this.#queue?.flushed();
  }

  #show(name: string, is: boolean): void {
    const notice = this.#room.page.root.querySelector<HTMLElement>(`[data-recording-when="${name}"]`);
    if (notice) notice.hidden = !is;
  }
}

async function send(recording: string, part: Part): Promise<PartAnswer> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]');
  const response = await fetch(`/api/recordings/${recording}/parts?place=${part.place}&segment=${part.segment}`, {
    method: "POST",
    headers: {
      Accept: "application/json",
      "Content-Type": "application/octet-stream",
      ...(token ? { [token.dataset["header"] ?? "X-CSRF-TOKEN"]: token.content } : {}),
    },
    body: part.content,
  });
  if (response.status === 201) return { kind: "stored" };
  const answer = (await response.json().catch(() => ({}))) as { next?: unknown };
  if (response.status === 409 && typeof answer.next === "number") return { kind: "due", next: answer.next };
  if (response.status >= 500) throw new RequestRefused(response.status);
  return { kind: "over" };
}
