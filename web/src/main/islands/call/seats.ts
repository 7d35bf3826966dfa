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

const GIVES_WAY: readonly Seat["part"][] = ["clinician", "patient", "guest"];

/** When both sides speak at once, one gives way: a guest to the patient, both to the clinician, else the later seat to the earlier. */
export function isPolite(mine: Seat, other: Seat): boolean {
  return mine.part === other.part ? mine.id > other.id : GIVES_WAY.indexOf(mine.part) > GIVES_WAY.indexOf(other.part);
}
