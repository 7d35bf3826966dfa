import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RequestRefused } from "../media/server";
import type { Line, Trouble } from "./call-client";
import { connect, FakeConnection } from "./fake-connection";
import { type Joined, type Renewed, type Seat, isPolite } from "./seats";
import { TelephoneClient } from "./telephone-client";
import { VisitCall } from "./visit-call";
import { WebRtcClient } from "./webrtc-client";
import type { Presence, TrackKind } from "./connection";
import type { LinkState, Signal } from "./peer-link";
import type { SealedSignal, Words } from "./words";

const DOCTOR: Seat = { id: "d", epoch: 1, part: "clinician", name: "Dr. Ada" };
const PATIENT: Seat = { id: "p", epoch: 1, part: "patient", name: "Pat" };
const EXPIRES = "2026-11-24T18:00:00Z";
const line = (urls: string[] = [], kind: "direct" | "simulated" = "direct", picture = true): Line => ({
  kind,
  picture,
  configuration: { iceServers: urls.map((url) => ({ urls: url })) },
  expiresAt: EXPIRES,
});
const joined = (seat: Seat, others: Seat[] = [], rung = 1, on: Line = line()): Joined => ({ seat, others, rung, line: on });
const again = (seat: Seat): Seat => ({ ...seat, epoch: seat.epoch + 1 });
const track = (name: string): MediaStreamTrack => ({ id: name }) as MediaStreamTrack;

/** A post office between calls that can hold letters back, so that two of them cross. */
class Post {
  readonly held: Array<() => void> = [];
  readonly carried: Array<Signal | SealedSignal> = [];
  readonly boxes = new Map<string, VisitCall[]>();
  holding = false;

