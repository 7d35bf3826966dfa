/** What is at hand when the call is not enough: the telephone, and the emergency button. */
import { Texts } from "../media/texts";
import type { Line } from "./call-client";
import { Panel } from "./panel";
import { Patience } from "./patience";
import type { Feature, Room } from "./room";

interface PhoneNews {
  readonly byPhone: boolean;
  readonly standing: string;
  readonly ending: string | null;
}

interface EmergencyNews {
  readonly placeConfirmed: boolean;
  readonly raisedAt: string | null;
}

export function aidFeature(room: Room): Feature {
  const { page } = room;
  // Guests ring nobody up and raise no alarm.
  if (!page.root.querySelector('[data-ref="telephone"]')) return {};
  const dialog = page.ref<HTMLDialogElement>("telephone");
  const texts = new Texts(dialog);
  const telephone = new Panel(dialog);
  const emergency = new Panel(page.ref<HTMLDialogElement>("emergency"));
  const byPhone = dialog.dataset["byPhone"] === "yes";
  const patience = new Patience(() => page.show("phoneOffer", true));

  function works(): void {
    patience.works();
    page.show("phoneOffer", false);
  }

  function drawPhone(standing: string): void {
    const rings = standing !== "none" && standing !== "ended";
    page.show("phoneFact", rings);
    page.root.dataset["phone"] = standing;
    if (rings) page.ref("phoneNow").textContent = texts.say(standing);
  }

  function phoned(news: PhoneNews): void {
    drawPhone(news.standing);
    const said = news.ending ?? news.standing;
    if (said !== "none" && room.clinician) page.tell(texts.say(said));
    if (news.byPhone !== byPhone && room.phase === "outside") location.reload();
    else void telephone.refresh();
  }

  function alarmed(news: EmergencyNews): void {
    page.show("emergencyRaised", news.raisedAt !== null);
    if (!room.clinician) page.show("placeAsked", !news.placeConfirmed);
    void emergency.refresh();
  }

  drawPhone(dialog.dataset["phone"] ?? "none");

  return {
    acts: { telephone: () => void telephone.open(), emergency: () => void emergency.open() },
    keys: { KeyT: "telephone", KeyE: "emergency" },
    onPhase: (phase) => {
      if (phase === "joining") patience.failed();
      else if (phase !== "inside") works();
      else if (page.root.dataset["link"] === undefined) works();
    },
    onLine: (line: Line) => {
      if (line.kind === "telephone") works();
    },
    onSeat: () => patience.failed(),
    onGone: () => works(),
    onState: (_, state) => (state === "connected" ? works() : patience.failed()),
    onNews: (event) => {
      if (event.kind === "phone") phoned(event.data as PhoneNews);
      else if (event.kind === "emergency") alarmed(event.data as EmergencyNews);
      else if (event.kind === "encounter" && byPhone && room.clinician && room.phase === "outside" && (event.data as { status: string }).status === "in-progress") location.reload();
    },
  };
}
