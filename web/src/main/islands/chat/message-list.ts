export interface SentFile {
  readonly message: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly picture: boolean;
  readonly width: number;
  readonly height: number;
}

export interface Arrived {
  readonly seq: number;
  readonly senderName: string;
  readonly senderRole: string;
  /** Somebody who acts for the patient; absent from an instance of the version before. */
  readonly byProxy?: boolean;
  readonly text: string;
  readonly at: string;
  readonly own: boolean;
  readonly file?: SentFile | null;
}

/** CSS pixels: a picture whose size is known before it has come keeps its place, and the newest message stays in sight. */
const TALLEST_PICTURE = 288;

/** The messages on the page, in their order; those not sent yet at the end. */
export class MessageList {
  readonly #element: HTMLElement;
  readonly #messages: HTMLElement;
  readonly #log: HTMLElement | null;
  readonly #template: HTMLTemplateElement | null;
  readonly #time: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  /** As the page names it: the browser's Spanish has other names. */
  readonly #zoneName: string;
  readonly #language: string;
  readonly #shown = new Set<number>();
  readonly #unsent = new Map<string, HTMLElement>();
  #newest: number;

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#messages = element.querySelector<HTMLElement>('[data-chat-messages]') ?? element;
    this.#log = element.querySelector<HTMLElement>('[role="log"]');
    this.#template = element.querySelector<HTMLTemplateElement>('[data-chat-template]');
    this.#newest = Number(element.dataset['last'] ?? 0);
    for (const message of this.#messages.querySelectorAll<HTMLElement>('[data-sequence]')) {
      this.#shown.add(Number(message.dataset['sequence']));
    }
    const language = (this.#language = element.dataset['language'] ?? 'en-US');
    const timeZone = element.dataset['zone'] ?? 'UTC';
    this.#date = new Intl.DateTimeFormat(language, { timeZone, weekday: 'short', month: 'short', day: 'numeric' });
    this.#time = new Intl.DateTimeFormat(language, { timeZone, hour: 'numeric', minute: '2-digit' });
    this.#zoneName = element.dataset['zoneName'] ?? '';
  }

  /** The highest place in the thread that is shown. */
  get newest(): number {
    return this.#newest;
  }

  add(message: Arrived): void {
    if (!this.#claim(message.seq)) return;
    const item = this.#item(message.text, message.own);
    if (!message.own) {
      part(item, '.vv-chat__name').textContent = message.senderName;
      part(item, '.vv-chat__role').textContent = this.#role(message.byProxy ? 'PROXY' : message.senderRole);
    }
    if (message.file) this.#attach(item, message.file);
    this.#place(item, message.seq, message.at, message.own);
  }

  addUnsent(clientId: string, text: string): void {
    const item = this.#item(text, true);
    part(item, '.vv-chat__pending').hidden = false;
    this.#unsent.set(clientId, item);
    this.#messages.append(item);
    this.#changed(true);
  }

  /** The live event of an own message may come before its acknowledgement: then it is shown already. */
  sent(clientId: string, seq: number, at: string): void {
    const item = this.#unsent.get(clientId);
    this.#unsent.delete(clientId);
    if (!item) return;
    if (this.#claim(seq)) {
      part(item, '.vv-chat__pending').hidden = true;
      this.#place(item, seq, at);
    } else {
      item.remove();
    }
  }

  failed(clientId: string): void {
    const item = this.#unsent.get(clientId);
    if (!item) return;
    part(item, '.vv-chat__pending').hidden = true;
    part(item, '.vv-chat__failed').hidden = false;
  }

  showNewest(): void {
    if (this.#log) this.#log.scrollTop = this.#log.scrollHeight;
  }

  #claim(seq: number): boolean {
    if (this.#shown.has(seq)) return false;
    this.#shown.add(seq);
    this.#newest = Math.max(this.#newest, seq);
    return true;
  }

  #item(text: string, own: boolean): HTMLElement {
    const content = this.#template?.content.firstElementChild?.cloneNode(true);
    const item = content instanceof HTMLElement ? content : document.createElement('li');
    item.classList.toggle('vv-chat__message--own', own);
    part(item, '.vv-chat__text').textContent = text;
    part(item, '.vv-chat__text').hidden = text === '';
    return item;
  }

  #attach(item: HTMLElement, file: SentFile): void {
    const address = (kind: string): string => `/messages/${this.#element.dataset['thread']}/${kind}/${file.message}`;
    const picture = item.querySelector<HTMLAnchorElement>('.vv-chat__picture');
    const image = picture?.querySelector('img');
    if (file.picture && picture && image) {
      picture.href = address('pictures');
      picture.hidden = false;
      const scale = Math.min(1, TALLEST_PICTURE / file.height);
      image.width = Math.max(1, Math.round(file.width * scale));
      image.height = Math.max(1, Math.round(file.height * scale));
      if (file.name !== '') image.alt = file.name;
      image.src = address('previews');
    }
    part(item, '.vv-chat__file').hidden = false;
    item.querySelector<HTMLAnchorElement>('.vv-chat__file a')?.setAttribute('href', address('files'));
    part(item, '.vv-chat__file-name').textContent = file.name;
    part(item, '.vv-chat__file-size').textContent = `${file.kind}, ${this.#measure(file.size)}`;
  }

  #measure(bytes: number): string {
    const large = bytes >= 100_000;
    const number = new Intl.NumberFormat(this.#language, { maximumFractionDigits: 1 });
    return `${number.format(large ? bytes / 1e6 : Math.max(0.1, bytes / 1e3))}\u00a0${large ? 'MB' : 'kB'}`;
  }

  #place(item: HTMLElement, seq: number, at: string, follow = false): void {
    const nearEnd = follow || this.#nearEnd();
    item.dataset['sequence'] = String(seq);
    const when = new Date(at);
    const time = part(item, 'time');
    time.setAttribute('datetime', at);
    const clock = `${this.#time.format(when)} ${this.#zoneName}`.trim();
    time.textContent = `${this.#date.format(when)}, ${clock}`.replaceAll('\u202f', '\u00a0');
    const next = [...this.#messages.children].find(
      (other) => other !== item && (!(other instanceof HTMLElement) || after(other, seq)),
    );
    if (item.nextElementSibling !== (next ?? null) || !item.isConnected) this.#messages.insertBefore(item, next ?? null);
    this.#changed(nearEnd);
  }

  /** Somebody who scrolled up to read stays there. */
  #nearEnd(): boolean {
    const log = this.#log;
    return !log || log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  }

  #changed(follow: boolean): void {
    const quiet = this.#element.querySelector<HTMLElement>('[data-chat-quiet]');
    if (quiet) quiet.hidden = true;
    if (follow) this.showNewest();
  }

  #role(role: string): string {
    const roles: Record<string, string | undefined> = {
      PATIENT: this.#element.dataset['rolePatient'],
      PROXY: this.#element.dataset['roleProxy'],
      DOCTOR: this.#element.dataset['roleDoctor'],
      NURSE: this.#element.dataset['roleNurse'],
    };
    return roles[role] ?? '';
  }
}

/** Whether a message comes after place `seq`; one without a place is not sent yet and stays last. */
function after(message: HTMLElement, seq: number): boolean {
  const place = message.dataset['sequence'];
  return place === undefined || Number(place) > seq;
}

function part(item: HTMLElement, selector: string): HTMLElement {
  return item.querySelector<HTMLElement>(selector) ?? item;
}
