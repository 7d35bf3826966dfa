/** Tries the ways that a call would take. Nothing of it leaves for anybody else: both ends of each connection are in this page. */
import { LiveSocket } from "../live/live";
import type { NetworkFacts } from "./verdicts";

const ANSWER_WITHIN = 5_000;
const RELAY_WITHIN = 4_000;
const MEASURE_FOR = 2_500;
const CHUNK = 16_384;
const CHUNKS = 24;

export interface Servers {
  readonly iceServers: readonly RTCIceServer[];
  readonly iceTransportPolicy: RTCIceTransportPolicy;
}

type Connect = (configuration: RTCConfiguration) => RTCPeerConnection;

const connectHere: Connect = (configuration) => new RTCPeerConnection(configuration);

export async function testNetwork(servers: () => Promise<Servers | undefined>, sample: string): Promise<NetworkFacts> {
  const roundTripMillis = await roundTrip();
  if (typeof RTCPeerConnection === "undefined")
    return { roundTripMillis, connects: false, relay: "none-configured", relayOnly: false, kilobits: undefined };
  const [known, connects] = await Promise.all([servers().catch(() => undefined), loopback({}, connectHere).then((found) => found !== undefined)]);
  const relays = relaysOf(known);
  const relay = await reachedRelay(relays, connectHere);
  const through = relay === "udp" ? relays.udp : relay === "tcp" ? relays.tcp : undefined;
  const kilobits = through
    ? await loopback({ iceServers: through, iceTransportPolicy: "relay" }, connectHere)
    : await downloaded(sample);
  return { roundTripMillis, connects, relay, relayOnly: known?.iceTransportPolicy === "relay", kilobits: kilobits || undefined };
}

interface Relays {
  readonly udp: RTCIceServer[];
  readonly tcp: RTCIceServer[];
}

/** The relays by the way to them: UDP is what calls like best; TCP and TLS are what strict networks leave open. */
export function relaysOf(servers: Servers | undefined): Relays {
  const only = (wanted: (url: string) => boolean): RTCIceServer[] =>
    (servers?.iceServers ?? []).flatMap((server) => {
      const urls = [server.urls].flat().filter((url) => /^turns?:/.test(url) && wanted(url));
      return urls.length > 0 ? [{ ...server, urls }] : [];
    });
  const overTcp = (url: string): boolean => url.startsWith("turns:") || /[?&]transport=tcp/.test(url);
  return { udp: only((url) => !overTcp(url)), tcp: only(overTcp) };
}

export async function reachedRelay(relays: Relays, connect: Connect): Promise<NetworkFacts["relay"]> {
  if (relays.udp.length + relays.tcp.length === 0) return "none-configured";
  const [udp, tcp] = await Promise.all([allocates(relays.udp, connect), allocates(relays.tcp, connect)]);
  return udp ? "udp" : tcp ? "tcp" : "unreachable";
}

/** Whether a relay gives us an address. */
async function allocates(iceServers: RTCIceServer[], connect: Connect): Promise<boolean> {
  if (iceServers.length === 0) return false;
  const connection = connect({ iceServers, iceTransportPolicy: "relay" });
  try {
    const found = new Promise<boolean>((resolve) => {
      connection.onicecandidate = ({ candidate }) => {
        if (candidate === null) resolve(false);
        else if (candidate.type === "relay" || / typ relay /.test(candidate.candidate)) resolve(true);
      };
      setTimeout(() => resolve(false), RELAY_WITHIN);
    });
    connection.createDataChannel("relay");
    await connection.setLocalDescription();
    return await found;
  } catch {
    return false;
  } finally {
    connection.close();
  }
}

/** Kilobits a second from one end in this page to the other; nothing when they do not find each other, 0 when nothing was measured. */
async function loopback(configuration: RTCConfiguration, connect: Connect): Promise<number | undefined> {
  const [one, two] = [connect(configuration), connect(configuration)];
  try {
    one.onicecandidate = ({ candidate }) => void (candidate && two.addIceCandidate(candidate).catch(() => undefined));
    two.onicecandidate = ({ candidate }) => void (candidate && one.addIceCandidate(candidate).catch(() => undefined));
    const channel = one.createDataChannel("check");
    const carried = new Promise<number | undefined>((resolve) => {
      setTimeout(() => resolve(undefined), ANSWER_WITHIN);
      two.ondatachannel = ({ channel: received }) => void measure(received).then(resolve);
      channel.onopen = () => {
        for (let sent = 0; sent < CHUNKS; sent++) channel.send(new ArrayBuffer(CHUNK));
      };
    });
    await one.setLocalDescription();
    await two.setRemoteDescription(one.localDescription as RTCSessionDescription);
    await two.setLocalDescription();
    await one.setRemoteDescription(two.localDescription as RTCSessionDescription);
    return await carried;
  } catch {
    return undefined;
  } finally {
    one.close();
    two.close();
  }
}

/** From the first message to the last, or for as long as is worth waiting for. */
function measure(channel: RTCDataChannel): Promise<number> {
  return new Promise((resolve) => {
    let [first, bytes, chunks] = [0, 0, 0];
    const done = (): void => {
      const millis = performance.now() - first;
      resolve(first > 0 && bytes > 0 && millis > 0 ? Math.round((bytes * 8) / millis) : 0);
    };
    channel.binaryType = "arraybuffer";
    channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      chunks++;
      if (first === 0) {
        first = performance.now();
        setTimeout(done, MEASURE_FOR);
      } else bytes += data.byteLength;
      if (chunks === CHUNKS) done();
    };
  });
}

/** A rough guess from loading a file of ours once more. */
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
