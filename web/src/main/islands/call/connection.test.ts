import { describe, expect, it } from "vitest";
import { restingInSilence } from "./connection";

const sdp = (...lines: string[]): string => [...lines, ""].join("\r\n");

describe("restingInSilence", () => {
  it("asks for the voice alone to rest", () => {
    const lines = ["a=rtpmap:96 VP8/90000", "a=fmtp:96 max-fr=30", "a=rtpmap:111 opus/48000/2", "a=fmtp:111 minptime=10;useinbandfec=1", "a=rtpmap:9 G722/8000"];
    expect(restingInSilence(sdp(...lines))).toBe(sdp(...lines.map((line) => (line.startsWith("a=fmtp:111") ? `${line};usedtx=1` : line))));
  });

  it.each([[sdp("a=rtpmap:9 G722/8000")], [sdp("a=rtpmap:111 opus/48000/2")]])("leaves a description without Opus or its settings as it is", (plain) => {
    expect(restingInSilence(plain)).toBe(plain);
  });
});
