/**
 * One connection to `/live` for the whole page. It comes back by itself after a drop and asks for what it missed by sequence, so a
 * listener sees every event of a topic once and in order.
 */

export interface LiveEvent<Data = unknown> {
  readonly topic: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly data: Data;
}

/** `waiting`: dropped, trying again by itself. `ended`: signed out or closed by the page; it does not come back. */
export type LiveState = 'connecting' | 'open' | 'waiting' | 'ended';

export interface LiveMessage {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface SubscribeOptions {
  /** The viewer may not follow this topic. */
  readonly onRefused?: () => void;
  /** Events between the last one seen and `seq` are no longer kept: draw the page anew. */
  readonly onGap?: (seq: number) => void;
}

export interface LiveSocketSettings {
  readonly url?: string;
  readonly connect?: (url: string) => WebSocket;
  readonly firstDelay?: number;
  readonly longestDelay?: number;
  readonly pingEvery?: number;
  /** How long a connection in doubt may stay silent. */
  readonly pulseWithin?: number;
  readonly random?: () => number;
}

/** Start with what happens from now on, not with what is kept. */
export const FROM_NOW = -1;

const OPEN = 1;
const SIGNED_OUT = 4401;
const TRY_AGAIN_LATER = 1013;
const LONGEST_QUEUE = 100;

interface Listener {
  last: number;
  readonly onEvent: (event: LiveEvent) => void;
  readonly options: SubscribeOptions;
}

export class LiveSocket {
  static #shared: LiveSocket | undefined;

  /** The page's connection: islands on one page share it. */
  static shared(): LiveSocket {
    LiveSocket.#shared ??= new LiveSocket();
    return LiveSocket.#shared;
  }

  readonly #url: string;
  readonly #connect: (url: string) => WebSocket;
  readonly #firstDelay: number;
  readonly #longestDelay: number;
  readonly #pingEvery: number;
  readonly #pulseWithin: number;
  readonly #random: () => number;

  readonly #topics = new Map<string, Set<Listener>>();
  readonly #stateListeners = new Set<(state: LiveState) => void>();
  readonly #messageListeners = new Map<string, Set<(message: LiveMessage) => void>>();
  #queue: LiveMessage[] = [];
  #socket: WebSocket | undefined;
  #state: LiveState = 'connecting';
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #ping: ReturnType<typeof setInterval> | undefined;
  #doubt: ReturnType<typeof setTimeout> | undefined;
  #heardSincePing = true;

