import { type LiveEvent, type LiveMessage, LiveSocket, type LiveState } from '../live/live.js';
import { Attachment } from './attachment.js';
import { type Arrived, MessageList } from './message-list.js';

interface Unsent {
  readonly text: string;
  sentAt: number;
}

const ANSWER_EXPECTED_WITHIN = 8_000;
const CHECK_EVERY = 2_000;
const READ_AFTER = 400;

/**
 * A conversation that sends and receives without loading the page. What is written and not yet on the server's disk stays in memory,
 * marked as not sent, and is sent again until it is acknowledged; the server stores a message once, however often it comes.
 */
export class Conversation {
  readonly #element: HTMLElement;
  readonly #onGlass: () => boolean;
  readonly #live: LiveSocket;
  readonly #thread: string;
  readonly #list: MessageList;
  readonly #form: HTMLFormElement;
  readonly #text: HTMLTextAreaElement;
  readonly #attachment: Attachment | undefined;
  readonly #unsent = new Map<string, Unsent>();
  #read: number;
  #readTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement, live: LiveSocket = LiveSocket.shared(), onGlass: () => boolean = byTouch) {
    this.#element = element;
    this.#onGlass = onGlass;
    this.#live = live;
    this.#thread = element.dataset['thread'] ?? '';
    this.#list = new MessageList(element);
    this.#read = this.#list.newest;
    this.#form = required(element.querySelector('form'));
    this.#text = required(element.querySelector('textarea'));
    const attach = element.querySelector<HTMLElement>('[data-chat-attach]');
    this.#attachment = attach ? new Attachment(attach, this.#thread) : undefined;

    this.#form.addEventListener('submit', this.#submit);
    this.#text.addEventListener('keydown', this.#keydown);
    document.addEventListener('visibilitychange', this.#noteRead);
    globalThis.addEventListener('beforeunload', this.#leave);
    show(element.querySelector('[data-chat-keys]'), !onGlass());

    live.subscribe(`thread:${this.#thread}`, Number(element.dataset['since'] ?? 0), this.#arrived, {
      onGap: this.#missed,
      onRefused: () => this.#ended(),
    });
    live.onMessage('stored', this.#stored);
    live.onMessage('not-stored', this.#notStored);
    live.onState(this.#state);
    setInterval(this.#sendAgain, CHECK_EVERY);
    this.#list.showNewest();
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = this.#text.value.trim();
    if (this.#attachment?.chosen) {
      void this.#sendFile(this.#attachment, text);
      return;
    }
    if (text === '') return;
    const clientId = crypto.randomUUID();
    this.#unsent.set(clientId, { text, sentAt: 0 });
    this.#list.addUnsent(clientId, text);
    this.#text.value = '';
    this.#text.focus();
    this.#send(clientId);
  };

  /** What was written with it stays in its field until both have arrived. */
  async #sendFile(attachment: Attachment, text: string): Promise<void> {
    if (await attachment.send(text)) this.#text.value = '';
    this.#text.focus();
  }

  /** A keyboard on glass has no Shift and Enter: there Enter starts a line, and the button sends. */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !this.#onGlass()) {
      event.preventDefault();
      this.#form.requestSubmit();
    }
  };

  #send(clientId: string): void {
    const message = this.#unsent.get(clientId);
    if (message && this.#live.sendNow({ type: 'message', thread: this.#thread, clientId, text: message.text })) {
      message.sentAt = Date.now();
    }
  }

  readonly #sendAgain = (): void => {
    for (const [clientId, message] of this.#unsent) {
      if (Date.now() - message.sentAt > ANSWER_EXPECTED_WITHIN) this.#send(clientId);
    }
  };

  readonly #state = (state: LiveState): void => {
    show(this.#element.querySelector('[data-chat-away]'), state === 'waiting');
    if (state === 'ended') this.#ended();
    if (state === 'open') {
      for (const [clientId, message] of this.#unsent) {
        message.sentAt = 0;
        this.#send(clientId);
      }
    }
  };

  #ended(): void {
    show(this.#element.querySelector('[data-chat-ended]'), true);
    for (const button of this.#form.querySelectorAll('button')) button.disabled = true;
  }

  readonly #arrived = (event: LiveEvent): void => {
    if (event.kind !== 'message') return;
    this.#list.add(event.data as Arrived);
    this.#noteRead();
  };

  readonly #stored = (message: LiveMessage): void => {
    const clientId = String(message['clientId']);
    if (this.#unsent.delete(clientId)) {
      this.#list.sent(clientId, Number(message['seq']), String(message['at']));
      this.#noteRead();
    }
  };

  /** `failed` is tried again; anything else will not get better. */
  readonly #notStored = (message: LiveMessage): void => {
    const clientId = String(message['clientId']);
    if (message['reason'] !== 'failed' && this.#unsent.delete(clientId)) this.#list.failed(clientId);
  };

  /** What is shown while the page is in view has been read. */
  readonly #noteRead = (): void => {
    clearTimeout(this.#readTimer);
    this.#readTimer = setTimeout(() => {
      const newest = this.#list.newest;
      if (document.visibilityState === 'visible' && newest > this.#read) {
        if (this.#live.sendNow({ type: 'read', thread: this.#thread, seq: newest })) this.#read = newest;
      }
    }, READ_AFTER);
  };

  readonly #missed = (): void => {
    if (this.#unsent.size === 0 && this.#text.value === '' && !this.#attachment?.chosen) location.reload();
    else this.#ended();
  };

  readonly #leave = (event: BeforeUnloadEvent): void => {
    if (this.#unsent.size > 0 || this.#attachment?.sending) event.preventDefault();
  };
}

function byTouch(): boolean {
  return globalThis.matchMedia?.('(pointer: coarse)').matches ?? false;
}

function required<T>(found: T | null): T {
  if (found === null) throw new MissingPart();
  return found;
}

function show(element: HTMLElement | null, visible: boolean): void {
  if (element) element.hidden = !visible;
}

class MissingPart extends Error {
  constructor() {
    super('a part of the conversation is missing from the page');
    this.name = 'MissingPart';
  }
}
