/** Who sits in a call, and what the server answers to somebody who sits down. */
import type { Line } from "./call-client";

export interface Seat {
  readonly id: string;
  readonly epoch: number;
  readonly part: "patient" | "clinician";
  readonly name: string;
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

/** When both sides speak at once, one gives way: the patient to the clinician, else the later seat to the earlier. */
export function isPolite(mine: Seat, other: Seat): boolean {
  return mine.part === other.part ? mine.id > other.id : mine.part === "patient";
}
