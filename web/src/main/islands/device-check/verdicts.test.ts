import { describe, expect, it } from "vitest";
import { type NetworkFacts, PASS, ofNetwork, ofTrouble, unchanged } from "./verdicts";

const GOOD: NetworkFacts = { roundTripMillis: 40, connects: true, relay: "udp", relayOnly: false, kilobits: 4_000 };

describe("ofNetwork", () => {
  it.each<[string, Partial<NetworkFacts>, string, string, string, string]>([
    ["everything reached", {}, "PASS", "NONE", "UDP", "network.good"],
    ["no relay to try", { relay: "none-configured" }, "PASS", "NONE", "UNKNOWN", "network.good"],
    ["no signalling", { roundTripMillis: undefined }, "FAIL", "UNREACHABLE", "UDP", "network.bad"],
    ["no WebRTC", { connects: false }, "FAIL", "BLOCKED", "UDP", "network.blocked"],
    ["a relay that must be reached and is not", { relay: "unreachable", relayOnly: true }, "FAIL", "BLOCKED", "NONE", "network.blocked"],
    ["a relay that may be missed", { relay: "unreachable" }, "WEAK", "BLOCKED", "NONE", "network.noRelay"],
    ["UDP is closed", { relay: "tcp" }, "WEAK", "TCP_ONLY", "TCP", "network.tcpOnly"],
    ["a long way", { roundTripMillis: 900 }, "WEAK", "SLOW", "UDP", "network.slow"],
    ["a narrow line", { kilobits: 120 }, "WEAK", "SLOW", "UDP", "network.slow"],
    ["nobody measured how much it carries", { kilobits: undefined }, "PASS", "NONE", "UDP", "network.good"],
  ])("%s", (_, facts, verdict, cause, way, says) => {
    expect(ofNetwork({ ...GOOD, ...facts })).toEqual({ verdict, cause, way, says });
  });
});

describe("ofTrouble", () => {
  it("says why a device fails", () => {
    expect(ofTrouble("busy")).toEqual({ verdict: "FAIL", cause: "BUSY" });
  });
});

describe("unchanged", () => {
  const before = "a".repeat(64);

  it("goes on where devices, permissions and network are as before", () => {
    expect(unchanged(before, before, true, PASS)).toBe(true);
  });

  it.each<[string, string | undefined, boolean, "PASS" | "FAIL"]>([
    ["another microphone", "b".repeat(64), true, "PASS"],
    ["devices that cannot be listed", undefined, true, "PASS"],
    ["a permission that is gone", before, false, "PASS"],
    ["a network that lets nothing through", before, true, "FAIL"],
  ])("asks again after %s", (_, now, allowed, verdict) => {
    expect(unchanged(before, now, allowed, { verdict, cause: "NONE" })).toBe(false);
  });
});
