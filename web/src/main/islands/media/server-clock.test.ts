import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ServerClock } from "./server-clock";

const AT = Date.parse("2026-11-24T17:00:00Z");

describe("ServerClock", () => {
  let clock: ServerClock;

  beforeEach(() => {
    vi.useFakeTimers();
    clock = new ServerClock();
  });

  afterEach(() => vi.useRealTimers());

  it.each([-600_000, 0, 600_000])("goes by the server where the device is %i ms off", (off) => {
    vi.setSystemTime(AT + off);
    clock.heard("2026-11-24T17:00:00Z");
    vi.advanceTimersByTime(60_000);
    expect(clock.now()).toBe(AT + 60_000);
  });

  it("stays right when the device's clock is put right in the middle of a call", () => {
    vi.setSystemTime(AT + 600_000);
    clock.heard("2026-11-24T17:00:00Z");
    vi.setSystemTime(AT + 10_000);
    clock.heard("Tue, 24 Nov 2026 17:00:10 GMT");
    expect(clock.now()).toBe(AT + 10_000);
  });

  it("does not jump about with the whole seconds of an answer", () => {
    vi.setSystemTime(AT);
    clock.heard("2026-11-24T17:00:00.400Z");
    clock.heard("Tue, 24 Nov 2026 16:59:58 GMT");
    expect(clock.now()).toBe(AT + 400);
  });

  it.each([null, undefined, "", "soon"])("keeps what it knows when it hears %s", (nothing) => {
    vi.setSystemTime(AT);
    clock.heard("2026-11-24T17:10:00Z");
    clock.heard(nothing);
    expect(clock.now()).toBe(AT + 600_000);
  });
});
