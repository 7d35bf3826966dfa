/** An RTCPeerConnection without a network, for tests: signalling states behave as the standard says; connecting is done by hand. */
export class FakeTransceiver {
  direction: RTCRtpTransceiverDirection = "recvonly";
  readonly sender = {
    track: null as MediaStreamTrack | null,
    replaceTrack: (track: MediaStreamTrack | null): Promise<void> => {
      this.sender.track = track;
      return Promise.resolve();
    },
    encodings: [{}] as RTCRtpEncodingParameters[],
    getParameters: () => ({ encodings: this.sender.encodings.map((encoding) => ({ ...encoding })) }),
    setParameters: ({ encodings }: { encodings: RTCRtpEncodingParameters[] }): Promise<void> => {
      this.sender.encodings = encodings;
      return Promise.resolve();
    },
  };
  readonly receiver = { track: { kind: "video" } as MediaStreamTrack };
}

export class FakeChannel {
  readyState: RTCDataChannelState = "connecting";
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  readonly sent: string[] = [];

  send(text: string): void {
    this.sent.push(text);
  }
}

let offers = 0;

export class FakeConnection {
  static all: FakeConnection[] = [];

  signalingState: RTCSignalingState = "stable";
  connectionState: RTCPeerConnectionState = "new";
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  readonly candidates: RTCIceCandidateInit[] = [];
  readonly channel = new FakeChannel();
  readonly words = new FakeChannel();
  readonly transceivers: FakeTransceiver[] = [];
  readonly configuration: RTCConfiguration;
  packetsReceived: number | undefined;
  closed = false;

  onicecandidate: ((event: { candidate: { toJSON(): RTCIceCandidateInit } | null }) => void) | null = null;
  oniceconnectionstatechange: (() => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  ontrack: ((event: { transceiver: FakeTransceiver; track: MediaStreamTrack }) => void) | null = null;

  constructor(configuration: RTCConfiguration) {
    this.configuration = configuration;
    FakeConnection.all.push(this);
  }

  createDataChannel(label: string): FakeChannel {
    return label === "words" ? this.words : this.channel;
  }

  addTransceiver(track: MediaStreamTrack | string, init: RTCRtpTransceiverInit): FakeTransceiver {
    const transceiver = new FakeTransceiver();
    transceiver.direction = init.direction ?? "sendrecv";
    if (typeof track !== "string") transceiver.sender.track = track;
    this.transceivers.push(transceiver);
    return transceiver;
  }

  getTransceivers(): FakeTransceiver[] {
    return [...this.transceivers];
  }

  async setLocalDescription(): Promise<void> {
    await Promise.resolve();
    if (this.closed) throw new DOMException("closed", "InvalidStateError");
    if (this.signalingState === "have-remote-offer") {
      this.localDescription = { type: "answer", sdp: `answer to ${this.remoteDescription?.sdp}` };
      this.signalingState = "stable";
    } else {
      this.localDescription = { type: "offer", sdp: `offer ${++offers}` };
      this.signalingState = "have-local-offer";
    }
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve();
    if (description.type === "offer") {
      if (this.signalingState !== "stable") throw new DOMException("not now", "InvalidStateError");
      this.signalingState = "have-remote-offer";
      while (this.transceivers.length < 3) this.transceivers.push(new FakeTransceiver());
    } else {
      if (this.signalingState !== "have-local-offer") throw new DOMException("no offer", "InvalidStateError");
      if (description.sdp !== `answer to ${this.localDescription?.sdp}`) throw new DOMException("another offer", "OperationError");
      this.signalingState = "stable";
    }
    this.remoteDescription = description;
  }

  async addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    await Promise.resolve();
    if (!this.remoteDescription) throw new DOMException("too early", "InvalidStateError");
    this.candidates.push(candidate);
  }

  getStats(): Promise<Map<string, unknown>> {
    return Promise.resolve(
      this.packetsReceived === undefined
        ? new Map()
        : new Map([["T", { type: "transport", packetsReceived: this.packetsReceived }]]),
    );
  }

  close(): void {
    this.closed = true;
    this.signalingState = "closed";
  }

  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  find(candidate: string): void {
    this.onicecandidate?.({ candidate: { toJSON: () => ({ candidate }) } });
  }
}

export const connect = (configuration: RTCConfiguration): RTCPeerConnection =>
  new FakeConnection(configuration) as unknown as RTCPeerConnection;