  carry(from: Seat, to: Pick<Seat, "id" | "epoch">, signal: Signal | SealedSignal): void {
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
  readonly met: Seat[] = [];
  readonly words: Array<[string, Words]> = [];
  readonly leftSeats: Seat[] = [];
  readonly troubles: Array<[number, Trouble]> = [];
  readonly lines: Array<[string, boolean]> = [];
  telephone = false;
  replaced = 0;
  dropped = 0;
  joins = 0;
  answerToTrouble = (): Promise<Joined | undefined> => Promise.resolve(undefined);
  answerToRenewal = (): Promise<Renewed> => Promise.reject(new Error("503"));
  answer: (() => Promise<Joined>) | undefined;
  readonly call: VisitCall;

  constructor(
    post: Post,
    public seat: Seat,
    public others: Seat[] = [],
    now: () => number = Date.now,
  ) {
    this.call = new VisitCall({
      now,
      clients: (on, host) => {
        if (on.kind === "telephone" && this.telephone) return new TelephoneClient();
        if (on.kind === "hosted" || on.kind === "telephone") throw new Error("not in this test");
        return new WebRtcClient(on, host, connect);
      },
      signalling: {
        takeSeat: () => {
          this.joins++;
          return this.answer?.() ?? Promise.resolve(joined(this.seat, this.others));
        },
        leaveSeat: (seat) => this.leftSeats.push(seat),
        reportTrouble: (_, rung, trouble) => {
          this.troubles.push([rung, trouble]);
          return this.answerToTrouble();
        },
        renew: () => this.answerToRenewal(),
        send: (from, to, signal) => post.carry(from, to, signal),
      },
      listener: {
        onSeat: () => undefined,
        onGone: (seat) => this.gone.push(seat.id),
        onTrack: (_, kind) => this.tracks.push(kind),
        onState: (_, state) => this.states.push(state),
        onPresence: (_, presence) => this.heard.push(presence),
        onMet: (met) => this.met.push(met),
        onWords: (from, words) => this.words.push([from.id, words]),
        onLine: (on, moved) => this.lines.push([on.kind, moved]),
        onReplaced: () => this.replaced++,
        onDropped: () => this.dropped++,
      },
    });
    post.boxes.set(seat.id, [...(post.boxes.get(seat.id) ?? []), this.call]);
  }
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(20);

describe("VisitCall", () => {
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

  /** Packets that come from now on, or none any more. */
  function alive(connection: FakeConnection): { die(): void } {
    connection.packetsReceived = 1;
    connection.become("connected");
    const living = setInterval(() => (connection.packetsReceived = (connection.packetsReceived ?? 0) + 1), 100);
    return { die: () => clearInterval(living) };
  }

  const offers = (): number => post.carried.filter((signal) => "description" in signal && signal.description.type === "offer").length;

  describe("when the line falls silent", () => {
    it("connects anew beside it before it says that it is interrupted, and takes over where the new one stands", async () => {
      const { ofDoctor, ofPatient } = await meet();
      const lines = [alive(ofDoctor), alive(ofPatient)];
      await vi.advanceTimersByTimeAsync(1_000);
      for (const each of lines) each.die();
      await vi.advanceTimersByTimeAsync(1_500);

      const [, , anewOfDoctor, anewOfPatient] = FakeConnection.all;
      expect(FakeConnection.all).toHaveLength(4);
      expect([anewOfDoctor, anewOfPatient].map((each) => each?.signalingState)).toEqual(["stable", "stable"]);
      expect([ofDoctor.closed, ofPatient.closed]).toEqual([false, false]);

      for (const each of [anewOfDoctor!, anewOfPatient!]) alive(each);
      await vi.advanceTimersByTimeAsync(2_000);
      expect([ofDoctor.closed, ofPatient.closed]).toEqual([true, true]);
      expect([doctor.states, patient.states]).toEqual([["connected"], ["connected"]]);
      expect(FakeConnection.all).toHaveLength(4);
    });

    it("hands over what the new one brings only when it takes over, with what is switched on by then", async () => {
      const { ofDoctor, ofPatient } = await meet();
      for (const connection of [ofDoctor, ofPatient]) connection.become("connected");
      for (const connection of [ofDoctor, ofPatient]) connection.become("disconnected");
      await settle();
      const anew = FakeConnection.all.at(-1)!;
      patient.call.setTrack("camera", track("other"));
      anew.ontrack?.({ transceiver: anew.transceivers[1]!, track: track("camera") });
      expect(patient.tracks).toEqual([]);
      anew.become("connected");
      expect(patient.tracks).toEqual(["camera"]);
      expect(anew.transceivers[1]?.sender.track?.id).toBe("other");
    });

    it.each([["the doctor", () => doctor], ["the patient", () => patient]])("never lets two offers cross (%s missed the other first)", async (_, who) => {
      const both = await meet();
      for (const connection of [both.ofDoctor, both.ofPatient]) connection.become("connected");
      post.holding = true;
      (who() === doctor ? both.ofDoctor : both.ofPatient).become("disconnected");
      await settle();
      (who() === doctor ? both.ofPatient : both.ofDoctor).become("disconnected");
      await settle();
      post.release();
      await settle();
      expect(offers()).toBe(2);
      expect(FakeConnection.all.map((connection) => connection.signalingState)).toEqual(["stable", "stable", "stable", "stable"]);
    });

    it("tries again while no connection stands, and leaves none of them open", async () => {
      const { ofDoctor, ofPatient } = await meet();
      for (const connection of [ofDoctor, ofPatient]) connection.become("connected");
      for (const connection of [ofDoctor, ofPatient]) connection.become("failed");
      await vi.advanceTimersByTimeAsync(11_000);
      expect(offers()).toBe(4);
      expect(FakeConnection.all.filter((connection) => !connection.closed)).toHaveLength(4);
    });

    it("keeps a line that is well when the network changes, and seeks at once where it is not", async () => {
      const { ofDoctor, ofPatient } = await meet();
      const lines = [alive(ofDoctor), alive(ofPatient)];
      await vi.advanceTimersByTimeAsync(1_000);
      for (const person of [doctor, patient]) person.call.networkChanged();
      await settle();
      expect(FakeConnection.all).toHaveLength(2);
      for (const each of lines) each.die();
      await vi.advanceTimersByTimeAsync(950);
      patient.call.networkChanged();
      patient.call.networkChanged();
      await settle();
      expect([offers(), FakeConnection.all.length]).toEqual([2, 4]);
      expect([[...doctor.call.links.keys()], patient.joins]).toEqual([["p"], 1]);
    });

    it("does not take a device that is too busy to look for a silent line", async () => {
      const { ofDoctor, ofPatient } = await meet();
      const lines = [alive(ofDoctor), alive(ofPatient)];
      await vi.advanceTimersByTimeAsync(1_000);
      for (const connection of [ofDoctor, ofPatient]) {
        const atOnce = connection.getStats.bind(connection);
        connection.getStats = () => new Promise((answer) => setTimeout(() => void atOnce().then(answer), 700));
      }
      for (const each of lines) each.die();
      await vi.advanceTimersByTimeAsync(2_500);
      for (const connection of [ofDoctor, ofPatient]) alive(connection);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(FakeConnection.all).toHaveLength(2);
      expect([doctor.states, patient.states]).toEqual([["connected"], ["connected"]]);
    });

    it("waits until people are told once a silence has ended by itself", async () => {
      const { ofDoctor, ofPatient } = await meet();
      const lines = [alive(ofDoctor), alive(ofPatient)];
      await vi.advanceTimersByTimeAsync(1_000);
      for (const each of lines) each.die();
      await vi.advanceTimersByTimeAsync(1_500);
      for (const connection of [ofDoctor, ofPatient]) alive(connection);
      await vi.advanceTimersByTimeAsync(500);
      const anew = FakeConnection.all.slice(2);
      const again = anew.map(alive);
      await vi.advanceTimersByTimeAsync(6_000);
      for (const each of again) each.die();
      await vi.advanceTimersByTimeAsync(1_700);
      expect([doctor.states, FakeConnection.all.length]).toEqual([["connected"], 4]);
      await vi.advanceTimersByTimeAsync(1_000);
      expect([doctor.states, FakeConnection.all.length]).toEqual([["connected", "interrupted"], 6]);
    });

    it("says so, and that it is back", async () => {
      const { ofDoctor } = await meet();
      ofDoctor.become("connected");
      ofDoctor.become("failed");
      ofDoctor.become("connected");
      expect(doctor.states).toEqual(["connected", "interrupted", "connected"]);
    });
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

  it("reports a line that does not come back, and again while nothing happens", async () => {
    const { ofPatient } = await meet();
    ofPatient.become("connected");
    ofPatient.become("failed");
    await vi.advanceTimersByTimeAsync(11_000);
    expect(patient.troubles).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(patient.troubles).toEqual([[1, "media-lost"]]);
    await vi.advanceTimersByTimeAsync(13_000);
    expect(patient.troubles).toHaveLength(2);
  });

  it("notices silence before the browser does, and life", async () => {
    const { ofPatient } = await meet();
    const hear = (packets: number): void => void (ofPatient.packetsReceived = packets);
    hear(10);
    ofPatient.become("connected");
    await vi.advanceTimersByTimeAsync(1_000);
    hear(20);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(patient.states).toEqual(["connected"]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(patient.states).toEqual(["connected", "interrupted"]);
    hear(30);
    await vi.advanceTimersByTimeAsync(500);
    expect(patient.states.at(-1)).toBe("connected");
  });

  describe("on the ladder", () => {
    const lower = (person: Person, other: Seat): Joined => joined(again(person.seat), [other], 2, line([], "direct", false));

    it("goes on where the server says, with the same tracks", async () => {
      const { ofPatient } = await meet();
      patient.call.setTrack("voice", track("v"));
      patient.answerToTrouble = () => Promise.resolve(lower(patient, DOCTOR));
      ofPatient.become("connected");
      ofPatient.become("failed");
      await vi.advanceTimersByTimeAsync(13_000);
      expect(ofPatient.closed).toBe(true);
      expect(patient.lines).toEqual([["direct", false], ["direct", true]]);
      expect(FakeConnection.all.at(-1)?.transceivers.map((each) => each.sender.track?.id)).toEqual(["v"]);
      expect(patient.replaced).toBe(0);
    });

    it("follows the other side, who reported first", async () => {
      await meet();
      doctor.answer = () => Promise.resolve(joined(again(DOCTOR), [PATIENT], 2));
      doctor.call.movedTo(2);
      doctor.call.movedTo(2);
      await settle();
      expect(doctor.joins).toBe(2);
      expect(doctor.call.seat?.epoch).toBe(2);
      doctor.call.movedTo(1);
      await settle();
      expect(doctor.joins).toBe(2);
    });

    it("hears of its own step without sitting down twice", async () => {
      const { ofPatient } = await meet();
      let answer: (step: Joined) => void = () => undefined;
      patient.answerToTrouble = () => new Promise((resolve) => (answer = resolve));
      ofPatient.become("connected");
      ofPatient.become("failed");
      await vi.advanceTimersByTimeAsync(12_500);
      patient.call.movedTo(2);
      patient.call.seatTaken(again(PATIENT));
      answer(lower(patient, DOCTOR));
      await settle();
      expect(patient.joins).toBe(1);
      expect(patient.replaced).toBe(0);
      expect(patient.call.seat?.epoch).toBe(2);
    });

    it("keeps the line where the server says that the other is away", async () => {
      const { ofPatient } = await meet();
      ofPatient.become("connected");
      ofPatient.become("failed");
      await vi.advanceTimersByTimeAsync(13_000);
      expect(patient.troubles).toHaveLength(1);
      expect(ofPatient.closed).toBe(false);
      ofPatient.become("connected");
      expect(patient.states.at(-1)).toBe("connected");
    });

    it("reports a line that this page cannot join", async () => {
      doctor.answer = () => Promise.resolve(joined(DOCTOR, [], 1, { kind: "hosted", room: "r", identity: "i", token: "t", expiresAt: EXPIRES }));
      doctor.answerToTrouble = () => Promise.resolve(joined(again(DOCTOR), [], 2));
      vi.spyOn(console, "warn").mockReturnValue();
      await doctor.call.join();
      await settle();
      expect(doctor.troubles).toEqual([[1, "not-joined"]]);
      expect(doctor.lines.map(([kind]) => kind)).toEqual(["hosted", "direct"]);
    });

    it("tries until the server can be reached again", async () => {
      await meet();
      doctor.answer = () => Promise.reject(new TypeError("no network"));
      doctor.call.movedTo(2);
      await vi.advanceTimersByTimeAsync(3_500);
      doctor.answer = () => Promise.resolve(joined(again(DOCTOR), [PATIENT], 2));
      await vi.advanceTimersByTimeAsync(1_500);
      expect(doctor.call.state).toBe("inside");
      expect(doctor.dropped).toBe(0);
    });

    it("says so when the seat is not to be had any more", async () => {
      await meet();
      doctor.answer = () => Promise.reject(new RequestRefused(409));
      doctor.call.movedTo(2);
      await settle();
      expect(doctor.dropped).toBe(1);
    });
  });

  describe("in a call longer than its pass", () => {
    beforeEach(() => vi.setSystemTime(Date.parse(EXPIRES) - 1_000_000));

    it("asks for a fresh pass before the old one runs out, without touching the connection; the next one uses it", async () => {
      const { ofPatient } = await meet();
      const fresh: Line = { ...line(["turn:fresh"]), expiresAt: "2026-11-24T18:30:00Z" } as Line;
      patient.answerToRenewal = () => Promise.resolve({ rung: 1, line: fresh });
      await vi.advanceTimersByTimeAsync(690_000);
      expect(ofPatient.configuration.iceServers).toEqual([]);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(ofPatient.closed).toBe(false);
      ofPatient.become("disconnected");
      await settle();
      expect(FakeConnection.all.at(-1)?.configuration.iceServers).toEqual([{ urls: "turn:fresh" }]);
    });

    it.each([-600_000, 600_000])("goes by the server's time where the device is %i ms off", async (off) => {
      vi.setSystemTime(Date.parse(EXPIRES) - 1_000_000 + off);
      const person = new Person(post, PATIENT, [], () => Date.now() - off);
      let asked = 0;
      person.answerToRenewal = () => (asked++, Promise.resolve({ rung: 1, line: { ...line(), expiresAt: "2026-11-24T18:30:00Z" } as Line }));
      await person.call.join();
      person.call.networkChanged();
      await vi.advanceTimersByTimeAsync(690_000);
      expect(asked).toBe(0);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(asked).toBe(1);
      person.call.leave();
    });

    it("asks again where the server could not answer", async () => {
      await meet();
      let asked = 0;
      patient.answerToRenewal = () => (++asked < 3 ? Promise.reject(new Error("503")) : Promise.resolve({ rung: 1, line: line() }));
      await vi.advanceTimersByTimeAsync(760_000);
      expect(asked).toBe(3);
    });

    it("gets a fresh pass first when the computer slept through the old one's life", async () => {
      const { ofPatient } = await meet();
      patient.answerToRenewal = () => Promise.resolve({ rung: 1, line: { ...line(["turn:fresh"]), expiresAt: "2026-11-25T18:00:00Z" } as Line });
      ofPatient.become("connected");
      vi.setSystemTime(Date.parse(EXPIRES) + 1);
      ofPatient.become("disconnected");
      patient.call.networkChanged();
      await settle();
      expect(FakeConnection.all.at(-1)?.configuration.iceServers).toEqual([{ urls: "turn:fresh" }]);
    });
  });

  it("sends a burst of candidates as one message", async () => {
    const { ofPatient, ofDoctor } = await meet();
    for (const candidate of ["1", "2", "3"]) ofPatient.find(candidate);
    await settle();
    expect(post.carried.at(-1)).toEqual({ attempt: 0, candidates: [{ candidate: "1" }, { candidate: "2" }, { candidate: "3" }] });
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
    const stale: Signal = { attempt: 0, candidates: [{ candidate: "x" }] };
    doctor.call.receive({ from: PATIENT, to: { id: "d", epoch: 0 }, signal: stale });
    doctor.call.receive({ from: { id: "p", epoch: 0 }, to: DOCTOR, signal: stale });
    doctor.call.receive({ from: { id: "stranger", epoch: 1 }, to: DOCTOR, signal: stale });
    await settle();
    expect(ofDoctor.candidates).toEqual([]);
  });

  it("keeps what arrives while the seat is still being taken", async () => {
    let arrive: (answer: Joined) => void = () => undefined;
    doctor.answer = () => new Promise((resolve) => (arrive = resolve));
    const joining = doctor.call.join();
    doctor.call.seatTaken(PATIENT);
    await patient.call.join();
    await settle();
    arrive(joined(DOCTOR));
    await joining;
    await settle();
    expect(FakeConnection.all.map((connection) => connection.signalingState)).toEqual(["stable", "stable"]);
  });

  it("keeps what arrives while the seat is taken in some other way, such as with the admission", async () => {
    let arrive: (answer: Joined) => void = () => undefined;
    const joining = doctor.call.join(() => new Promise((resolve) => (arrive = resolve)));
    doctor.call.seatTaken(PATIENT);
    await patient.call.join();
    await settle();
    arrive(joined(DOCTOR));
    await joining;
    await settle();
    expect(FakeConnection.all.map((connection) => connection.signalingState)).toEqual(["stable", "stable"]);
  });

  it("leaves at once, even while joining, and gives the seat back", async () => {
    let arrive: (answer: Joined) => void = () => undefined;
    doctor.answer = () => new Promise((resolve) => (arrive = resolve));
    const joining = doctor.call.join();
    doctor.call.leave()();
    expect(doctor.call.state).toBe("left");
    arrive(joined(DOCTOR));
    await joining;
    expect(doctor.leftSeats).toEqual([DOCTOR]);
  });

  it("has left before the server hears of it", async () => {
    const { ofDoctor } = await meet();
    const tell = doctor.call.leave();
    expect(ofDoctor.closed).toBe(true);
    expect(doctor.call.state).toBe("left");
    expect(doctor.leftSeats).toEqual([]);
    tell();
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

  describe("carries words", () => {
    const TYPED: Words = { kind: "typed", line: 1, step: 1, text: "Hello" };
    const sealed = (): boolean => post.carried.some((signal) => "sealed" in signal);

    it("over the connection itself while it stands, past every server", async () => {
      const { ofDoctor, ofPatient } = await meet();
      ofPatient.words.readyState = "open";
      ofPatient.become("connected");
      const before = post.carried.length;
      patient.call.say(TYPED);
      expect(ofPatient.words.sent).toEqual([JSON.stringify(TYPED)]);
      expect(post.carried).toHaveLength(before);
      ofDoctor.words.onmessage?.({ data: ofPatient.words.sent[0]! });
      expect(doctor.words).toEqual([["p", TYPED]]);
    });

    it("sealed over the live connection while the link is interrupted", async () => {
      const { ofPatient } = await meet();
      ofPatient.words.readyState = "open";
      ofPatient.become("connected");
      ofPatient.become("disconnected");
      vi.useRealTimers();
      patient.call.say(TYPED);
      await vi.waitFor(() => expect(doctor.words).toEqual([["p", TYPED]]));
      expect(ofPatient.words.sent).toEqual([]);
      expect(sealed()).toBe(true);
      expect(JSON.stringify(post.carried)).not.toContain("Hello");
    });

    it("on the telephone as well", async () => {
      await meet();
      for (const [person, other] of [[doctor, again(PATIENT)], [patient, again(DOCTOR)]] as const) {
        person.telephone = true;
        person.answer = () => Promise.resolve(joined(again(person.seat), [other], 3, { kind: "telephone" }));
        person.call.movedTo(3);
      }
      await settle();
      vi.useRealTimers();
      patient.call.say(TYPED);
      await vi.waitFor(() => expect(doctor.words).toEqual([["p", TYPED]]));
      expect(sealed()).toBe(true);
    });

    it("to nobody who has left, and from nobody who sits elsewhere", async () => {
      const { ofDoctor, ofPatient } = await meet();
      ofPatient.words.readyState = "open";
      ofPatient.become("connected");
      patient.call.seatLeft(DOCTOR);
      patient.call.say(TYPED);
      expect(ofPatient.words.sent).toEqual([]);
      ofDoctor.words.onmessage?.({ data: "nonsense" });
      expect(doctor.words).toEqual([]);
    });

    it("and says whom to tell again what they may have missed: who came, who came back, who moved along", async () => {
      await meet();
      expect(doctor.met).toEqual([PATIENT]);
      expect(patient.met).toEqual([DOCTOR]);
      doctor.call.seatTaken(again(PATIENT));
      expect(doctor.met.at(-1)).toEqual(again(PATIENT));
      doctor.answer = () => Promise.resolve(joined(again(DOCTOR), [again(PATIENT)], 2));
      doctor.call.movedTo(2);
      await settle();
      expect(doctor.met).toHaveLength(3);
    });
  });

  describe("sends less picture", () => {
    const camera = (connection: FakeConnection): RTCRtpEncodingParameters => connection.transceivers[1]!.sender.encodings[0]!;

    it("as small, slow and cheap as the level says, and in full again", async () => {
      const { ofPatient } = await meet();
      const link = patient.call.links.get("d")!;
      link.setPicture?.("reduced");
      await settle();
      expect(camera(ofPatient)).toEqual({ active: true, maxBitrate: 400_000, maxFramerate: 15, scaleResolutionDownBy: 2 });
      link.setPicture?.("full");
      await settle();
      expect(camera(ofPatient)).toEqual({ active: true, maxBitrate: 1_700_000, maxFramerate: 30, scaleResolutionDownBy: 1 });
    });

    it("or none, and tells the other that the camera does not reach them; the voice stays", async () => {
      const { ofPatient } = await meet();
      ofPatient.channel.readyState = "open";
      patient.call.setPresence({ voice: true, camera: true, screen: false });
      patient.call.links.get("d")!.setPicture?.("sound");
      await settle();
      expect(camera(ofPatient).active).toBe(false);
      expect(ofPatient.transceivers[0]!.sender.encodings[0]).toEqual({});
      expect(JSON.parse(ofPatient.channel.sent.at(-1)!)).toEqual({ voice: true, camera: false, screen: false });
    });

    it("without negotiating again, whatever comes in quick succession", async () => {
      const { ofPatient } = await meet();
      const before = post.carried.length;
      for (const level of ["low", "sound", "reduced"] as const) patient.call.links.get("d")!.setPicture?.(level);
      await settle();
      expect(camera(ofPatient).maxBitrate).toBe(400_000);
      expect(camera(ofPatient).active).toBe(true);
      expect(post.carried).toHaveLength(before);
    });
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
