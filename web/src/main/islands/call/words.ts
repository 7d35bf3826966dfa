/**
 * What pages in a call tell each other in text: what somebody types, what their device hears them say, and what they would like the
 * others to do. It goes from page to page and is kept nowhere: not by the server, not by the browser.
 *
 * What arrives comes from somebody else's page: nothing is believed that does not have exactly the expected shape and size.
 */
export type CaptionsState = "on" | "unavailable" | "asks" | "declined" | "muted";

export type Words =
  /** The line somebody is typing now, whole each time: what is lost or comes twice does no harm. `step` grows with each one. */
  | { readonly kind: "typing"; readonly line: number; readonly step: number; readonly text: string }
  /** The line is finished. */
  | { readonly kind: "typed"; readonly line: number; readonly step: number; readonly text: string }
  /** What somebody says, as their own device understands it. */
  | { readonly kind: "spoken"; readonly line: number; readonly text: string; readonly final: boolean }
  | { readonly kind: "captions-wanted"; readonly wanted: boolean }
  | { readonly kind: "captions"; readonly state: CaptionsState }
  /** Whether our picture should reach the other page: one on a thin line asks for sound only. */
  | { readonly kind: "picture-wanted"; readonly wanted: boolean };

/** Words on their way over the live connection; see SealedPost. */
export type SealedSignal = { readonly key: string; readonly answer: boolean } | { readonly sealed: string };

export function isSealed(signal: object): signal is SealedSignal {
  return "key" in signal || "sealed" in signal;
}

export const LONGEST_LINE = 500;
const LONGEST_MESSAGE = 4_000;

const STATES: readonly unknown[] = ["on", "unavailable", "asks", "declined", "muted"] satisfies readonly CaptionsState[];

/** Undefined: a page of another version, or one that misbehaves. What it means is unknown, so nothing happens. */
export function wordsOf(message: unknown): Words | undefined {
  if (typeof message !== "string" || message.length > LONGEST_MESSAGE) return undefined;
  let said: Readonly<Record<string, unknown>> | null;
  try {
    said = JSON.parse(message) as Readonly<Record<string, unknown>> | null;
  } catch {
    return undefined;
  }
  if (typeof said !== "object" || said === null) return undefined;
  const { kind, line, step, text, final, wanted, state } = said;
  switch (kind) {
    case "typing":
    case "typed":
      return isCount(line) && isCount(step) && isLine(text) ? { kind, line, step, text } : undefined;
    case "spoken":
      return isCount(line) && isLine(text) && typeof final === "boolean" ? { kind, line, text, final } : undefined;
    case "captions-wanted":
    case "picture-wanted":
      return typeof wanted === "boolean" ? { kind, wanted } : undefined;
    case "captions":
      return STATES.includes(state) ? { kind, state: state as CaptionsState } : undefined;
    default:
      return undefined;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isLine(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_LINE;
}
