import { describe, expect, it, vi } from "vitest";
import type { Room } from "./room";
import { screenFeature } from "./screen-feature";

describe("sharing a screen", () => {
  const said: string[] = [];
  const media = { presence: { voice: true, camera: true, screen: false }, shareScreen: vi.fn(), stopScreen: vi.fn() };
  const feature = screenFeature({ phase: "inside", media, page: { say: (key: string) => said.push(key) } } as unknown as Room);
  const become = (screen: boolean): void => {
    media.presence = { ...media.presence, screen };
    feature.onOwnPresence?.(media.presence);
  };

  it("is said when it begins and ends, whoever ends it, and not in between", () => {
    feature.acts?.["screen"]?.();
    expect(media.shareScreen).toHaveBeenCalledOnce();
    become(true);
    become(true);
    feature.acts?.["screen"]?.();
    expect(media.stopScreen).toHaveBeenCalledOnce();
    become(false);
    expect(said).toEqual(["said.screenOn", "said.screenOff"]);
  });
});
