/**
 * This page's camera, microphone and screen. Works with all, some or none of them: a visit never fails for want of a device.
 */
import type { Presence, TrackKind } from "../call/connection";

/** Why a device cannot be used, as far as a person can do something about it. */
export type DeviceTrouble = "denied" | "missing" | "busy" | "unsupported";

export interface MediaListener {
  onTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  onPresence(presence: Presence): void;
  onTrouble(kind: "voice" | "camera", trouble: DeviceTrouble): void;
}

export interface DeviceChoice {
  readonly id: string;
  readonly label: string;
}

export interface DeviceChoices {
  readonly microphones: readonly DeviceChoice[];
  readonly cameras: readonly DeviceChoice[];
  readonly speakers: readonly DeviceChoice[];
}

const CAMERA: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };
const VOICE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export class LocalMedia {
  readonly #devices: MediaDevices | undefined;
  readonly #listener: MediaListener;
  #voice: MediaStreamTrack | null = null;
  #camera: MediaStreamTrack | null = null;
  #screen: MediaStreamTrack | null = null;
  #muted = false;
  #cameraWanted = true;
  #closes = 0;
  readonly #troubles = new Map<TrackKind, DeviceTrouble>();

  constructor(listener: MediaListener, devices: MediaDevices | undefined = navigator.mediaDevices) {
    this.#listener = listener;
    this.#devices = devices;
  }

  get presence(): Presence {
    return {
      voice: this.#voice !== null && !this.#muted,
      camera: this.#camera !== null,
      screen: this.#screen !== null,
    };
  }

  /** Why a device that was asked for cannot be used now, in the words of our server. */
  get troubles(): { readonly cameraTrouble: string | null; readonly voiceTrouble: string | null } {
    const of = (kind: TrackKind): string | null => this.#troubles.get(kind)?.toUpperCase() ?? null;
    return { cameraTrouble: of("camera"), voiceTrouble: of("voice") };
  }

  get cameraWanted(): boolean {
    return this.#cameraWanted;
  }

  get camera(): MediaStreamTrack | null {
    return this.#camera;
  }

  get voice(): MediaStreamTrack | null {
    return this.#voice;
  }

  get canShareScreen(): boolean {
    return typeof this.#devices?.getDisplayMedia === "function";
  }

  /** Asks once for both; where that fails asks for each, so a missing camera does not cost the voice. */
  async open(): Promise<void> {
    if (!this.#devices) {
      this.#listener.onTrouble("camera", "unsupported");
      this.#listener.onTrouble("voice", "unsupported");
      return;
    }
    if (!this.#cameraWanted) return this.#try("voice", { audio: VOICE });
    try {
      const stream = await this.#ask({ audio: VOICE, video: CAMERA });
      if (!stream) return;
      this.#take("voice", stream.getAudioTracks()[0] ?? null);
      this.#take("camera", stream.getVideoTracks()[0] ?? null);
    } catch {
      await this.#try("voice", { audio: VOICE });
      await this.#try("camera", { video: CAMERA });
    }
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (this.#voice) this.#voice.enabled = !muted;
    if (!muted && !this.#voice) void this.#try("voice", { audio: VOICE });
    this.#listener.onPresence(this.presence);
  }

  /** Off means off: the device is released and its light goes out. */
  async setCameraOn(on: boolean): Promise<void> {
    this.#cameraWanted = on;
    if (!on) this.#take("camera", null);
    else if (!this.#camera) await this.#try("camera", { video: CAMERA });
  }

  /** Asks for the microphone anew: one that was taken away does not come back by itself. */
  renewVoice(): Promise<void> {
    const deviceId = this.#voice?.getSettings().deviceId;
    return this.#try("voice", { audio: deviceId ? { ...VOICE, deviceId } : VOICE });
  }

  useMicrophone(id: string): Promise<void> {
    return this.#try("voice", { audio: { ...VOICE, deviceId: { exact: id } } });
  }

  useCamera(id: string): Promise<void> {
    this.#cameraWanted = true;
    return this.#try("camera", { video: { ...CAMERA, deviceId: { exact: id } } });
  }

  /** Answers whether a screen is shared now: the person may have closed the browser's own question. */
  async shareScreen(): Promise<boolean> {
    if (!this.#devices) return false;
    try {
      const stream = await this.#devices.getDisplayMedia({ video: { frameRate: { ideal: 15 } }, audio: false });
      const track = stream.getVideoTracks()[0] ?? null;
      if (track) track.contentHint = "detail";
      this.#take("screen", track);
      return track !== null;
    } catch {
      return false;
    }
  }

  stopScreen(): void {
    this.#take("screen", null);
  }

  /** A device was plugged in or pulled out: what stopped working is replaced by what is there. */
  async devicesChanged(): Promise<void> {
    if (this.#voice?.readyState === "ended") await this.#try("voice", { audio: VOICE });
    if (this.#cameraWanted && this.#camera?.readyState === "ended") await this.#try("camera", { video: CAMERA });
  }

  async choices(): Promise<DeviceChoices> {
    const found = (await this.#devices?.enumerateDevices()) ?? [];
    const of = (kind: MediaDeviceKind): DeviceChoice[] =>
      found.filter((device) => device.kind === kind && device.deviceId !== "").map((device) => ({ id: device.deviceId, label: device.label }));
    return { microphones: of("audioinput"), cameras: of("videoinput"), speakers: of("audiooutput") };
  }

  /** All devices are released. Opened again, those that were off stay off. */
  close(): void {
    this.#closes++;
    for (const kind of ["voice", "camera", "screen"] as const) this.#take(kind, null);
  }

  /** Undefined: everything was released while the browser asked. */
  async #ask(constraints: MediaStreamConstraints): Promise<MediaStream | undefined> {
    const before = this.#closes;
    const stream = await this.#devices?.getUserMedia(constraints);
    if (before === this.#closes) return stream;
    for (const track of stream?.getTracks() ?? []) track.stop();
    return undefined;
  }

  async #try(kind: "voice" | "camera", constraints: MediaStreamConstraints): Promise<void> {
    if (!this.#devices) return this.#listener.onTrouble(kind, "unsupported");
    try {
      const stream = await this.#ask(constraints);
      if (stream) this.#take(kind, stream.getTracks()[0] ?? null);
    } catch (problem) {
      this.#troubles.set(kind, troubleOf(problem));
      this.#listener.onTrouble(kind, troubleOf(problem));
    }
  }

  #take(kind: TrackKind, track: MediaStreamTrack | null): void {
    this.#troubles.delete(kind);
    const old = kind === "voice" ? this.#voice : kind === "camera" ? this.#camera : this.#screen;
    if (kind === "voice") {
      this.#voice = track;
      if (track) track.enabled = !this.#muted;
    } else if (kind === "camera") {
      this.#camera = track;
    } else {
      this.#screen = track;
    }
    if (track) track.onended = () => this.#lost(kind, track);
    if (old && old !== track) {
      old.onended = null;
      old.stop();
    }
    this.#listener.onTrack(kind, track);
    this.#listener.onPresence(this.presence);
  }

  #lost(kind: TrackKind, track: MediaStreamTrack): void {
    if (kind === "screen") return this.#take("screen", null);
    if ((kind === "voice" ? this.#voice : this.#camera) !== track) return;
    void this.#try(kind, kind === "voice" ? { audio: VOICE } : { video: CAMERA });
  }
}

export function troubleOf(problem: unknown): DeviceTrouble {
  switch ((problem as { name?: string } | null)?.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    default:
      return "unsupported";
  }
}
