import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connect, FakeConnection } from "./fake-connection";
import { type Joined, PeerCall, type Seat, isPolite } from "./peer-call";
import type { LinkState, Presence, Signal, TrackKind } from "./peer-link";

const DOCTOR: Seat = { id: "d", epoch: 1, part: "clinician", name: "Dr. Ada" };
const PATIENT: Seat = { id: "p", epoch: 1, part: "patient", name: "Pat" };
const again = (seat: Seat): Seat => ({ ...seat, epoch: seat.epoch + 1 });
const track = (name: string): MediaStreamTrack => ({ id: name }) as MediaStreamTrack;

/** A post office between calls that can hold letters back, so that two of them cross. */
class Post {
  readonly held: Array<() => void> = [];
  readonly carried: Signal[] = [];
  readonly boxes = new Map<string, PeerCall[]>();
  holding = false;

  carry(from: Seat, to: Seat, signal: Signal): void {
    this.carried.push(signal);
    const hand = (): void => {
      for (const call of this.boxes.get(to.id) ?? []) call.receive({ from, to, signal });
    };
    if (this.holding) this.held.push(hand);
    else queueMicrotask(hand);
  }

  release(): void {
    this.holding = false;
    for (const hand of this.held.splice(0)) hand();
  }
}

class Person {
  readonly states: LinkState[] = [];
  readonly tracks: TrackKind[] = [];
  readonly heard: Presence[] = [];
  readonly gone: string[] = [];
  readonly leftSeats: Seat[] = [];
  replaced = 0;
  joins = 0;
  answer: (() => Promise<Joined>) | undefined;
  readonly call: PeerCall;

