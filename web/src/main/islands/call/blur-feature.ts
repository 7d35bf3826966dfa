/** The choice to blur the background, in the device menu; where the device cannot, the menu says why there is none. */
import { blur, blurOf, isBlurred } from "../media/background-blur";
import type { Feature, Room } from "./room";

export function blurFeature(room: Room): Feature {
  let wanted = false;
  const box = room.page.ref<HTMLInputElement>("blur");

  const draw = (): void => {
    const camera = room.media.camera;
    const offered = blurOf(camera);
    room.page.show("blurRow", offered === "free");
    room.page.show("blurNone", offered === "none" && camera !== null);
    room.page.show("blurChosen", offered === "chosen");
    box.checked = isBlurred(camera);
  };

  const apply = async (): Promise<void> => {
    const camera = room.media.camera;
    if (camera && blurOf(camera) === "free" && isBlurred(camera) !== wanted) {
      const blurred = await blur(camera, wanted);
      room.page.say(blurred !== wanted ? "said.failed" : blurred ? "said.blurOn" : "said.blurOff");
    }
    draw();
  };

  box.addEventListener("change", () => {
    wanted = box.checked;
    void apply();
  });
  draw();
  return {
    onOwnTrack: (kind, track) => {
      if (kind !== "camera") return;
      // The system's own switch.
      track?.addEventListener("configurationchange", draw);
      // Another camera is blurred as the one before.
      if (wanted) void apply();
      else draw();
    },
  };
}
