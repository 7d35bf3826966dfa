/**
 * A telephone call takes the sound away from the browser: the microphone is muted, what plays is paused, and on an iPhone neither comes
 * back by itself. What can be started again without asking is; else one tap is asked for; where that does not help, the telephone.
 */
import type { Feature, Room } from "./room";
import { SoundGuard } from "./sound-guard";

/** Safari's word on whether the system took the sound away (W3C Audio Session). */
interface AudioSession extends EventTarget {
  readonly state: "inactive" | "active" | "interrupted";
}

export function soundFeature(room: Room): Feature {
  const tiles = room.page.ref("tiles");
  const paused = (): HTMLVideoElement[] =>
    [...tiles.querySelectorAll("video")].filter((video) => video.paused && (video.srcObject as MediaStream | null)?.active === true);
  const guard = new SoundGuard(
    (state) => {
      room.page.show("silenced", state === "silent");
      room.page.show("soundless", state === "lost");
    },
    () => paused().length === 0,
  );

  /** Without a tap a browser may refuse. */
  const resume = async (): Promise<void> => {
    if (room.phase !== "inside") return;
    const refused = await Promise.all(paused().map((video) => video.play().then(() => false, isRefusal)));
    if (refused.includes(true)) guard.silenced();
    else guard.resumed();
  };

  tiles.addEventListener("pause", () => void resume(), { capture: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    void room.media.devicesChanged();
    void resume();
  });
  const session = (navigator as Navigator & { readonly audioSession?: AudioSession }).audioSession;
  session?.addEventListener("statechange", () => {
    if (session.state !== "interrupted") void resume();
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

function isRefusal(problem: unknown): boolean {
  return (problem as DOMException).name === "NotAllowedError";
}