  constructor(
    post: Post,
    public seat: Seat,
    public others: Seat[] = [],
  ) {
    this.call = new PeerCall({
      connect,
      signalling: {
        takeSeat: () => {
          this.joins++;
          return this.answer?.() ?? Promise.resolve({ seat: this.seat, others: this.others, line: { configuration: { iceServers: [] } } });
        },
        leaveSeat: (seat) => this.leftSeats.push(seat),
        send: (from, to, signal) => post.carry(from, to, signal),
      },
      listener: {
        onSeat: () => undefined,
        onGone: (seat) => this.gone.push(seat.id),
        onTrack: (_, kind) => this.tracks.push(kind),
        onState: (_, state) => this.states.push(state),
        onPresence: (_, presence) => this.heard.push(presence),
        onReplaced: () => this.replaced++,
      },
    });
    post.boxes.set(seat.id, [...(post.boxes.get(seat.id) ?? []), this.call]);
  }
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(20);

describe("PeerCall", () => {
  let post: Post;
  let doctor: Person;
  let patient: Person;

  beforeEach(() => {
    vi.useFakeTimers();
    FakeConnection.all = [];
    post = new Post();
    doctor = new Person(post, DOCTOR);
    patient = new Person(post, PATIENT, [DOCTOR]);
  });

  afterEach(() => {
    doctor.call.leave();
    patient.call.leave();
    vi.useRealTimers();
  });

  /** The doctor sits already; the patient comes, finds the doctor and offers. */
  async function meet(): Promise<{ ofDoctor: FakeConnection; ofPatient: FakeConnection }> {
    await doctor.call.join();
    doctor.call.seatTaken(PATIENT);
    await patient.call.join();
    await settle();
    const [ofDoctor, ofPatient] = FakeConnection.all;
    return { ofDoctor: ofDoctor!, ofPatient: ofPatient! };
  }

  it("connects two seats with one offer and one answer", async () => {
    const { ofDoctor, ofPatient } = await meet();
    expect(post.carried.map((signal) => ("description" in signal ? signal.description.type : "candidates"))).toEqual(["offer", "answer"]);
    expect(ofDoctor.signalingState).toBe("stable");
    expect(ofPatient.signalingState).toBe("stable");
  });

  it("lets only the one who came later offer, so that the first offers never cross", async () => {
    await doctor.call.join();
    doctor.call.seatTaken(PATIENT);
    await settle();
    expect(post.carried).toEqual([]);
  });

  it("brings voice, camera and screen on three lines from the start", async () => {
    const voice = track("v");
    const camera = track("c");
    doctor.call.setTrack("voice", voice);
    doctor.call.setTrack("camera", camera);
    const { ofDoctor } = await meet();
    expect(ofDoctor.transceivers.map((line) => line.sender.track)).toEqual([voice, camera, null]);
    expect(ofDoctor.transceivers.map((line) => line.direction)).toEqual(["sendrecv", "sendrecv", "sendrecv"]);
  });

  it("switches a device and shares a screen without negotiating again", async () => {
    const { ofPatient } = await meet();
    const before = post.carried.length;
    patient.call.setTrack("camera", track("other"));
    patient.call.setTrack("screen", track("screen"));
    await settle();
    expect(ofPatient.transceivers.map((line) => line.sender.track?.id)).toEqual([undefined, "other", "screen"]);
    expect(post.carried).toHaveLength(before);
  });

  it("joins without any device and still hears and sees the other", async () => {
    const { ofPatient } = await meet();
    ofPatient.ontrack?.({ transceiver: ofPatient.transceivers[1]!, track: track("camera") });
    expect(patient.tracks).toEqual(["camera"]);
    expect(ofPatient.transceivers).toHaveLength(3);
  });

  describe("when both sides restart at the same moment", () => {
    async function glare(first: Person): Promise<{ ofDoctor: FakeConnection; ofPatient: FakeConnection }> {
      const both = await meet();
      post.holding = true;
      first.call.networkChanged();
      await settle();
      (first === doctor ? patient : doctor).call.networkChanged();
      await settle();
      expect(both.ofDoctor.signalingState).toBe("have-local-offer");
      expect(both.ofPatient.signalingState).toBe("have-local-offer");
      post.release();
      await settle();
      return both;
    }

    it.each([["the doctor", () => doctor], ["the patient", () => patient]])("the patient gives way (%s spoke first)", async (_, who) => {
      const { ofDoctor, ofPatient } = await glare(who());
      expect(ofDoctor.signalingState).toBe("stable");
      expect(ofPatient.signalingState).toBe("stable");
      expect(ofDoctor.localDescription?.type).toBe("offer");
      expect(ofPatient.remoteDescription).toEqual(ofDoctor.localDescription);
    });

    it("drops candidates of the offer it ignored without complaint", async () => {
      const warn = vi.spyOn(console, "warn").mockReturnValue();
      await glare(doctor);
      expect(warn).not.toHaveBeenCalled();
    });
  });

  it("restarts ICE on both sides' own initiative when the network changes", async () => {
    const { ofPatient } = await meet();
    patient.call.networkChanged();
    await settle();
    expect(ofPatient.restarts).toBe(1);
    expect(ofPatient.signalingState).toBe("stable");
    expect(post.carried.filter((signal) => "description" in signal)).toHaveLength(4);
  });

  it("restarts ICE when the connection fails, and says so", async () => {
    const { ofDoctor } = await meet();
    ofDoctor.become("connected");
    ofDoctor.become("failed");
    await settle();
    expect(ofDoctor.restarts).toBe(1);
    ofDoctor.become("connected");
    expect(doctor.states).toEqual(["connected", "interrupted", "connected"]);
  });

  it("lets the doctor restart first and the patient a second later", async () => {
    const { ofDoctor, ofPatient } = await meet();
    for (const connection of [ofDoctor, ofPatient]) connection.become("connected");
    for (const connection of [ofDoctor, ofPatient]) connection.become("disconnected");
    await vi.advanceTimersByTimeAsync(500);
    expect([ofDoctor.restarts, ofPatient.restarts]).toEqual([1, 0]);
  });

  it("sends a lost offer again when the socket is back", async () => {
    await doctor.call.join();
    doctor.call.seatTaken(PATIENT);
    post.holding = true;
    await patient.call.join();
    await settle();
    post.held.length = 0;
    post.holding = false;
    patient.call.signallingReturned();
    await settle();
    expect(FakeConnection.all.map((connection) => connection.signalingState)).toEqual(["stable", "stable"]);
  });

  it("takes the seat again when restarts do not help", async () => {
    const { ofPatient } = await meet();
    ofPatient.become("failed");
    doctor.call.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(patient.joins).toBeGreaterThan(1);
  });

  it("sends a burst of candidates as one message", async () => {
    const { ofPatient, ofDoctor } = await meet();
    for (const candidate of ["1", "2", "3"]) ofPatient.find(candidate);
    await settle();
    expect(post.carried.at(-1)).toEqual({ candidates: [{ candidate: "1" }, { candidate: "2" }, { candidate: "3" }] });
    expect(ofDoctor.candidates).toHaveLength(3);
  });

  it("gives a reloaded page a new link and closes the old one: nobody is seen twice", async () => {
    const { ofDoctor } = await meet();
    const reloaded = new Person(post, again(PATIENT), [DOCTOR]);
    doctor.call.seatTaken(again(PATIENT));
    await reloaded.call.join();
    await settle();
    expect(ofDoctor.closed).toBe(true);
    expect([...doctor.call.links.keys()]).toEqual(["p"]);
    expect(FakeConnection.all.at(-1)?.signalingState).toBe("stable");
    reloaded.call.leave();
  });

  it("tells the old tab that the person joined from another place", async () => {
    await meet();
    patient.call.seatTaken(again(PATIENT));
    expect(patient.replaced).toBe(1);
    expect(patient.call.state).toBe("replaced");
    expect(patient.call.links.size).toBe(0);
  });

  it("drops what was meant for an older epoch or comes from one", async () => {
    const { ofDoctor } = await meet();
    const stale: Signal = { candidates: [{ candidate: "x" }] };
    doctor.call.receive({ from: PATIENT, to: { id: "d", epoch: 0 }, signal: stale });
    doctor.call.receive({ from: { id: "p", epoch: 0 }, to: DOCTOR, signal: stale });
    doctor.call.receive({ from: { id: "stranger", epoch: 1 }, to: DOCTOR, signal: stale });
    await settle();
    expect(ofDoctor.candidates).toEqual([]);
  });

  it("keeps what arrives while the seat is still being taken", async () => {
    let arrive: (joined: Joined) => void = () => undefined;
    doctor.answer = () => new Promise((resolve) => (arrive = resolve));
    const joining = doctor.call.join();
    doctor.call.seatTaken(PATIENT);
    await patient.call.join();
    await settle();
    arrive({ seat: DOCTOR, others: [], line: { configuration: {} } });
    await joining;
    await settle();
    expect(FakeConnection.all.map((connection) => connection.signalingState)).toEqual(["stable", "stable"]);
  });

  it("keeps what arrives while the seat is taken in some other way, such as with the admission", async () => {
    let arrive: (joined: Joined) => void = () => undefined;
    const joining = doctor.call.join(() => new Promise((resolve) => (arrive = resolve)));
    doctor.call.seatTaken(PATIENT);
    await patient.call.join();
    await settle();
    arrive({ seat: DOCTOR, others: [], line: { configuration: {} } });
    await joining;
    await settle();
    expect(FakeConnection.all.map((connection) => connection.signalingState)).toEqual(["stable", "stable"]);
  });

  it("leaves at once, even while joining, and gives the seat back", async () => {
    let arrive: (joined: Joined) => void = () => undefined;
    doctor.answer = () => new Promise((resolve) => (arrive = resolve));
    const joining = doctor.call.join();
    doctor.call.leave();
    expect(doctor.call.state).toBe("left");
    arrive({ seat: DOCTOR, others: [], line: { configuration: {} } });
    await joining;
    expect(doctor.leftSeats).toEqual([DOCTOR]);
  });

  it("closes the link when the other leaves, but not for an old farewell", async () => {
    await meet();
    doctor.call.seatLeft({ id: "p", epoch: 0 });
    expect(doctor.gone).toEqual([]);
    doctor.call.seatLeft({ id: "p", epoch: 1 });
    expect(doctor.gone).toEqual(["p"]);
  });

  it("can be joined again after a refusal", async () => {
    doctor.answer = () => Promise.reject(new Error("503"));
    await expect(doctor.call.join()).rejects.toThrow("503");
    doctor.answer = undefined;
    await doctor.call.join();
    expect(doctor.call.state).toBe("inside");
  });

  it("tells the other whether microphone, camera and screen are on", async () => {
    const { ofPatient, ofDoctor } = await meet();
    ofPatient.channel.readyState = "open";
    patient.call.setPresence({ voice: false, camera: true, screen: false });
    ofDoctor.channel.onmessage?.({ data: ofPatient.channel.sent[0]! });
    expect(doctor.heard).toEqual([{ voice: false, camera: true, screen: false }]);
    ofDoctor.channel.onmessage?.({ data: "nonsense" });
    expect(doctor.heard).toHaveLength(1);
  });

  it("connects every pair among three seats", async () => {
    const guest: Seat = { id: "g", epoch: 1, part: "clinician", name: "Dr. Bo" };
    await meet();
    const third = new Person(post, guest, [DOCTOR, PATIENT]);
    doctor.call.seatTaken(guest);
    patient.call.seatTaken(guest);
    await third.call.join();
    await settle();
    expect(FakeConnection.all).toHaveLength(6);
    expect(FakeConnection.all.every((connection) => connection.signalingState === "stable")).toBe(true);
    third.call.leave();
  });
});

describe("isPolite", () => {
  it("makes exactly one side of every pair polite", () => {
    const guest: Seat = { id: "g", epoch: 1, part: "clinician", name: "" };
    for (const [a, b] of [[DOCTOR, PATIENT], [DOCTOR, guest], [guest, PATIENT]] as const) {
      expect(isPolite(a, b)).toBe(!isPolite(b, a));
    }
    expect(isPolite(PATIENT, DOCTOR)).toBe(true);
  });
});
