/** What a check found, in the words of our server: `DeviceFindings`. Pure, so that every case can be told. */
import type { DeviceTrouble } from "../media/local-media";

export type Verdict = "PASS" | "WEAK" | "FAIL" | "UNTRIED";
export type Cause =
  | "NONE"
  | "DENIED"
  | "MISSING"
  | "BUSY"
  | "UNSUPPORTED"
  | "SILENT"
  | "NOT_HEARD"
  | "UNREACHABLE"
  | "BLOCKED"
  | "SLOW"
  | "TCP_ONLY";
export type Way = "UDP" | "TCP" | "NONE" | "UNKNOWN";

export interface Finding {
  readonly verdict: Verdict;
  readonly cause: Cause;
}

export interface NetworkFacts {
  /** Over the live connection and back; nothing when it does not answer. */
  readonly roundTripMillis: number | undefined;
  /** Whether two ends in this page find each other at all. */
  readonly connects: boolean;
  readonly relay: "none-configured" | "udp" | "tcp" | "unreachable";
  /** Whether calls may go through the relay only. */
  readonly relayOnly: boolean;
  readonly kilobits: number | undefined;
}

export interface NetworkFinding extends Finding {
  readonly way: Way;
  /** Key of the sentence for the person. */
  readonly says: string;
}

const SLOW_MILLIS = 400;
const NARROW_KILOBITS = 300;

export const UNTRIED: Finding = { verdict: "UNTRIED", cause: "NONE" };
export const PASS: Finding = { verdict: "PASS", cause: "NONE" };

export function ofTrouble(trouble: DeviceTrouble): Finding {
  return { verdict: "FAIL", cause: trouble.toUpperCase() as Cause };
}

export function ofNetwork(facts: NetworkFacts): NetworkFinding {
  const way: Way = { "none-configured": "UNKNOWN", udp: "UDP", tcp: "TCP", unreachable: "NONE" }[facts.relay] as Way;
  const found = (verdict: Verdict, cause: Cause, says: string): NetworkFinding => ({ verdict, cause, way, says: `network.${says}` });
  if (facts.roundTripMillis === undefined) return found("FAIL", "UNREACHABLE", "bad");
  if (!facts.connects || (facts.relay === "unreachable" && facts.relayOnly)) return found("FAIL", "BLOCKED", "blocked");
  if (facts.relay === "unreachable") return found("WEAK", "BLOCKED", "noRelay");
  if (facts.roundTripMillis > SLOW_MILLIS || (facts.kilobits ?? Infinity) < NARROW_KILOBITS) return found("WEAK", "SLOW", "slow");
  if (facts.relay === "tcp") return found("WEAK", "TCP_ONLY", "tcpOnly");
  return found("PASS", "NONE", "good");
}

/** Whether somebody who passed before may go on without a look: same devices, both allowed, and a network that lets calls through. */
export function unchanged(before: string, now: string | undefined, allowed: boolean, network: Finding): boolean {
  return allowed && before === now && network.verdict !== "FAIL";
}
