import { beforeEach, describe, expect, it, vi } from "vitest";
import { blurFeature } from "./blur-feature";
import type { Feature, Room } from "./room";

class FakeCamera extends EventTarget {
  blurred = false;
  constructor(readonly offered: boolean[]) {
    super();
  }
  getCapabilities = (): object => ({ backgroundBlur: this.offered });
  getSettings = (): object => ({ backgroundBlur: this.blurred });
  getConstraints = (): object => ({});
  applyConstraints = ({ backgroundBlur }: { backgroundBlur: boolean }): Promise<void> => {
    this.blurred = backgroundBlur;
    return Promise.resolve();
  };
}

describe("the choice to blur the background", () => {
  let shown: Record<string, boolean>;
  let said: string[];
  let box: HTMLInputElement;
  let media: { camera: FakeCamera | null };
  let feature: Feature;

  beforeEach(() => {
    shown = {};
    said = [];
    box = document.createElement("input");
    box.type = "checkbox";
    media = { camera: null };
    feature = blurFeature({
      media,
      page: { ref: () => box, show: (name: string, is: boolean) => (shown[name] = is), say: (key: string) => said.push(key) },
    } as unknown as Room);
  });

  const take = (camera: FakeCamera): void => {
    media.camera = camera;
    feature.onOwnTrack?.("camera", camera as unknown as MediaStreamTrack);
  };

  it("is there only where the camera offers it; else the menu says why not", () => {
    expect(shown).toEqual({ blurRow: false, blurNone: false, blurChosen: false });
    take(new FakeCamera([]));
    expect(shown).toEqual({ blurRow: false, blurNone: true, blurChosen: false });
    take(new FakeCamera([true]));
    expect(shown).toEqual({ blurRow: false, blurNone: false, blurChosen: true });
    take(new FakeCamera([false, true]));
    expect(shown).toEqual({ blurRow: true, blurNone: false, blurChosen: false });
  });

  it("blurs this camera and the next", async () => {
    take(new FakeCamera([false, true]));
    box.checked = true;
    box.dispatchEvent(new Event("change"));
    await vi.waitFor(() => expect(said).toEqual(["said.blurOn"]));
    const next = new FakeCamera([false, true]);
    take(next);
    await vi.waitFor(() => expect(next.blurred).toBe(true));
  });

  it("follows the system's own switch", () => {
    const camera = new FakeCamera([false, true]);
    take(camera);
    camera.blurred = true;
    camera.dispatchEvent(new Event("configurationchange"));
    expect(box.checked).toBe(true);
  });
});
