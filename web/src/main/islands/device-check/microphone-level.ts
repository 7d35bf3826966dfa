/** How loud the microphone is, ten times a second, and the moment a voice was heard. */
interface Ear {
  onLevel(level: number): void;
  onHeard(): void;
}

const EVERY = 100;
const VOICE = 0.04;
const LOUD_MOMENTS = 3;

export class MicrophoneLevel {
  readonly #context: AudioContext;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(track: MediaStreamTrack, ear: Ear) {
    this.#context = new AudioContext();
    const analyser = this.#context.createAnalyser();
    analyser.fftSize = 1024;
    this.#context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let loud = 0;
    this.#timer = setInterval(() => {
      if (this.#context.state === "suspended") void this.#context.resume();
      analyser.getFloatTimeDomainData(samples);
      const level = Math.sqrt(samples.reduce((total, sample) => total + sample * sample, 0) / samples.length);
      ear.onLevel(Math.min(1, level * 4));
      if (level > VOICE && ++loud === LOUD_MOMENTS) ear.onHeard();
    }, EVERY);
  }

  close(): void {
    clearInterval(this.#timer);
    void this.#context.close();
  }
}
