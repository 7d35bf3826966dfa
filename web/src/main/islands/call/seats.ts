/** Who sits in a call, and what the server answers to somebody who sits down. */
import type { Line } from "./call-client";

export interface Seat {
  readonly id: string;
  readonly epoch: number;
  readonly part: "patient" | "clinician" | "guest";
  readonly name: string;
  /** As what a guest sits there. */
  readonly guest?: "family" | "clinician" | "interpreter";
  /** Of an interpreter: an ISO 639 code. */
  readonly language?: string;
  /** Since when they want to speak. */
  readonly handRaisedAt?: string;
}

/** The answer to taking a seat: who is already there, on which rung of the ladder the call stands, and the credential for it. */
export interface Joined {
  readonly seat: Seat;
  readonly others: readonly Seat[];
  readonly rung: number;
  readonly line: Line;
}

export interface Renewed {
  readonly rung: number;
  readonly line: Line;
}

const ASKS_THOSE_BEFORE: readonly Seat["part"][] = ["clinician", "patient", "guest"];

/** Of two, one makes new connections and the polite one asks for them: a guest asks the patient, both ask the clinician, else the later seat the earlier. */
export function isPolite(mine: Seat, other: Seat): boolean {
  return mine.part === other.part ? mine.id > other.id : ASKS_THOSE_BEFORE.indexOf(mine.part) > ASKS_THOSE_BEFORE.indexOf(other.part);
}
