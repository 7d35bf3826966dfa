/** Sharing a screen begins with our button and ends with ours, or with the browser's own, which tells nobody: said either way. */
import type { Feature, Room } from "./room";

export function screenFeature(room: Room): Feature {
  let shared = false;
  return {
    acts: {
      screen: () => {
        if (room.media.presence.screen) room.media.stopScreen();
        else void room.media.shareScreen();
      },
    },
    onOwnPresence: ({ screen }) => {
      if (screen === shared) return;
      shared = screen;
      if (room.phase === "inside") room.page.say(screen ? "said.screenOn" : "said.screenOff");
    },
  };
}
