/** A telephone call takes the microphone away from the browser for good: only asking for it again, after a tap, brings it back. */
import type { Feature, Room } from "./room";
import { SoundGuard } from "./sound-guard";

export function soundFeature(room: Room): Feature {
  const guard = new SoundGuard((state) => {
    room.page.show("silenced", state === "silent");
    room.page.show("soundless", state === "lost");
  });
  return {
    acts: {
      sound: () => {
        room.tiles.playAll();
        guard.tapped();
        void room.media.renewVoice();
      },
    },
    onOwnTrack: (kind, track) => {
      if (kind === "voice" && track) guard.watch(track);
    },
    onSilenced: () => guard.silenced(),
  };
}
