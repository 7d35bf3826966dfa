/**
 * A call in a room of Azure Communication Services. People appear there under the id of their seat and nothing else, so the service
 * learns no names and we find their tiles.
 *
 * The calling SDK is 1.8 MB compressed and under Microsoft's licence: it is loaded only for such a line, and never part of this
 * repository.
 */
import type { Call, CallAgent, Captions, CaptionsHandler, CollectionUpdatedEvent, LocalAudioStream, LocalVideoStream, RemoteParticipant, RemoteVideoStream } from "@azure/communication-calling";
import type { CommunicationTokenCredential } from "@azure/communication-common";
import type { CallClient, ClientHost, Line, Measured, ServiceCaptions } from "../call/call-client";
import type { Presence, TrackKind, Tracks } from "../call/connection";
import type { LinkState } from "../call/peer-link";
import type { Seat } from "../call/seats";

export type HostedLine = Extract<Line, { readonly kind: "hosted" }>;

export type Pass = Pick<HostedLine, "token" | "expiresAt">;

/** What is used of the SDK. */
export interface Sdk {
  agent(pass: () => Pass, displayName: string): Promise<{ readonly agent: CallAgent; readonly credential: CommunicationTokenCredential }>;
  voice(track: MediaStreamTrack): LocalAudioStream;
  picture(track: MediaStreamTrack): LocalVideoStream;
  captions(call: Call): Captions;
}

type OnCaption = Parameters<ServiceCaptions["start"]>[1];

interface CaptionsWish {
  readonly language: string;
  readonly onCaption: OnCaption;
  readonly begun: () => void;
  readonly refused: (problem: unknown) => void;
}

const LONGEST_JOINING = 15_000;
const LONGEST_SILENCE = 3_000;

export class AcsClient implements CallClient {
  readonly #sdk: Sdk;
  readonly #host: ClientHost;
  readonly #room: string;
  #pass: Pass;
  #agent: CallAgent | undefined;
  #call: Call | undefined;
  #credential: CommunicationTokenCredential | undefined;
  readonly #seats = new Map<string, Seat>();
  readonly #states = new Map<string, LinkState>();
  #tracks: Tracks = { voice: null, camera: null, screen: null };
  readonly #lent = new Map<TrackKind, MediaStreamTrack>();
  #voice: LocalAudioStream | undefined;
  #camera: LocalVideoStream | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #wasConnected = false;
  #closed = false;
  #wish: CaptionsWish | undefined;
  #captions: Captions | undefined;

  /** The service writes down what is said in its room; it says who spoke, by the id of their seat. */
  readonly captions: ServiceCaptions = {
    start: (language, onCaption) =>
      new Promise((begun, refused) => {
        this.#wish = { language, onCaption, begun, refused };
        if (this.#call?.state === "Connected") void this.#caption();
      }),
    stop: () => {
      this.#wish = undefined;
      this.#captions?.off("CaptionsReceived", this.#captioned);
      void this.#captions?.stopCaptions().catch(() => undefined);
      this.#captions = undefined;
    },
  };

  constructor(line: HostedLine, host: ClientHost, sdk: Sdk) {
    this.#sdk = sdk;
    this.#host = host;
    this.#room = line.room;
    this.#pass = line;
  }

  get links(): ReadonlyMap<string, Measured> {
    return new Map();
  }

  start(mine: Seat, others: readonly Seat[], tracks: Tracks, presence: Presence): void {
    this.#tracks = tracks;
    for (const other of others) this.met(other);
    this.#patience = setTimeout(() => this.#host.onTrouble("not-joined"), LONGEST_JOINING);
    void this.#join(mine, presence).catch((problem: unknown) => {
      console.warn("The room could not be joined", (problem as Error).name);
      if (!this.#closed) this.#host.onTrouble("not-joined");
    });
  }

  met(other: Seat): void {
    const known = this.#seats.get(other.id);
    if (known && known.epoch >= other.epoch) return;
    this.#seats.set(other.id, other);
    this.#host.onSeat(other);
    const there = this.#call?.remoteParticipants.find((participant) => participant.displayName === other.id);
    if (there) this.#show(there);
  }

