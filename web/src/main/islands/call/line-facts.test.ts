import { describe, expect, it } from "vitest";
import { LineGauge, isWeak } from "./line-facts";

const report = (overrides: Record<string, Record<string, unknown>> = {}): Map<string, Record<string, unknown>> => {
  const stats: Record<string, Record<string, unknown>> = {
    T: { type: "transport", timestamp: 1000, dtlsState: "connected", srtpCipher: "AEAD_AES_128_GCM", selectedCandidatePairId: "P", bytesReceived: 0, bytesSent: 0 },
    P: { type: "candidate-pair", currentRoundTripTime: 0.042, localCandidateId: "L", remoteCandidateId: "R" },
    L: { type: "local-candidate", candidateType: "host" },
    R: { type: "remote-candidate", candidateType: "srflx" },
    A: { type: "inbound-rtp", kind: "audio", jitter: 0.004, packetsReceived: 100, packetsLost: 0 },
    V: { type: "inbound-rtp", kind: "video", jitter: 0.012, packetsReceived: 100, packetsLost: 0, framesPerSecond: 29.6 },
  };
  for (const [id, changes] of Object.entries(overrides)) stats[id] = { ...stats[id], ...changes };
  return new Map(Object.entries(stats).map(([id, stat]) => [id, { ...stat, id }]));
};

describe("LineGauge", () => {
  it("reads what the browser measured", () => {
    expect(new LineGauge().read(report())).toEqual({
      encrypted: true,
      cipher: "AEAD_AES_128_GCM",
      relayed: false,
      roundTripMillis: 42,
      jitterMillis: 12,
      framesPerSecond: 30,
      limited: null,
      encodeMillis: null,
      lossPerMille: null,
      receivedKilobits: null,
      sentKilobits: null,
    });
  });

  it("computes loss and bit rates between two looks", () => {
    const gauge = new LineGauge();
    gauge.read(report());
    const facts = gauge.read(
      report({ T: { timestamp: 2000, bytesReceived: 125_000, bytesSent: 62_500 }, V: { packetsReceived: 190, packetsLost: 10 } }),
    );
    expect(facts).toMatchObject({ lossPerMille: 100, receivedKilobits: 1000, sentKilobits: 500 });
    expect(isWeak(facts)).toBe(true);
  });

  it("tells no share of loss from the few packets of a voice that rests", () => {
    const gauge = new LineGauge();
    gauge.read(report());
    expect(gauge.read(report({ T: { timestamp: 2000 }, A: { packetsReceived: 109, packetsLost: 1 } })).lossPerMille).toBeNull();
  });

  it("tells a slow computer from a weak line", () => {
    const gauge = new LineGauge();
    const sent = (more: object) => ({ O: { type: "outbound-rtp", kind: "video", qualityLimitationReason: "cpu", ...more } });
    gauge.read(report(sent({ totalEncodeTime: 1, framesEncoded: 100 })));
    const facts = gauge.read(report({ ...sent({ totalEncodeTime: 4, framesEncoded: 150 }), T: { timestamp: 2000 } }));
    expect(facts).toMatchObject({ limited: "CPU", encodeMillis: 60 });
  });

  it.each([{ dtlsState: "connecting" }, { srtpCipher: undefined }])("claims no encryption that the browser does not report (%o)", (transport) => {
    expect(new LineGauge().read(report({ T: transport })).encrypted).toBe(false);
  });

  it("sees a relay on either side", () => {
    expect(new LineGauge().read(report({ R: { candidateType: "relay" } })).relayed).toBe(true);
  });

  it("answers unknown where nothing is measured yet", () => {
    expect(new LineGauge().read(new Map())).toMatchObject({ encrypted: false, roundTripMillis: null, jitterMillis: null });
  });
});
