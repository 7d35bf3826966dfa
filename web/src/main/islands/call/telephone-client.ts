/** Nothing goes through the browser: the page says whom to call, and the visit goes on beside it. */
import type { CallClient, Measured } from "./call-client";

export class TelephoneClient implements CallClient {
  readonly links: ReadonlyMap<string, Measured> = new Map();

  start(): void {}
  met(): void {}
  parted(): void {}
  receive(): void {}
  setTrack(): void {}
  setPresence(): void {}
  networkChanged(): void {}
  signallingReturned(): void {}
  renew(): void {}
  close(): void {}
}
