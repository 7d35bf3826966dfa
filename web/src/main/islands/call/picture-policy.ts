/**
 * How much of the picture goes out while the line is thin: decided from what the browser measures, down quickly, up slowly.
 *
 * A line is judged every two seconds. Three bad looks in a row take one step down; what plainly does not fit goes down at once to what
 * does. Up goes one step after ten good looks, as a trial: while little is sent nobody can know how much would fit. A trial that fails
 * doubles the wait before the next, so the picture does not come and go.
 */
export const PICTURE_LEVELS = ["full", "reduced", "low", "sound"] as const;
export type PictureLevel = (typeof PICTURE_LEVELS)[number];

/** What the picture may cost at a level. `sound`: none goes out. */
export interface PictureCost {
  readonly scaleDownBy: number;
  readonly framesPerSecond: number;
  readonly kilobits: number;
}

/** What goes out on one link. `shared`: all that a small tile can show, where everybody sends to three or more. */
export type PictureSent = PictureLevel | "shared";

export const PICTURE_COSTS: Readonly<Record<Exclude<PictureSent, "sound">, PictureCost>> = {
  full: { scaleDownBy: 1, framesPerSecond: 30, kilobits: 1_700 },
  shared: { scaleDownBy: 2, framesPerSecond: 24, kilobits: 500 },
  reduced: { scaleDownBy: 2, framesPerSecond: 15, kilobits: 400 },
  low: { scaleDownBy: 4, framesPerSecond: 8, kilobits: 120 },
};

/** What the person wants. `keep`: all of it, whatever the line does. */
export type PictureChoice = "auto" | "keep" | "sound";

export type Strain = "bandwidth" | "loss" | "delay" | "computer";

/** One look at what goes out. Null: this browser does not measure it. */
export interface SendFacts {
  readonly availableKilobits: number | null;
  readonly lossPerMille: number | null;
  readonly roundTripMillis: number | null;
  readonly limitedBy: "none" | "cpu" | "bandwidth" | "other" | null;
}

/** Below this a level does not fit. */
const FLOOR: Readonly<Record<PictureLevel, number>> = { full: 400, reduced: 200, low: 90, sound: 0 };
const BAD_LOSS = 80;
const GOOD_LOSS = 30;
const TERRIBLE_LOSS = 250;
const BAD_ROUND_TRIP = 800;
const GOOD_ROUND_TRIP = 400;
const BAD_LOOKS = 3;
const TERRIBLE_LOOKS = 2;
const GOOD_LOOKS = 10;
const MOST_GOOD_LOOKS = 80;
/** A line that just came grows for a few seconds before it shows what it can carry. */
const WARM_UP_LOOKS = 5;
const TRIAL_LOOKS = 15;
/** After a step up the browser's estimate follows what is sent. */
const GROWING_LOOKS = 3;

export interface Step {
  readonly level: PictureLevel;
  /** Undefined on the way up. */
  readonly because: Strain | undefined;
}

export class PicturePolicy {
  #level: PictureLevel = "full";
  #looks = 0;
  #bad = 0;
  #terrible = 0;
  #good = 0;
  #wait = GOOD_LOOKS;
  #sinceUp: number | undefined;

  get level(): PictureLevel {
    return this.#level;
  }

  /** Answers a step if one is due. */
  look(facts: SendFacts): Step | undefined {
    this.#looks++;
    if (this.#sinceUp !== undefined && ++this.#sinceUp > TRIAL_LOOKS) {
      this.#sinceUp = undefined;
      this.#wait = GOOD_LOOKS;
    }
    const strain = this.#strain(facts);
    if (strain) return this.#strained(strain, facts);
    this.#bad = this.#terrible = 0;
    this.#good = this.#isCalm(facts) ? this.#good + 1 : 0;
    return this.#good >= this.#wait ? this.#up() : undefined;
  }

  #strained(strain: Strain, facts: SendFacts): Step | undefined {
    this.#good = 0;
    if (this.#looks <= WARM_UP_LOOKS) return undefined;
    this.#bad++;
    this.#terrible = isTerrible(facts) ? this.#terrible + 1 : 0;
    const next = PICTURE_LEVELS[PICTURE_LEVELS.indexOf(this.#level) + 1];
    if (!next || (strain === "computer" && next === "sound")) return undefined;
    if (this.#terrible >= TERRIBLE_LOOKS) return this.#down(lower(next, fitting(facts)), strain);
    return this.#bad >= BAD_LOOKS ? this.#down(next, strain) : undefined;
  }

  #strain({ availableKilobits, lossPerMille, roundTripMillis, limitedBy }: SendFacts): Strain | undefined {
    const grows = this.#sinceUp !== undefined && this.#sinceUp <= GROWING_LOOKS;
    if (!grows && (availableKilobits ?? Infinity) < FLOOR[this.#level]) return "bandwidth";
    if ((lossPerMille ?? 0) > BAD_LOSS) return "loss";
    if ((roundTripMillis ?? 0) > BAD_ROUND_TRIP) return "delay";
    return limitedBy === "cpu" ? "computer" : undefined;
  }

  #isCalm({ lossPerMille, roundTripMillis }: SendFacts): boolean {
    return this.#level !== "full" && (lossPerMille ?? 0) < GOOD_LOSS && (roundTripMillis ?? 0) < GOOD_ROUND_TRIP;
  }

  #down(level: PictureLevel, because: Strain): Step {
    if (this.#sinceUp !== undefined) this.#wait = Math.min(MOST_GOOD_LOOKS, this.#wait * 2);
    this.#sinceUp = undefined;
    this.#bad = this.#terrible = 0;
    this.#level = level;
    return { level, because };
  }

  #up(): Step {
    this.#good = 0;
    this.#sinceUp = 0;
    this.#level = PICTURE_LEVELS[PICTURE_LEVELS.indexOf(this.#level) - 1] ?? "full";
    return { level: this.#level, because: undefined };
  }
}

function isTerrible({ availableKilobits, lossPerMille }: SendFacts): boolean {
  return (availableKilobits ?? Infinity) < FLOOR.low || (lossPerMille ?? 0) > TERRIBLE_LOSS;
}

/** The most that the line carries, by its own estimate. */
function fitting({ availableKilobits }: SendFacts): PictureLevel {
  if (availableKilobits === null) return "full";
  return PICTURE_LEVELS.find((level) => availableKilobits >= FLOOR[level]) ?? "sound";
}

function lower(one: PictureLevel, other: PictureLevel): PictureLevel {
  return PICTURE_LEVELS.indexOf(one) > PICTURE_LEVELS.indexOf(other) ? one : other;
}

/** From here on each of the others has a small tile of us, and our line carries as many pictures. */
const MANY = 3;

export function sentTo(others: number, choice: PictureChoice, level: PictureLevel): PictureSent {
  return level === "full" && choice !== "keep" && others >= MANY ? "shared" : level;
}

/** What goes out: the person's word counts before the line's. */
export function chosen(choice: PictureChoice, measured: PictureLevel): PictureLevel {
  return choice === "keep" ? "full" : choice === "sound" ? "sound" : measured;
}
