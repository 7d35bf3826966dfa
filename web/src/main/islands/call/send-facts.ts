/** What the browser measured about what goes out on one connection, as far as the picture depends on it. */
import type { SendFacts } from "./picture-policy";

type Stat = Readonly<Record<string, unknown>>;

export function sendFacts(report: Iterable<readonly [string, Stat]>): SendFacts {
  const stats = [...report].map(([, stat]) => stat);
  const transport = stats.find((stat) => stat["type"] === "transport");
  const pair =
    stats.find((stat) => stat["id"] === transport?.["selectedCandidatePairId"]) ??
    stats.find((stat) => stat["type"] === "candidate-pair" && stat["nominated"] === true);
  const available = numberOf(pair?.["availableOutgoingBitrate"]);
  const roundTrip = numberOf(pair?.["currentRoundTripTime"]);
  // Lost on the way out, as the other side counts it.
  const counted = stats.filter((stat) => stat["type"] === "remote-inbound-rtp");
  const pictures = counted.filter((stat) => stat["kind"] === "video");
  // A voice that rests sends too few packets to count what is lost.
  const losses = (pictures.length > 0 ? pictures : counted).map((stat) => numberOf(stat["fractionLost"]));
  const worst = losses.filter((loss) => loss !== null);
  const camera = stats.find((stat) => stat["type"] === "outbound-rtp" && stat["kind"] === "video" && typeof stat["qualityLimitationReason"] === "string");
  return {
    availableKilobits: available === null ? null : Math.round(available / 1_000),
    lossPerMille: worst.length === 0 ? null : Math.round(Math.max(...worst) * 1_000),
    roundTripMillis: roundTrip === null ? null : Math.round(roundTrip * 1_000),
    limitedBy: limitOf(camera?.["qualityLimitationReason"]),
  };
}

function limitOf(reason: unknown): SendFacts["limitedBy"] {
  return reason === "none" || reason === "cpu" || reason === "bandwidth" || reason === "other" ? reason : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
