import { describe, expect, it } from "vitest";
import { reachedRelay, relaysOf } from "./network-test";

const SERVERS = {
  iceServers: [
    { urls: ["stun:turn.example:3478"] },
    {
      urls: ["turn:turn.example:3478", "turn:turn.example:3478?transport=tcp", "turns:turn.example:443"],
      username: "1:check",
      credential: "secret",
    },
  ],
  iceTransportPolicy: "all" as const,
};

describe("relaysOf", () => {
  it("tells the ways to a relay apart and keeps the pass", () => {
    const { udp, tcp } = relaysOf(SERVERS);
    expect(udp).toEqual([{ urls: ["turn:turn.example:3478"], username: "1:check", credential: "secret" }]);
    expect(tcp.map((server) => server.urls)).toEqual([["turn:turn.example:3478?transport=tcp", "turns:turn.example:443"]]);
  });

  it("finds none where none was named", () => {
    expect(relaysOf(undefined)).toEqual({ udp: [], tcp: [] });
  });
});

describe("reachedRelay", () => {
  /** A browser in whose network only some addresses answer. */
  const network = (answers: (url: string) => boolean) => (configuration: RTCConfiguration) => {
    const connection = {
      onicecandidate: null as ((event: { candidate: { type: string; candidate: string } | null }) => void) | null,
      createDataChannel: () => ({}),
      setLocalDescription: async () => {
        const urls = (configuration.iceServers ?? []).flatMap((server) => server.urls);
        for (const url of urls) if (answers(url)) connection.onicecandidate?.({ candidate: { type: "relay", candidate: "" } });
        connection.onicecandidate?.({ candidate: null });
      },
      close: () => undefined,
    };
    return connection as unknown as RTCPeerConnection;
  };

  it.each<[string, (url: string) => boolean, string]>([
    ["udp", () => true, "udp"],
    ["tcp", (url) => url.includes("tcp"), "tcp"],
    ["tcp", (url) => url.startsWith("turns:"), "tcp"],
    ["unreachable", () => false, "unreachable"],
  ])("is %s", async (_, answers, way) => {
    expect(await reachedRelay(relaysOf(SERVERS), network(answers))).toBe(way);
  });

  it("is not looked for where none was named", async () => {
    expect(await reachedRelay(relaysOf(undefined), network(() => true))).toBe("none-configured");
  });
});
