import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OFFER_AFTER, Patience } from "./patience";

describe("Patience", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("offers the telephone within thirty seconds of the first failure, whatever fails after it", () => {
    const offer = vi.fn();
    const patience = new Patience(offer);
    for (let second = 0; second < 30; second++) {
      patience.failed();
      vi.advanceTimersByTime(1_000);
    }
    expect(offer).toHaveBeenCalledOnce();
    expect(OFFER_AFTER).toBeLessThan(30_000);
  });

  it("offers nothing once it works", () => {
    const offer = vi.fn();
    const patience = new Patience(offer);
    patience.failed();
    vi.advanceTimersByTime(OFFER_AFTER - 1);
    patience.works();
    vi.advanceTimersByTime(OFFER_AFTER);
    expect(offer).not.toHaveBeenCalled();
  });

  it("waits anew for a failure after that", () => {
    const offer = vi.fn();
    const patience = new Patience(offer);
    patience.failed();
    patience.works();
    patience.failed();
    vi.advanceTimersByTime(OFFER_AFTER);
    expect(offer).toHaveBeenCalledOnce();
  });
});
