/**
 * Turns this person's own voice into text on this device, and nowhere else. What a patient says must not reach a speech service, so
 * nothing is ever started that is not bound to the device: browsers that know no such promise count as unable.
 */
export type Ability = "ready" | "downloadable" | "unavailable";

export interface Recognizer {
  ability(language: string): Promise<Ability>;
  /** Fetches what the browser needs for this language from its maker; no sound leaves. */
  prepare(language: string): Promise<boolean>;
  start(language: string, voice: MediaStreamTrack, listener: RecognizerListener): void;
  stop(): void;
}

export interface RecognizerListener {
  onHeard(text: string, final: boolean): void;
  /** It cannot go on. */
  onEnd(): void;
}

interface Recognition {
  processLocally: boolean;
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: RecognitionEvent) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(track?: MediaStreamTrack): void;
  abort(): void;
}

interface RecognitionEvent {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

interface Wanted {
  readonly langs: readonly string[];
  readonly processLocally: true;
  readonly quality: "conversation";
}

interface Recognitions {
  new (): Recognition;
  readonly prototype: Recognition;
  available?(wanted: Wanted): Promise<string>;
  install?(wanted: Wanted): Promise<boolean>;
}

/** Which variants of a language a browser may have, the most fitting first. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  en: ["en-US"],
  es: ["es-US", "es-MX", "es-ES"],
  fr: ["fr-FR"],
  de: ["de-DE"],
  it: ["it-IT"],
  pt: ["pt-BR"],
  vi: ["vi-VN"],
  zh: ["cmn-Hans-CN", "zh-CN"],
  ko: ["ko-KR"],
  ja: ["ja-JP"],
  hi: ["hi-IN"],
};

/** People pause; the browser then ends, and is asked to go on. One that ends at once again and again is broken. */
const MOST_SUDDEN_ENDS = 3;
const SUDDEN = 1_000;
/** Some browsers have the question and nobody who answers it. */
const ANSWERS_WITHIN = 5_000;
const HARMLESS: readonly string[] = ["no-speech", "aborted"];

export function variantsOf(language: string): readonly string[] {
  return VARIANTS[language] ?? [language];
}

export class DeviceRecognizer implements Recognizer {
  readonly #recognitions: Recognitions | undefined;
  readonly #variants = new Map<string, string>();
  #stop: (() => void) | undefined;

  constructor(scope: object = globalThis) {
    const found = (scope as { SpeechRecognition?: Recognitions }).SpeechRecognition;
    const promises = found && typeof found.available === "function" && "processLocally" in found.prototype;
    this.#recognitions = promises ? found : undefined;
  }

  async ability(language: string): Promise<Ability> {
    let downloadable = false;
    for (const variant of variantsOf(language)) {
      const answer = await this.#available(variant);
      if (answer === "available" || answer === "downloadable" || answer === "downloading") {
        if (answer === "available" || !downloadable) this.#variants.set(language, variant);
        if (answer === "available") return "ready";
        downloadable = true;
      }
    }
    return downloadable && this.#recognitions?.install ? "downloadable" : "unavailable";
  }

  async prepare(language: string): Promise<boolean> {
    const variant = this.#variants.get(language);
    if (!variant || !this.#recognitions?.install) return false;
    try {
      return await this.#recognitions.install(wanted(variant));
    } catch {
      return false;
    }
  }

  start(language: string, voice: MediaStreamTrack, listener: RecognizerListener): void {
    this.stop();
    const variant = this.#variants.get(language);
    if (!this.#recognitions || !variant) return listener.onEnd();
    let suddenEnds = 0;
    let startedAt = 0;
    const recognition = new this.#recognitions();
    recognition.processLocally = true;
    recognition.lang = variant;
    recognition.continuous = true;
    recognition.interimResults = true;
    const end = (): void => {
      this.stop();
      listener.onEnd();
    };
    const go = (): void => {
      // Read back from the browser: it alone knows whether it will keep the promise.
      if (!recognition.processLocally) return end();
      startedAt = Date.now();
      try {
        recognition.start(voice);
      } catch {
        end();
      }
    };
    recognition.onresult = (event) => hand(event, listener);
    recognition.onerror = ({ error }) => {
      if (!HARMLESS.includes(error)) end();
    };
    recognition.onend = () => {
      suddenEnds = Date.now() - startedAt < SUDDEN ? suddenEnds + 1 : 0;
      if (suddenEnds >= MOST_SUDDEN_ENDS || voice.readyState === "ended") end();
      else go();
    };
    this.#stop = () => {
      recognition.onresult = recognition.onerror = recognition.onend = null;
      recognition.abort();
    };
    go();
  }

  stop(): void {
    const stop = this.#stop;
    this.#stop = undefined;
    stop?.();
  }

  async #available(variant: string): Promise<string> {
    const available = this.#recognitions?.available?.bind(this.#recognitions);
    if (!available) return "unavailable";
    let patience: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<string>((resolve) => {
      patience = setTimeout(() => resolve("unavailable"), ANSWERS_WITHIN);
    });
    try {
      return await Promise.race([available(wanted(variant)), silence]);
    } catch {
      return "unavailable";
    } finally {
      clearTimeout(patience);
    }
  }
}

function wanted(variant: string): Wanted {
  return { langs: [variant], processLocally: true, quality: "conversation" };
}

function hand(event: RecognitionEvent, listener: RecognizerListener): void {
  let open = "";
  for (let index = event.resultIndex; index < event.results.length; index++) {
    const result = event.results[index];
    const text = result?.[0]?.transcript ?? "";
    if (result?.isFinal) listener.onHeard(text.trim(), true);
    else open += text;
  }
  if (open.trim() !== "") listener.onHeard(open.trim(), false);
}
