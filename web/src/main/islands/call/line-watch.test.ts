import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Texts } from "../media/texts";
import type { Measured } from "./call-client";
import type { CallPage } from "./call-page";
import { LineWatch } from "./line-watch";

const ENCRYPTED = new Map([["T", { id: "T", type: "transport", dtlsState: "connected", srtpCipher: "AEAD_AES_128_GCM" }]]);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("promises a call between all only when all are connected", async () => {
  const shown = new Map<string, boolean>();
  const way = { textContent: "" };
  const page = { show: (name: string, is: boolean) => shown.set(name, is), ref: () => way, say: () => undefined };
  const links = new Map([
    ["patient", link("connected")],
    ["interpreter", link("connecting")],
  ]);
  const watch = new LineWatch({
    page: page as unknown as CallPage,
    texts: { say: (key: string) => key } as unknown as Texts,
    links: () => links,
    report: () => undefined,
  });

  await watch.look();
  expect(shown.get("secure")).toBe(false);

  links.set("interpreter", link("connected"));
  await watch.look();
  expect(shown.get("secure")).toBe(true);
  expect(way.textContent).toBe("line.mesh");
});

function link(state: Measured["state"]): Measured {
  return { state, stats: async () => ENCRYPTED as unknown as RTCStatsReport };
}
