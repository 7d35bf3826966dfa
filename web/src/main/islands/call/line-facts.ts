/**
 * What the browser itself measured about one connection. Nothing here is assumed: "encrypted" is said only where the browser reports a
 * connected DTLS transport with an SRTP cipher.
 */
export interface LineFacts {
  readonly encrypted: boolean;
  readonly cipher: string | null;
  readonly relayed: boolean;
  readonly roundTripMillis: number | null;
  readonly jitterMillis: number | null;
  readonly lossPerMille: number | null;
  readonly receivedKilobits: number | null;
  readonly sentKilobits: number | null;
  readonly framesPerSecond: number | null;
  /** What keeps the picture that is sent below what it could be. */
  readonly limited: "NONE" | "CPU" | "BANDWIDTH" | "OTHER" | null;
  /** How long this computer needed for one picture. */
  readonly encodeMillis: number | null;
}

interface Counters {
  readonly at: number;
  readonly received: number;
  readonly lost: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  readonly encodeSeconds: number;
  readonly encoded: number;
}

type Report = Iterable<readonly [string, Record<string, unknown>]>;

/** Packets from which a share that was lost can be told: while nobody speaks, and no camera is on, five come in a second. */
const ENOUGH = 20;

/** Rates need two looks: keeps the counters of the one before. */
export class LineGauge {
  #before: Counters | undefined;

  read(report: Report): LineFacts {
    const stats = [...report].map(([, stat]) => stat);
    const byId = new Map(stats.map((stat) => [stat["id"], stat]));
    const transport = stats.find((stat) => stat["type"] === "transport");
    const pair = byId.get(transport?.["selectedCandidatePairId"]) ?? stats.find((stat) => stat["type"] === "candidate-pair" && stat["nominated"] === true);
    const inbound = stats.filter((stat) => stat["type"] === "inbound-rtp");
    const pictures = stats.filter((stat) => stat["type"] === "outbound-rtp" && stat["kind"] === "video");
    const now: Counters = {
      at: numberOf(transport?.["timestamp"]) ?? 0,
      received: sum(inbound, "packetsReceived"),
      lost: sum(inbound, "packetsLost"),
      bytesReceived: numberOf(transport?.["bytesReceived"]) ?? 0,
      bytesSent: numberOf(transport?.["bytesSent"]) ?? 0,
      encodeSeconds: sum(pictures, "totalEncodeTime"),
      encoded: sum(pictures, "framesEncoded"),
    };
    const before = this.#before;
    this.#before = now;
    const jitters = inbound.map((stat) => numberOf(stat["jitter"])).filter((jitter) => jitter !== null);
    const frames = inbound.map((stat) => numberOf(stat["framesPerSecond"])).filter((rate) => rate !== null);
    const roundTrip = numberOf(pair?.["currentRoundTripTime"]);
    return {
      encrypted: transport?.["dtlsState"] === "connected" && typeof transport["srtpCipher"] === "string",
      cipher: typeof transport?.["srtpCipher"] === "string" ? transport["srtpCipher"] : null,
      relayed: [pair?.["localCandidateId"], pair?.["remoteCandidateId"]].some((id) => byId.get(id)?.["candidateType"] === "relay"),
      roundTripMillis: roundTrip === null ? null : Math.round(roundTrip * 1000),
      jitterMillis: jitters.length === 0 ? null : Math.round(Math.max(...jitters) * 1000),
      framesPerSecond: frames.length === 0 ? null : Math.round(Math.max(...frames)),
      limited: limitOf(pictures),
      ...(before ? rates(before, now) : { lossPerMille: null, receivedKilobits: null, sentKilobits: null, encodeMillis: null }),
    };
  }
}

/** The worst of all pictures that are sent. */
function limitOf(pictures: ReadonlyArray<Record<string, unknown>>): LineFacts["limited"] {
  const reasons = pictures.map((stat) => String(stat["qualityLimitationReason"] ?? "").toUpperCase());
  return (["CPU", "BANDWIDTH", "OTHER", "NONE"] as const).find((reason) => reasons.includes(reason)) ?? null;
}

function rates(before: Counters, now: Counters): Pick<LineFacts, "lossPerMille" | "receivedKilobits" | "sentKilobits" | "encodeMillis"> {
  const packets = now.received - before.received + (now.lost - before.lost);
  const lost = Math.max(0, now.lost - before.lost);
  const millis = now.at - before.at;
  const encoded = now.encoded - before.encoded;
  const kilobits = (bytes: number): number | null => (millis > 0 ? Math.max(0, Math.round((bytes * 8) / millis)) : null);
  return {
    lossPerMille: packets >= ENOUGH ? Math.min(1000, Math.round((lost * 1000) / packets)) : null,
    receivedKilobits: kilobits(now.bytesReceived - before.bytesReceived),
    sentKilobits: kilobits(now.bytesSent - before.bytesSent),
    encodeMillis: encoded > 0 ? Math.max(0, Math.round(((now.encodeSeconds - before.encodeSeconds) * 1000) / encoded)) : null,
  };
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function sum(stats: ReadonlyArray<Record<string, unknown>>, field: string): number {
  return stats.reduce((total, stat) => total + (numberOf(stat[field]) ?? 0), 0);
}

/** Bad enough that people notice: they are told that it is the line and not the other person. */
export function isWeak(facts: LineFacts): boolean {
  return (facts.lossPerMille ?? 0) > 50 || (facts.roundTripMillis ?? 0) > 500;
}
