/**
 * Sends less picture while the line is thin, so that sound stays clear, and says so and why. The person's own word counts before the
 * line's: all of the picture, or none of it.
 */
import { type PictureChoice, type PictureLevel, PICTURE_LEVELS, PicturePolicy, type Strain, chosen, sentTo } from "./picture-policy";
import type { Feature, Room } from "./room";
import { sendFacts } from "./send-facts";

const LOOK_EVERY = 2_000;

interface Sent {
  readonly policy: PicturePolicy;
  because: Strain | undefined;
  /** The other page asks for sound only. */
  unwanted: boolean;
}

export function pictureFeature(room: Room): Feature {
  const sent = new Map<string, Sent>();
  let choice: PictureChoice = "auto";
  let said: PictureLevel = "full";
  /** Whether this line carries pictures that we can limit. */
  let pictures = false;

  const of = (seat: string): Sent => {
    const known = sent.get(seat) ?? { policy: new PicturePolicy(), because: undefined, unwanted: false };
    sent.set(seat, known);
    return known;
  };

  const apply = (): void => {
    for (const [id, link] of room.call.links) {
      const { policy, unwanted } = of(id);
      link.setPicture?.(unwanted ? "sound" : sentTo(room.call.links.size, choice, chosen(choice, policy.level)));
    }
    tell();
  };

  /** The worst of all links is what is said: one sentence for everybody. */
  const tell = (): void => {
    const measured = [...room.call.links.keys()].map(of);
    const worst = measured.reduce<Sent | undefined>((low, next) => (!low || rank(next) > rank(low) ? next : low), undefined);
    const goesOut = pictures && (room.media.presence.camera || choice === "sound");
    const level = worst && goesOut ? chosen(choice, worst.policy.level) : "full";
    room.page.root.dataset["picture"] = level;
    room.page.show("stepped", level !== "full");
    if (level !== "full") {
      room.page.ref("steppedWords").textContent =
        choice === "sound"
          ? room.texts.say("picture.ownSound")
          : `${room.texts.say(`picture.because.${worst?.because ?? "bandwidth"}`)} ${room.texts.say(`picture.${level}`)}`;
    }
    for (const button of room.page.buttons("pictureAuto")) button.hidden = choice === "auto";
    for (const button of room.page.buttons("pictureSound")) button.hidden = choice === "sound" || level === "sound";
    if (level === said) return;
    const down = PICTURE_LEVELS.indexOf(level) > PICTURE_LEVELS.indexOf(said);
    said = level;
    room.page.say(down ? `said.picture.${level}` : level === "full" ? "said.picture.full" : "said.picture.better");
  };

  const choose = (wanted: PictureChoice): void => {
    const asked = choice === "sound";
    choice = wanted;
    if (asked !== (wanted === "sound")) room.call.say({ kind: "picture-wanted", wanted: wanted !== "sound" });
    for (const select of room.page.root.querySelectorAll<HTMLSelectElement>('select[name="picture"]')) select.value = wanted;
    apply();
    if (wanted === "keep") room.page.say("said.picture.kept");
  };

  const look = async (): Promise<void> => {
    if (room.phase !== "inside" || !pictures) return;
    for (const [id, link] of room.call.links) {
      if (link.state !== "connected" || !link.setPicture) continue;
      const known = of(id);
      const report = (await link.stats()) as unknown as Map<string, Record<string, unknown>>;
      // Nothing goes out that could be judged.
      if (known.unwanted || choice === "sound") continue;
      const step = known.policy.look(sendFacts(report));
      if (step) known.because = step.because ?? known.because;
    }
    apply();
  };

  setInterval(() => void look(), LOOK_EVERY);
  room.page.root.addEventListener("change", (event) => {
    const select = event.target as HTMLSelectElement;
    if (select.name === "picture") choose(select.value as PictureChoice);
  });
  return {
    acts: {
      pictureKeep: () => choose("keep"),
      pictureSound: () => choose("sound"),
      pictureAuto: () => choose("auto"),
    },
    onLine: (line) => {
      pictures = "picture" in line && line.picture;
      tell();
    },
    onMet: (seat) => {
      if (choice === "sound") room.call.say({ kind: "picture-wanted", wanted: false }, seat);
    },
    onWords: (seat, words) => {
      if (words.kind !== "picture-wanted") return;
      of(seat.id).unwanted = !words.wanted;
      apply();
    },
    onState: (_, state) => {
      if (state === "connected") apply();
    },
    onOwnTrack: (kind) => {
      if (kind === "camera") tell();
    },
    onGone: (seat) => {
      sent.delete(seat.id);
      apply();
    },
  };
}

function rank({ policy }: Sent): number {
  return PICTURE_LEVELS.indexOf(policy.level);
}
