/** Raised hands: everybody sees and hears whose, and in which order; the doctor takes down the hand of who has spoken. */
import type { Feature, Room } from "./room";
import type { Seat } from "./seats";
import { part } from "./tiles";

type SeatNews = Seat & { readonly held: boolean };

export function handsFeature(room: Room): Feature {
  const hands = new Map<string, Seat>();
  const watched = new WeakSet<HTMLElement>();

  const draw = (): void => {
    const order = [...hands.values()].sort((one, other) => Date.parse(one.handRaisedAt ?? "") - Date.parse(other.handRaisedAt ?? ""));
    const own = room.call.seat;
    room.page.show("selfHand", own !== undefined && hands.has(own.id));
    for (const element of room.page.root.querySelectorAll<HTMLElement>('.vv-tile [data-part="hand"]')) element.hidden = true;
    order.forEach((seat, place) => {
      const turn = order.length > 1 ? String(place + 1) : "";
      if (seat.id === own?.id) {
        const words = room.page.ref("selfHand").querySelector("[data-turn]");
        if (words) words.textContent = turn;
      } else {
        const tile = room.tiles.of(seat);
        if (tile) drawOn(tile, seat, turn);
      }
    });
    const up = own !== undefined && hands.has(own.id);
    for (const button of room.page.buttons("hand")) {
      button.dataset["on"] = up ? "yes" : "no";
      const words = button.querySelector("[data-words]");
      if (words) words.textContent = room.texts.say(up ? "do.handDown" : "do.hand");
    }
  };

  const drawOn = (tile: HTMLElement, seat: Seat, turn: string): void => {
    const button = part<HTMLButtonElement>(tile, "hand");
    button.hidden = false;
    button.disabled = !room.clinician;
    part(tile, "turn").textContent = turn;
    part(tile, "handWords").textContent = `${room.texts.say(room.clinician ? "tile.lower" : "tile.handOf", { name: seat.name })} ${turn}`.trim();
    if (watched.has(button)) return;
    watched.add(button);
    button.addEventListener("click", () => void room.post(`seats/${seat.id}/hand/lowering`).catch(() => room.page.say("said.failed")));
  };

  const note = (seat: Seat, aloud: boolean): void => {
    const before = hands.has(seat.id);
    const up = seat.handRaisedAt !== undefined;
    if (up) hands.set(seat.id, seat);
    else hands.delete(seat.id);
    draw();
    if (!aloud || before === up) return;
    const own = seat.id === room.call.seat?.id;
    room.page.say(own ? (up ? "said.ownHand" : "said.ownHandDown") : up ? "said.hand" : "said.handDown", { name: seat.name });
  };

  return {
    acts: {
      hand: () => {
        const own = room.call.seat;
        if (own) void room.post("seat/hand", { raised: !hands.has(own.id) }).catch(() => room.page.say("said.failed"));
      },
    },
    keys: { KeyH: "hand" },
    onSeat: (seat) => note(seat, false),
    onGone: (seat) => note(withoutHand(seat), false),
    onPhase: (phase) => {
      if (phase !== "inside") hands.clear();
      draw();
    },
    onNews: (event) => {
      if (event.kind !== "seat") return;
      const seat = event.data as SeatNews;
      note(seat.held ? seat : withoutHand(seat), seat.held);
    },
  };
}

function withoutHand({ id, epoch, part: of, name }: Seat): Seat {
  return { id, epoch, part: of, name };
}
