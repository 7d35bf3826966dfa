import { describe, expect, it } from "vitest";
import { type PictureLevel, PicturePolicy, type SendFacts, type Step, chosen } from "./picture-policy";
import { sendFacts } from "./send-facts";

/** What a look may find. */
const GOOD: SendFacts = { availableKilobits: 2_500, lossPerMille: 0, roundTripMillis: 40, limitedBy: "none" };
const with_ = (facts: Partial<SendFacts>): SendFacts => ({ ...GOOD, ...facts });
const times = (count: number, facts: SendFacts): SendFacts[] => Array.from({ length: count }, () => facts);

function follow(policy: PicturePolicy, looks: readonly SendFacts[]): Step[] {
  return looks.flatMap((facts) => policy.look(facts) ?? []);
}

/** A policy that has seen a good line for a while. */
function settled(): PicturePolicy {
  const policy = new PicturePolicy();
  follow(policy, times(10, GOOD));
  return policy;
}

const levels = (steps: readonly Step[]): PictureLevel[] => steps.map((step) => step.level);

describe("PicturePolicy", () => {
  it("leaves a good line alone", () => {
    expect(follow(new PicturePolicy(), times(200, GOOD))).toEqual([]);
  });

  it("lets a line that just came grow first", () => {
    // As recorded in Chromium on a good line: the estimate starts at 300 kbit/s.
    const growing = [300, 310, 450, 900, 1_700, 2_500, 2_500].map((kilobits) => with_({ availableKilobits: kilobits, limitedBy: "bandwidth" }));
    expect(follow(new PicturePolicy(), growing)).toEqual([]);
  });

  it("takes no step for a moment", () => {
    const policy = settled();
    expect(follow(policy, [...times(2, with_({ availableKilobits: 250 })), GOOD, ...times(2, with_({ lossPerMille: 120 })), GOOD])).toEqual([]);
  });

  it("goes down a step at a time while the line gets thinner, and says why", () => {
    const policy = settled();
    expect(follow(policy, times(3, with_({ availableKilobits: 300 })))).toEqual([{ level: "reduced", because: "bandwidth" }]);
    expect(follow(policy, times(3, with_({ availableKilobits: 150 })))).toEqual([{ level: "low", because: "bandwidth" }]);
    expect(follow(policy, times(3, with_({ availableKilobits: 95, lossPerMille: 140 })))).toEqual([{ level: "sound", because: "loss" }]);
    expect(follow(policy, times(20, with_({ availableKilobits: 40, lossPerMille: 140 })))).toEqual([]);
  });

  it("goes at once to what fits when the line breaks down", () => {
    expect(levels(follow(settled(), times(2, with_({ availableKilobits: 60, lossPerMille: 300 }))))).toEqual(["sound"]);
  });

  it("tells a slow answer from loss", () => {
    expect(follow(settled(), times(3, with_({ roundTripMillis: 1_200 })))[0]?.because).toBe("delay");
  });

  it("does not take the picture from a busy computer, only some of it", () => {
    const policy = settled();
    expect(follow(policy, times(60, with_({ limitedBy: "cpu" })))).toEqual([
      { level: "reduced", because: "computer" },
      { level: "low", because: "computer" },
    ]);
  });

  it("comes back a step at a time, slowly", () => {
    const policy = settled();
    follow(policy, times(2, with_({ availableKilobits: 60, lossPerMille: 300 })));
    expect(follow(policy, times(9, with_({ availableKilobits: 60 })))).toEqual([]);
    expect(levels(follow(policy, times(40, GOOD)))).toEqual(["low", "reduced", "full"]);
  });

  it("tries less and less often what keeps failing", () => {
    const policy = settled();
    follow(policy, times(3, with_({ availableKilobits: 300 })));
    const between: number[] = [];
    for (let trial = 0; trial < 4; trial++) {
      let looks = 0;
      while (policy.level === "reduced") {
        policy.look(with_({ availableKilobits: 380 }));
        looks++;
      }
      between.push(looks);
      while (policy.level === "full") policy.look(with_({ availableKilobits: 300 }));
    }
    expect(between).toEqual([10, 20, 40, 80]);
  });

  it("tries soon again after a trial that held", () => {
    const policy = settled();
    for (let round = 0; round < 2; round++) {
      follow(policy, times(3, with_({ availableKilobits: 300 })));
      expect(levels(follow(policy, times(10, GOOD)))).toEqual(["full"]);
      follow(policy, times(16, GOOD));
    }
  });

  it("judges by loss and delay where the browser estimates nothing", () => {
    const blind: SendFacts = { availableKilobits: null, lossPerMille: 0, roundTripMillis: 60, limitedBy: null };
    const policy = new PicturePolicy();
    expect(follow(policy, times(100, blind))).toEqual([]);
    expect(levels(follow(policy, times(2, { ...blind, lossPerMille: 400 })))).toEqual(["reduced"]);
    expect(levels(follow(policy, times(10, blind)))).toEqual(["full"]);
  });
});

describe("chosen", () => {
  it("puts the person's word before the line's", () => {
    expect(chosen("auto", "low")).toBe("low");
    expect(chosen("keep", "sound")).toBe("full");
    expect(chosen("sound", "full")).toBe("sound");
  });
});

describe("sendFacts", () => {
  it("reads what goes out from a report of Chromium", () => {
    const report = new Map<string, Record<string, unknown>>([
      ["T", { id: "T", type: "transport", selectedCandidatePairId: "P2" }],
      ["P1", { id: "P1", type: "candidate-pair", nominated: true, availableOutgoingBitrate: 1 }],
      ["P2", { id: "P2", type: "candidate-pair", nominated: true, availableOutgoingBitrate: 284_321, currentRoundTripTime: 0.1234 }],
      ["A", { id: "A", type: "remote-inbound-rtp", kind: "audio", fractionLost: 0.5 }],
      ["V", { id: "V", type: "remote-inbound-rtp", kind: "video", fractionLost: 0.12 }],
      ["O", { id: "O", type: "outbound-rtp", kind: "video", qualityLimitationReason: "bandwidth" }],
    ]);
    expect(sendFacts(report)).toEqual({ availableKilobits: 284, lossPerMille: 120, roundTripMillis: 123, limitedBy: "bandwidth" });
  });

  it("does not invent what a browser does not measure", () => {
    expect(sendFacts(new Map())).toEqual({ availableKilobits: null, lossPerMille: null, roundTripMillis: null, limitedBy: null });
  });
});
