/**
 * The token of the line as the SDK asks for it. The SDK's own credential keeps a token until it runs out by this device's clock: ten
 * minutes slow, and it goes on with one that the service refuses; fast, and it finds a good one expired. Ours answers the newest that
 * the page has, and how long it lasts by the server's clock.
 */
import type { CommunicationTokenCredential } from "@azure/communication-common";
import { type ServerClock, serverClock } from "../media/server-clock";
import type { Pass } from "./acs-client";

export class LineCredential implements CommunicationTokenCredential {
  readonly #pass: () => Pass;
  readonly #clock: ServerClock;
  #disposed = false;

  constructor(pass: () => Pass, clock: ServerClock = serverClock) {
    this.#pass = pass;
    this.#clock = clock;
  }

  getToken(): Promise<{ token: string; expiresOnTimestamp: number }> {
    if (this.#disposed) return Promise.reject(new Error("The call was left"));
    const { token, expiresAt } = this.#pass();
    return Promise.resolve({ token, expiresOnTimestamp: Date.now() + Date.parse(expiresAt) - this.#clock.now() });
  }

  dispose(): void {
    this.#disposed = true;
  }
}
