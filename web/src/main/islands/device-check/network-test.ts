/** Tries the ways that a call would take, without a pass for any. */
import { LiveSocket } from "../live/live";
import type { NetworkFacts } from "./verdicts";

const ANSWER_WITHIN = 5_000;
const RELAY_WITHIN = 4_000;

/** What a browser reports of a TURN server that it cannot reach; any other code was the server's own answer. */
const UNREACHED = 701;

export interface Servers {
  readonly turnUrls: readonly string[];
  readonly relayOnly: boolean;
}

type Connect = (configuration: RTCConfiguration) => RTCPeerConnection;

const connectHere: Connect = (configuration) => new RTCPeerConnection(configuration);

export async function testNetwork(servers: () => Promise<Servers | undefined>, sample: string): Promise<NetworkFacts> {
  const roundTripMillis = await roundTrip();
  if (typeof RTCPeerConnection === "undefined")
    return { roundTripMillis, connects: false, relay: "none-configured", relayOnly: false, kilobits: undefined };
  const [known, connects] = await Promise.all([servers().catch(() => undefined), loopback(connectHere)]);
  const relay = await reachedRelay(relaysOf(known), connectHere);
  return { roundTripMillis, connects, relay, relayOnly: known?.relayOnly ?? false, kilobits: await downloaded(sample) };
}

interface Relays {
  readonly udp: string[];
  readonly tcp: string[];
}

/** The relays by the way to them: UDP is what calls like best; TCP and TLS are what strict networks leave open. */
export function relaysOf(servers: Servers | undefined): Relays {
  const overTcp = (url: string): boolean => url.startsWith("turns:") || /[?&]transport=tcp/.test(url);
  const urls = servers?.turnUrls ?? [];
  return { udp: urls.filter((url) => !overTcp(url)), tcp: urls.filter(overTcp) };
}

export async function reachedRelay(relays: Relays, connect: Connect): Promise<NetworkFacts["relay"]> {
  if (relays.udp.length + relays.tcp.length === 0) return "none-configured";
  const [udp, tcp] = await Promise.all([answers(relays.udp, connect), answers(relays.tcp, connect)]);
  return udp ? "udp" : tcp ? "tcp" : "unreachable";
}

/** Whether a relay answers. We hold no pass before the doctor lets us in, so the answer is a refusal: it shows the way as well. */
async function answers(urls: string[], connect: Connect): Promise<boolean> {
  if (urls.length === 0) return false;
  const connection = connect({ iceServers: [{ urls, username: "check", credential: "none" }], iceTransportPolicy: "relay" });
  try {
    const answered = new Promise<boolean>((resolve) => {
      connection.onicecandidateerror = ({ errorCode }) => errorCode !== UNREACHED && resolve(true);
      connection.onicecandidate = ({ candidate }) => candidate === null && resolve(false);
      setTimeout(() => resolve(false), RELAY_WITHIN);
    });
    connection.createDataChannel("relay");
    await connection.setLocalDescription();
    return await answered;
  } catch {
    return false;
  } finally {
    connection.close();
  }
}

/** Whether two ends in this page find each other: what forbids that, forbids calls. */
async function loopback(connect: Connect): Promise<boolean> {
  const [one, two] = [connect({}), connect({})];
  try {
    one.onicecandidate = ({ candidate }) => void (candidate && two.addIceCandidate(candidate).catch(() => undefined));
    two.onicecandidate = ({ candidate }) => void (candidate && one.addIceCandidate(candidate).catch(() => undefined));
    const channel = one.createDataChannel("check");
    const opened = new Promise<boolean>((resolve) => {
      channel.onopen = () => resolve(true);
      setTimeout(() => resolve(false), ANSWER_WITHIN);
    });
    await one.setLocalDescription();
    await two.setRemoteDescription(one.localDescription as RTCSessionDescription);
    await two.setLocalDescription();
    await one.setRemoteDescription(two.localDescription as RTCSessionDescription);
    return await opened;
  } catch {
    return false;
  } finally {
    one.close();
    two.close();
  }
}

/** Kilobits a second, a rough guess from loading a file of ours once more. */
async function downloaded(sample: string): Promise<number | undefined> {
  if (sample === "") return undefined;
  try {
    const begun = performance.now();
    const answer = await fetch(sample, { cache: "no-store" });
    const bytes = (await answer.arrayBuffer()).byteLength;
    const entry = performance.getEntriesByName(answer.url, "resource").at(-1) as PerformanceResourceTiming | undefined;
    const size = entry && entry.encodedBodySize > 0 ? entry.encodedBodySize : bytes;
    const millis = performance.now() - begun;
    return answer.ok && millis > 0 ? Math.round((size * 8) / millis) : undefined;
  } catch {
    return undefined;
  }
}

/** Milliseconds over the live connection and back, or nothing when it does not answer. */
function roundTrip(): Promise<number | undefined> {
  const live = LiveSocket.shared();
  return new Promise((resolve) => {
    const done = (millis: number | undefined): void => {
      clearTimeout(timer);
      stopPong();
      stopState();
      resolve(millis);
    };
    let sentAt = 0;
    const timer = setTimeout(() => done(undefined), ANSWER_WITHIN);
    const stopPong = live.onMessage("pong", () => {
      if (sentAt > 0) done(Math.round(performance.now() - sentAt));
    });
    const ask = (): void => {
      if (sentAt === 0 && live.sendNow({ type: "ping" })) sentAt = performance.now();
    };
    const stopState = live.onState((state) => {
      if (state === "open") queueMicrotask(ask);
    });
  });
}
