import { describe, expect, it } from "vitest";
import { blur, blurOf, isBlurred } from "./background-blur";

/** A camera whose system may blur. */
function camera(offered: boolean[] | undefined, refuses = false): MediaStreamTrack {
  let blurred = offered?.[0] ?? false;
  return {
    getCapabilities: () => (offered ? { backgroundBlur: offered } : {}),
    getSettings: () => ({ backgroundBlur: blurred }),
    getConstraints: () => ({ width: 1280 }),
    applyConstraints: ({ backgroundBlur, width }: { backgroundBlur: boolean; width: number }) => {
      if (refuses || width !== 1280) return Promise.reject(new Error("OverconstrainedError"));
      blurred = backgroundBlur;
      return Promise.resolve();
    },
  } as unknown as MediaStreamTrack;
}

describe("background blur", () => {
  it.each([
    ["not where there is no camera", null, "none"],
    ["not where the browser knows nothing of it", {} as MediaStreamTrack, "none"],
    ["not where the camera has none", camera(undefined), "none"],
    ["not where the system never blurs", camera([false]), "none"],
    ["not to change where the system always blurs", camera([true]), "chosen"],
    ["to choose where the system offers both", camera([false, true]), "free"],
  ] as const)("is %s", (_, track, offered) => {
    expect(blurOf(track)).toBe(offered);
  });

  it("is put on and taken off without losing what the camera was asked for", async () => {
    const track = camera([false, true]);
    expect(await blur(track, true)).toBe(true);
    expect(isBlurred(track)).toBe(true);
    expect(await blur(track, false)).toBe(false);
  });

  it("is not claimed where the system refuses", async () => {
    expect(await blur(camera([false, true], true), true)).toBe(false);
  });
});
