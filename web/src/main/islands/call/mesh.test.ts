import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClientHost, Line, Trouble } from "./call-client";
import { FakeConnection, connect } from "./fake-connection";
import type { Signal } from "./peer-link";
import { type Seat, isPolite } from "./seats";
import { WebRtcClient } from "./webrtc-client";

const DOCTOR: Seat = { id: "d", epoch: 1, part: "clinician", name: "Dr. Ada" };
const PATIENT: Seat = { id: "p", epoch: 1, part: "patient", name: "Pat" };
const DAUGHTER: Seat = { id: "g1", epoch: 1, part: "guest", guest: "family", name: "Mia" };
const INTERPRETER: Seat = { id: "g2", epoch: 1, part: "guest", guest: "interpreter", language: "es", name: "Ines" };
const COLLEAGUE: Seat = { id: "g3", epoch: 1, part: "guest", guest: "clinician", name: "Dr. Lee" };
const EVERYBODY = [DOCTOR, PATIENT, DAUGHTER, INTERPRETER, COLLEAGUE];
const LINE: Extract<Line, { configuration: RTCConfiguration }> = {
  kind: "direct",
  picture: true,
  configuration: {},
  expiresAt: "2026-11-24T18:00:00Z",
};

describe("isPolite", () => {
  it("lets exactly one of any two ask", () => {
    for (const one of EVERYBODY) {
      for (const other of EVERYBODY.filter((seat) => seat !== one)) expect(isPolite(one, other)).toBe(!isPolite(other, one));
    }
  });

  it("lets a guest ask the patient, and both the clinician", () => {
    expect(isPolite(DAUGHTER, PATIENT)).toBe(true);
    expect(isPolite(DAUGHTER, DOCTOR)).toBe(true);
    expect(isPolite(PATIENT, DOCTOR)).toBe(true);
  });
});

describe("WebRtcClient among several", () => {
  const clients = new Map<string, WebRtcClient>();
  const connections = new Map<string, FakeConnection[]>();
  let troubles: Array<[string, Trouble]>;
  let gone: string[];

  beforeEach(() => {
    vi.useFakeTimers();
    FakeConnection.all = [];
    clients.clear();
    connections.clear();
    troubles = [];
    gone = [];
  });

  afterEach(() => {
    for (const client of clients.values()) client.close();
    vi.useRealTimers();
  });

  function host(mine: Seat): ClientHost {
    return {
      send: (from: Seat, to: Seat, signal: Signal) =>
        queueMicrotask(() => clients.get(to.id)?.receive({ from, to, signal })),
      onSeat: () => undefined,
      onGone: (seat) => gone.push(`${mine.id}:${seat.id}`),
      onTrack: () => undefined,
      onState: () => undefined,
      onPresence: () => undefined,
      onWords: () => undefined,
      onTrouble: (trouble) => troubles.push([mine.id, trouble]),
    };
  }

  /** One after the other, as the server seats them: who comes finds the others there. */
  async function sitDown(seats: readonly Seat[]): Promise<void> {
    for (const [place, seat] of seats.entries()) {
      const before = seats.slice(0, place);
      const client = new WebRtcClient(LINE, host(seat), (configuration) => {
        const connection = connect(configuration);
        connections.set(seat.id, [...(connections.get(seat.id) ?? []), connection as unknown as FakeConnection]);
        return connection;
      });
      clients.set(seat.id, client);
      for (const other of before) clients.get(other.id)?.met(seat);
      client.start(seat, before, { voice: null, camera: null, screen: null }, { voice: true, camera: true, screen: false });
      await vi.advanceTimersByTimeAsync(20);
    }
  }

  it("connects each of five with each other, with one offer for every pair", async () => {
    await sitDown(EVERYBODY);

    for (const seat of EVERYBODY) {
      expect([...(clients.get(seat.id)?.links.keys() ?? [])].sort()).toEqual(
        EVERYBODY.filter((other) => other !== seat)
          .map((other) => other.id)
          .sort(),
      );
    }
    expect(FakeConnection.all).toHaveLength(20);
    expect(FakeConnection.all.every((connection) => connection.signalingState === "stable" && connection.remoteDescription)).toBe(true);
  });

  it("closes the connections to somebody who was removed, on every side, and no others", async () => {
    await sitDown([DOCTOR, PATIENT, DAUGHTER]);

    for (const seat of [DOCTOR, PATIENT]) clients.get(seat.id)?.parted(DAUGHTER);

    expect(gone).toEqual(["d:g1", "p:g1"]);
    expect([...(clients.get("d")?.links.keys() ?? [])]).toEqual(["p"]);
    expect(connections.get("d")?.map((connection) => connection.closed)).toEqual([false, true]);
  });

  it("does not report a guest's line that fails while the others are reached", async () => {
    await sitDown([DOCTOR, PATIENT, DAUGHTER]);
    keepAlive(connections.get("d")![0]!);
    keepAlive(connections.get("p")![0]!);

    await vi.advanceTimersByTimeAsync(30_000);

    expect(troubles.filter(([who]) => who !== "g1")).toEqual([]);
  });

  it("reports the line between doctor and patient whoever else is reached", async () => {
    await sitDown([DOCTOR, PATIENT, DAUGHTER]);
    keepAlive(connections.get("d")![1]!);
    keepAlive(connections.get("g1")![0]!);

    await vi.advanceTimersByTimeAsync(30_000);

    expect(troubles.map(([who]) => who)).toContain("d");
    expect(troubles.map(([who]) => who)).not.toContain("g1");
  });

  function keepAlive(connection: FakeConnection): void {
    connection.connectionState = "connected";
    connection.packetsReceived = 1;
    connection.onconnectionstatechange?.();
    setInterval(() => (connection.packetsReceived = (connection.packetsReceived ?? 0) + 1), 100);
  }
});
