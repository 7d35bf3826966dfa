import { describe, expect, it } from "vitest";
import { reachedRelay, relaysOf } from "./network-test";

const SERVERS = {
  turnUrls: ["turn:turn.example:3478", "turn:turn.example:3478?transport=tcp", "turns:turn.example:443"],
  relayOnly: false,
};

describe("relaysOf", () => {
  it("tells the ways to a relay apart", () => {
    expect(relaysOf(SERVERS)).toEqual({
      udp: ["turn:turn.example:3478"],
      tcp: ["turn:turn.example:3478?transport=tcp", "turns:turn.example:443"],
    });
  });

  it("finds none where none was named", () => {
    expect(relaysOf(undefined)).toEqual({ udp: [], tcp: [] });
  });
});

describe("reachedRelay", () => {
  /** A browser in whose network only some servers can be reached; those refuse whoever has no pass. */
  const network = (reached: (url: string) => boolean) => (configuration: RTCConfiguration) => {
    const connection = {
      onicecandidate: null as ((event: { candidate: null }) => void) | null,
      onicecandidateerror: null as ((event: { errorCode: number }) => void) | null,
      createDataChannel: () => ({}),
      setLocalDescription: async () => {
        const urls = (configuration.iceServers ?? []).flatMap((server) => server.urls);
        for (const url of urls) connection.onicecandidateerror?.({ errorCode: reached(url) ? 401 : 701 });
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
  ])("is %s", async (_, reached, way) => {
    expect(await reachedRelay(relaysOf(SERVERS), network(reached))).toBe(way);
  });

  it("is not looked for where none was named", async () => {
    expect(await reachedRelay(relaysOf(undefined), network(() => true))).toBe("none-configured");
  });
});
