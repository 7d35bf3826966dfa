/** Says how the line is, and keeps the numbers for the clinic. */
import { LineWatch } from "./line-watch";
import type { Feature, Room } from "./room";

export function lineFeature(room: Room): Feature {
  const watch = new LineWatch({
    page: room.page,
    texts: room.texts,
    links: () => (room.phase === "inside" ? room.call.links : new Map()),
    report: (numbers) => void room.post("quality", { ...numbers, ...room.media.troubles }).catch(() => undefined),
  });
  return {
    onState: (_, state) => {
      if (state === "connected") void watch.look();
    },
    onGone: (seat) => watch.forget(seat.id),
  };
}
