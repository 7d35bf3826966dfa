/**
 * The server's time, whatever this device believes: many are minutes off, and some are put right in the middle of a call. What expires
 * is said by the server and measured by its clock.
 */
/** An answer names whole seconds and has travelled. */
const TOLERANCE = 3_000;

export class ServerClock {
  #skew = 0;
  #heard = false;

  /** What the server said its time is, just now. */
  heard(said: string | null | undefined): void {
    const at = Date.parse(said ?? "");
    if (Number.isNaN(at)) return;
    const skew = at - Date.now();
    if (this.#heard && Math.abs(skew - this.#skew) <= TOLERANCE) return;
    this.#heard = true;
    this.#skew = skew;
  }

  now(): number {
    return Date.now() + this.#skew;
  }
}

/** The one that every answer of the server sets. */
export const serverClock = new ServerClock();
