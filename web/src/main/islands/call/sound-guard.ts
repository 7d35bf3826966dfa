/**
 * Notices that sound has been taken away without anybody's doing. When a telephone call comes in on an iPhone, WebKit mutes the
 * microphone and often never gives it back (WebKit bug, aws/amazon-chime-sdk-js #3238): no script can, only a tap that asks for it anew.
 */
export type SoundState = "heard" | "silent" | "lost";

const SILENT_AFTER = 2_000;
const LOST_AFTER = 3_000;

type Watchable = Pick<MediaStreamTrack, "muted" | "readyState" | "addEventListener">;

export class SoundGuard {
  readonly #say: (state: SoundState) => void;
  readonly #plays: () => boolean;
  #own: Watchable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tapped = false;
  #state: SoundState = "heard";

  /** `plays`: whether the others' sound plays where it should. */
  constructor(say: (state: SoundState) => void, plays: () => boolean = () => true) {
    this.#say = (state) => {
      this.#state = state;
      say(state);
    };
    this.#plays = plays;
  }

  /** This page's microphone. The others' sound may stop because they mute or their line is down, which is said elsewhere. */
  watch(track: Watchable): void {
    this.#own = track;
    for (const event of ["mute", "unmute", "ended"]) track.addEventListener(event, () => this.#look());
    this.#look();
  }

  /** The browser refused to play: it wants a tap first. Where a tap did not help the next one will not either. */
  silenced(): void {
    this.#say(this.#tapped ? "lost" : "silent");
  }

  /** The page is seen again, or the system gave the sound back: looks anew. */
  resumed(): void {
    this.#look();
  }

  /** The person has tapped. Where that does not help the telephone does. */
  tapped(): void {
    this.#tapped = true;
    this.#say("heard");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#muted() || !this.#plays()) this.#say("lost");
      else this.#tapped = false;
    }, LOST_AFTER);
  }

  #look(): void {
    clearTimeout(this.#timer);
    if (!this.#muted()) {
      this.#tapped = false;
      // What the browser does not play stays said until it does.
      return this.#plays() || this.#state === "heard" ? this.#say("heard") : undefined;
    }
    this.#timer = setTimeout(() => {
      if (this.#muted()) this.#say(this.#tapped ? "lost" : "silent");
    }, SILENT_AFTER);
  }

  #muted(): boolean {
    return this.#own !== undefined && this.#own.readyState === "live" && this.#own.muted;
  }
}
