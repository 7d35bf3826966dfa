/** Captions and text that is read while it is typed. What draws them is loaded when somebody first wants it, here or on the other side. */
import type { WordsPanel } from "../words/words-panel";
import type { Feature, Room } from "./room";

export function wordsFeature(room: Room): Feature {
  let panel: Promise<WordsPanel> | undefined;

  const load = (): Promise<WordsPanel> => {
    panel ??= import("../words/words-panel").then(({ WordsPanel }) => new WordsPanel(room));
    return panel;
  };

  const withPanel = (act: (loaded: WordsPanel) => void): void => {
    void load()
      .then(act)
      .catch(() => {
        panel = undefined;
        room.page.say("said.failed");
      });
  };

  /** Who has not opened it has nothing to be told. */
  const ifThere = (act: (loaded: WordsPanel) => void): void => void panel?.then(act).catch(() => undefined);

  return {
    acts: {
      words: () => withPanel((loaded) => loaded.toggle()),
      captions: () => withPanel((loaded) => loaded.toggleCaptions()),
      captionsDecline: () => withPanel((loaded) => loaded.decline()),
      captionsAllow: () => withPanel((loaded) => loaded.allow()),
    },
    keys: { KeyR: "words" },
    onMet: (seat) => ifThere((loaded) => loaded.met(seat)),
    onWords: (seat, words) => {
      if (words.kind !== "picture-wanted") withPanel((loaded) => loaded.hear(seat, words));
    },
    onGone: (seat) => ifThere((loaded) => loaded.gone(seat)),
    onOwnPresence: () => ifThere((loaded) => loaded.voiceChanged()),
    onPhase: (phase) => {
      if (phase !== "inside" && phase !== "joining") ifThere((loaded) => loaded.close());
    },
  };
}