  parted(other: Pick<Seat, "id" | "epoch">): void {
    const seat = this.#seats.get(other.id);
    if (!seat || other.epoch < seat.epoch) return;
    this.#seats.delete(other.id);
    this.#states.delete(other.id);
    this.#host.onGone(seat);
  }

  /** The service carries its own signals. */
  receive(): void {}

  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [kind]: track };
    if (!track) this.#takeBack(kind);
    if (this.#call?.state === "Connected") void this.#send(kind).catch(() => undefined);
  }

  setPresence(presence: Presence): void {
    const voice = this.#lent.get("voice");
    if (voice) voice.enabled = presence.voice;
    if (this.#call?.state === "Connected") void this.#mute(presence).catch(() => undefined);
  }

  /** The SDK looks for a new way by itself. */
  networkChanged(): void {}

  signallingReturned(): void {}

  renew(line: Line): void {
    if (line.kind === "hosted") this.#pass = line;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#patience);
    const [call, agent, credential] = [this.#call, this.#agent, this.#credential];
    this.#call = this.#agent = undefined;
    for (const kind of this.#lent.keys()) this.#takeBack(kind);
    // The SDK may keep the page busy for seconds without a network: it hangs up after the page has shown that the person left.
    void new Promise((resolve) => setTimeout(resolve))
      .then(() => call?.hangUp())
      .catch(() => undefined)
      .then(() => agent?.dispose())
      .catch(() => undefined)
      .finally(() => credential?.dispose());
  }

  /** The SDK stops what it was given when it ends; the devices stay ours, for the line after it. */
  #lend(kind: TrackKind, track: MediaStreamTrack): MediaStreamTrack {
    this.#takeBack(kind);
    const lent = track.clone();
    this.#lent.set(kind, lent);
    return lent;
  }

  #takeBack(kind: TrackKind): void {
    this.#lent.get(kind)?.stop();
    this.#lent.delete(kind);
  }

  async #join(mine: Seat, presence: Presence): Promise<void> {
    const { agent, credential } = await this.#sdk.agent(() => this.#pass, mine.id);
    this.#agent = agent;
    this.#credential = credential;
    if (this.#closed) return this.close();
    if (this.#tracks.voice) this.#voice = this.#sdk.voice(this.#lend("voice", this.#tracks.voice));
    if (this.#tracks.camera) this.#camera = this.#sdk.picture(this.#lend("camera", this.#tracks.camera));
    const call = agent.join(
      { roomId: this.#room },
      {
        audioOptions: { muted: !presence.voice, localAudioStreams: this.#voice ? [this.#voice] : [] },
        videoOptions: { localVideoStreams: this.#camera ? [this.#camera] : [] },
      },
    );
    this.#call = call;
    call.on("stateChanged", () => this.#follow(call));
    call.on("remoteParticipantsUpdated", this.#moved);
    call.remoteParticipants.forEach((participant) => this.#show(participant));
    this.#follow(call);
  }

  #follow(call: Call): void {
    if (this.#closed || call !== this.#call) return;
    if (call.state === "Connected") {
      this.#wasConnected = true;
      clearTimeout(this.#patience);
      if (!this.#captions) void this.#caption();
    } else if (call.state === "Disconnected") {
      clearTimeout(this.#patience);
      this.#host.onTrouble(this.#wasConnected ? "media-lost" : "not-joined");
    } else if (this.#wasConnected && (call.state === "Connecting" || call.state === "EarlyMedia")) {
      clearTimeout(this.#patience);
      this.#patience = setTimeout(() => this.#host.onTrouble("media-lost"), LONGEST_SILENCE);
    }
  }

  async #caption(): Promise<void> {
    const wish = this.#wish;
    const call = this.#call;
    if (!wish || !call) return;
    try {
      const captions = this.#sdk.captions(call);
      this.#captions = captions;
      captions.on("CaptionsReceived", this.#captioned);
      const spokenLanguage = spokenIn(wish.language, captions.supportedSpokenLanguages);
      if (captions.isCaptionsFeatureActive) await captions.setSpokenLanguage(spokenLanguage);
      else await captions.startCaptions({ spokenLanguage });
      wish.begun();
    } catch (problem) {
      this.#captions = undefined;
      wish.refused(problem);
    }
  }

  /** What this page's own person says they know already. */
  readonly #captioned: CaptionsHandler = ({ speaker, spokenText, resultType }) => {
    const seat = this.#seats.get(speaker.displayName ?? "");
    if (seat && !this.#closed) this.#wish?.onCaption(seat, spokenText, resultType === "Final");
  };

  readonly #moved: CollectionUpdatedEvent<RemoteParticipant> = ({ added, removed }) => {
    for (const participant of added) this.#show(participant);
    for (const participant of removed) {
      const seat = this.#seatOf(participant);
      if (seat) this.#enter(seat, "interrupted");
    }
  };

  #show(participant: RemoteParticipant): void {
    const follow = (): void => {
      const seat = this.#seatOf(participant);
      if (seat) this.#enter(seat, participant.state === "Connected" ? "connected" : "connecting");
    };
    const tell = (): void => {
      const seat = this.#seatOf(participant);
      if (seat) this.#host.onPresence(seat, presenceOf(participant));
    };
    participant.on("stateChanged", follow);
    participant.on("isMutedChanged", tell);
    participant.on("videoStreamsUpdated", ({ added }) => added.forEach((stream) => this.#watch(participant, stream, tell)));
    participant.videoStreams.forEach((stream) => this.#watch(participant, stream, tell));
    follow();
    tell();
  }

  /** The SDK plays sound itself; pictures are shown in our own tiles. */
  #watch(participant: RemoteParticipant, stream: RemoteVideoStream, tell: () => void): void {
    const show = async (): Promise<void> => {
      tell();
      const seat = this.#seatOf(participant);
      if (!seat || !stream.isAvailable) return;
      const track = (await stream.getMediaStream()).getVideoTracks()[0];
      if (track && !this.#closed) this.#host.onTrack(seat, stream.mediaStreamType === "ScreenSharing" ? "screen" : "camera", track);
    };
    stream.on("isAvailableChanged", () => void show().catch(() => undefined));
    void show().catch(() => undefined);
  }

  async #send(kind: TrackKind): Promise<void> {
    const call = this.#call;
    const track = this.#tracks[kind];
    if (!call) return;
    if (kind === "voice") {
      if (!track) return;
      const lent = this.#lend(kind, track);
      if (this.#voice) await this.#voice.setMediaStream(new MediaStream([lent]));
      else await call.startAudio((this.#voice = this.#sdk.voice(lent)));
    } else if (kind === "camera") {
      if (track && this.#camera) await this.#camera.setMediaStream(new MediaStream([this.#lend(kind, track)]));
      else if (track) await call.startVideo((this.#camera = this.#sdk.picture(this.#lend(kind, track))));
      else if (this.#camera) {
        const off = this.#camera;
        this.#camera = undefined;
        await call.stopVideo(off);
      }
    } else if (track) {
      await call.startScreenSharing(this.#sdk.picture(this.#lend(kind, track)));
    } else {
      await call.stopScreenSharing();
    }
  }

  async #mute(presence: Presence): Promise<void> {
    if (presence.voice === !this.#call?.isMuted) return;
    await (presence.voice ? this.#call?.unmute() : this.#call?.mute());
  }

  #seatOf(participant: RemoteParticipant): Seat | undefined {
    return this.#seats.get(participant.displayName ?? "");
  }

  #enter(seat: Seat, state: LinkState): void {
    if (this.#closed || this.#states.get(seat.id) === state) return;
    this.#states.set(seat.id, state);
    this.#host.onState(seat, state);
  }
}

/** The service's name for a language: the variant of the United States where it has one. */
export function spokenIn(language: string, supported: readonly string[]): string {
  const of = supported.filter((tag) => tag.toLowerCase().split("-")[0] === language);
  return of.find((tag) => /-us$/i.test(tag)) ?? of[0] ?? (language === "en" ? "en-us" : language);
}

function presenceOf(participant: RemoteParticipant): Presence {
  const available = (type: string): boolean => participant.videoStreams.some((stream) => stream.mediaStreamType === type && stream.isAvailable);
  return { voice: !participant.isMuted, camera: available("Video"), screen: available("ScreenSharing") };
}