  constructor(settings: LiveSocketSettings = {}) {
    this.#url = settings.url ?? liveUrl();
    this.#connect = settings.connect ?? ((url) => new WebSocket(url));
    this.#firstDelay = settings.firstDelay ?? 250;
    this.#longestDelay = settings.longestDelay ?? 15_000;
    this.#pingEvery = settings.pingEvery ?? 20_000;
    this.#pulseWithin = settings.pulseWithin ?? 800;
    this.#random = settings.random ?? Math.random;
    globalThis.addEventListener?.('online', this.#networkChanged);
    this.#open();
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Calls `onEvent` for every event after `since`; returns the way to stop. */
  subscribe(topic: string, since: number, onEvent: (event: LiveEvent) => void, options: SubscribeOptions = {}): () => void {
    const listener: Listener = { last: since, onEvent, options };
    const listeners = this.#topics.get(topic) ?? new Set<Listener>();
    listeners.add(listener);
    this.#topics.set(topic, listeners);
    if (this.#state === 'open') this.#write({ type: 'subscribe', topic, since });
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#topics.get(topic) === listeners) {
        this.#topics.delete(topic);
        if (this.#state === 'open') this.#write({ type: 'unsubscribe', topic });
      }
    };
  }

  /** Sends now or as soon as the connection is back. False: too much is waiting already, nothing was taken. */
  send(message: LiveMessage): boolean {
    if (this.sendNow(message)) return true;
    if (this.#state === 'ended' || this.#queue.length >= LONGEST_QUEUE) return false;
    this.#queue.push(message);
    return true;
  }

  /** Sends only when connected: for what would be stale later. */
  sendNow(message: LiveMessage): boolean {
    if (this.#state !== 'open') return false;
    this.#write(message);
    return true;
  }

  /** Calls back at once with the present state, then at every change. */
  onState(listener: (state: LiveState) => void): () => void {
    this.#stateListeners.add(listener);
    listener(this.#state);
    return () => this.#stateListeners.delete(listener);
  }

  /** Answers that belong to no topic, such as `stored` or `error`. */
  onMessage(type: string, listener: (message: LiveMessage) => void): () => void {
    const listeners = this.#messageListeners.get(type) ?? new Set();
    listeners.add(listener);
    this.#messageListeners.set(type, listeners);
    return () => listeners.delete(listener);
  }

  /**
   * Something else says that the network may have changed. A connection over one that is gone looks open for as long as a minute, and
   * what is sent into it is lost: unless there is a sign of life within a moment, another one is made.
   */
  doubt(): void {
    if (this.#state !== 'open' || this.#doubt !== undefined) return;
    this.#heardSincePing = false;
    this.#write({ type: 'ping' });
    this.#doubt = setTimeout(() => {
      this.#doubt = undefined;
      if (!this.#heardSincePing && this.#state === 'open') this.#replace();
    }, this.#pulseWithin);
  }

  close(): void {
    this.#end();
    this.#socket?.close(1000);
  }

  #open(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#become('connecting');
    let socket: WebSocket;
    try {
      socket = this.#connect(this.#url);
    } catch {
      this.#later();
      return;
    }
    this.#socket = socket;
    socket.onopen = () => {
      if (socket === this.#socket) this.#opened();
    };
    socket.onmessage = (message) => {
      if (socket === this.#socket) this.#read(message.data);
    };
    socket.onclose = (close) => {
      if (socket === this.#socket) this.#closed(close.code);
    };
  }

  #opened(): void {
    this.#attempt = 0;
    this.#heardSincePing = true;
    this.#ping = setInterval(() => this.#checkPulse(), this.#pingEvery);
    for (const [topic, listeners] of this.#topics) {
      this.#write({ type: 'subscribe', topic, since: earliest(listeners) });
    }
    const waiting = this.#queue;
    this.#queue = [];
    for (const message of waiting) this.#write(message);
    this.#become('open');
  }

  #closed(code: number): void {
    clearInterval(this.#ping);
    this.#calm();
    this.#socket = undefined;
    if (this.#state === 'ended') return;
    if (code === SIGNED_OUT) {
      this.#end();
      return;
    }
    if (code === TRY_AGAIN_LATER) this.#attempt = 0;
    this.#later();
  }

  #later(): void {
    const ceiling = Math.min(this.#longestDelay, this.#firstDelay * 2 ** this.#attempt);
    this.#attempt += 1;
    this.#retry = setTimeout(() => this.#open(), ceiling / 2 + (this.#random() * ceiling) / 2);
    this.#become('waiting');
  }

  readonly #networkChanged = (): void => {
    if (this.#state === 'waiting') this.#open();
    else this.doubt();
  };

  /** At once: nothing speaks against the network there is now. */
  #replace(): void {
    const silent = this.#socket;
    clearInterval(this.#ping);
    this.#open();
    silent?.close();
  }

  #calm(): void {
    clearTimeout(this.#doubt);
    this.#doubt = undefined;
  }

  #end(): void {
    clearTimeout(this.#retry);
    clearInterval(this.#ping);
    this.#calm();
    globalThis.removeEventListener?.('online', this.#networkChanged);
    this.#queue = [];
    this.#become('ended');
  }

  /** A network that went away silently never says 'close': no sign of life between two pings means it is gone. */
  #checkPulse(): void {
    if (this.#heardSincePing) {
      this.#heardSincePing = false;
      this.#write({ type: 'ping' });
      return;
    }
    const silent = this.#socket;
    this.#closed(1006);
    silent?.close();
  }

  #write(message: LiveMessage): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(JSON.stringify(message));
  }

  #read(text: unknown): void {
    this.#heardSincePing = true;
    const message = parse(text);
    if (message === undefined) return;
    switch (message.type) {
      case 'event':
        this.#deliver(message as unknown as LiveEvent);
        break;
      case 'subscribed':
        this.#each(message['topic'], (listener) => {
          if (listener.last === FROM_NOW) listener.last = Number(message['seq']);
        });
        break;
      case 'gap':
        this.#each(message['topic'], (listener) => {
          const seq = Number(message['seq']);
          if (listener.last >= seq) return;
          listener.last = seq;
          listener.options.onGap?.(seq);
        });
        break;
      case 'refused':
        this.#each(message['topic'], (listener) => listener.options.onRefused?.());
        if (typeof message['topic'] === 'string') this.#topics.delete(message['topic']);
        break;
      default:
        for (const listener of [...(this.#messageListeners.get(message.type) ?? [])]) listener(message);
    }
  }

  #deliver(event: LiveEvent): void {
    this.#each(event.topic, (listener) => {
      if (event.seq <= listener.last) return;
      listener.last = event.seq;
      listener.onEvent(event);
    });
  }

  #each(topic: unknown, action: (listener: Listener) => void): void {
    if (typeof topic !== 'string') return;
    for (const listener of [...(this.#topics.get(topic) ?? [])]) action(listener);
  }

  #become(state: LiveState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of [...this.#stateListeners]) listener(state);
  }
}

function earliest(listeners: ReadonlySet<Listener>): number {
  const known = [...listeners].map((listener) => listener.last).filter((last) => last !== FROM_NOW);
  return known.length === 0 ? FROM_NOW : Math.min(...known);
}

function parse(text: unknown): LiveMessage | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && typeof (message as LiveMessage).type === 'string'
      ? (message as LiveMessage)
      : undefined;
  } catch {
    return undefined;
  }
}

function liveUrl(): string {
  const url = new URL('/live', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
