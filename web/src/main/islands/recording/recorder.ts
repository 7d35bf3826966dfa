/**
 * Records what the doctor's page shows and plays: the pictures on one canvas, the voices mixed. One file for all, so that what is played
 * later is what was seen; somebody who leaves or comes back does not end it.
 */
export interface Sources {
  /** The videos that are shown now. */
  pictures(): readonly HTMLVideoElement[];
  onPart(content: Blob): void;
}

const TYPE = "video/webm;codecs=vp8,opus";
const WIDTH = 1280;
const HEIGHT = 720;
const FRAMES = 12;
const PART_EVERY = 3_000;
const BITS = 1_000_000;

export function canRecord(): boolean {
  return (
    typeof MediaRecorder !== "undefined" &&
    MediaRecorder.isTypeSupported(TYPE) &&
    "captureStream" in HTMLCanvasElement.prototype &&
    typeof AudioContext !== "undefined"
  );
}

export class Recorder {
  readonly #sources: Sources;
  readonly #canvas = document.createElement("canvas");
  readonly #audio = new AudioContext();
  readonly #mix = this.#audio.createMediaStreamDestination();
  readonly #voices = new Map<string, MediaStreamAudioSourceNode>();
  readonly #recorder: MediaRecorder;
  readonly #drawing: ReturnType<typeof setInterval>;

  constructor(sources: Sources) {
    this.#sources = sources;
    this.#canvas.width = WIDTH;
    this.#canvas.height = HEIGHT;
    this.#draw();
    const stream = new MediaStream([...this.#canvas.captureStream(FRAMES).getVideoTracks(), ...this.#mix.stream.getAudioTracks()]);
    this.#recorder = new MediaRecorder(stream, { mimeType: TYPE, videoBitsPerSecond: BITS });
    this.#recorder.addEventListener("dataavailable", (event) => this.#sources.onPart(event.data));
    this.#drawing = setInterval(() => this.#draw(), 1_000 / FRAMES);
    void this.#audio.resume();
    this.#recorder.start(PART_EVERY);
  }

  /** One voice for each key: a new one takes the place of the old. */
  voice(key: string, track: MediaStreamTrack | null): void {
    this.#voices.get(key)?.disconnect();
    this.#voices.delete(key);
    if (!track) return;
    const source = this.#audio.createMediaStreamSource(new MediaStream([track]));
    source.connect(this.#mix);
    this.#voices.set(key, source);
  }

  /** At once; what was recorded until now is handed on. */
  pause(): void {
    if (this.#recorder.state !== "recording") return;
    this.#recorder.pause();
    this.#recorder.requestData();
  }

  resume(): void {
    if (this.#recorder.state === "paused") this.#recorder.resume();
  }

  /** Resolves when the last part has been handed on. */
  stop(): Promise<void> {
    clearInterval(this.#drawing);
    if (this.#recorder.state === "inactive") return Promise.resolve();
    return new Promise((done) => {
      this.#recorder.addEventListener("stop", () => {
        void this.#audio.close();
        done();
      });
      this.#recorder.stop();
    });
  }

  #draw(): void {
    const pen = this.#canvas.getContext("2d");
    if (!pen) return;
    pen.fillStyle = "#000";
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    const pictures = this.#sources.pictures().filter((video) => video.videoWidth > 0);
    const columns = Math.ceil(Math.sqrt(pictures.length));
    const rows = Math.ceil(pictures.length / Math.max(columns, 1));
    pictures.forEach((video, place) => {
      const width = WIDTH / columns;
      const height = HEIGHT / rows;
      const scale = Math.min(width / video.videoWidth, height / video.videoHeight);
      const w = video.videoWidth * scale;
      const h = video.videoHeight * scale;
      pen.drawImage(video, (place % columns) * width + (width - w) / 2, Math.floor(place / columns) * height + (height - h) / 2, w, h);
    });
  }
}
