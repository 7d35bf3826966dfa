import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ServerClock } from "../media/server-clock";
import type { Pass } from "./acs-client";
import { LineCredential } from "./line-credential";

const SERVER = Date.parse("2026-11-24T17:00:00Z");

describe("LineCredential", () => {
  let clock: ServerClock;
  let pass: Pass;
  let credential: LineCredential;

  beforeEach(() => {
    vi.useFakeTimers();
    clock = new ServerClock();
    pass = { token: "first", expiresAt: "2026-11-24T18:00:00Z" };
    credential = new LineCredential(() => pass, clock);
  });

  afterEach(() => vi.useRealTimers());

  it.each([-10, 0, 10])("lasts as long as the server says on a device that is %i minutes off", async (minutes) => {
    vi.setSystemTime(SERVER + minutes * 60_000);
    clock.heard("2026-11-24T17:00:00Z");
    const { expiresOnTimestamp } = await credential.getToken();
    expect(expiresOnTimestamp - Date.now()).toBe(3_600_000);
  });

  it("is the newest one the page has", async () => {
    expect((await credential.getToken()).token).toBe("first");
    pass = { token: "second", expiresAt: "2026-11-24T18:42:00Z" };
    expect((await credential.getToken()).token).toBe("second");
  });

  it("is nothing after the call", async () => {
    credential.dispose();
    await expect(credential.getToken()).rejects.toThrow("left");
  });
});
