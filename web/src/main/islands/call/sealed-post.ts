/**
 * Carries words over the live connection where the engine has no way of its own: on a service's line, on the telephone, or while a link
 * is interrupted. The live connection keeps a signal until its seat is left, and what people say to each other must be kept nowhere.
 * So two pages agree on a key that exists only in their memory (ECDH over P-256, HKDF, AES-GCM), and what passes through is unreadable.
 *
 * The key belongs to two seats at their epochs: a page that was reloaded agrees on another one.
 */
import type { Seat } from "./seats";
import type { SealedSignal } from "./words";

type SeatAt = Pick<Seat, "id" | "epoch">;

interface Agreement {
  readonly epoch: number;
  key: Promise<CryptoKey> | undefined;
  waiting: string[];
  offeredAt: number;
}

const LONGEST_QUEUE = 50;
const OFFER_AGAIN = 2_000;
const IV_BYTES = 12;

export interface SealedPostHost {
  readonly mine: () => SeatAt | undefined;
  send(to: SeatAt, signal: SealedSignal): void;
  onWords(from: SeatAt, text: string): void;
}

export class SealedPost {
  readonly #host: SealedPostHost;
  readonly #subtle: SubtleCrypto;
  readonly #agreements = new Map<string, Agreement>();
  #pair: Promise<CryptoKeyPair> | undefined;
  #epoch = -1;
  #inbox: Promise<void> = Promise.resolve();
  #outbox: Promise<void> = Promise.resolve();

  constructor(host: SealedPostHost, subtle: SubtleCrypto = crypto.subtle) {
    this.#host = host;
    this.#subtle = subtle;
  }

  /** The first words to a seat wait until both pages know the key. */
  send(to: SeatAt, text: string): void {
    const agreement = this.#with(to);
    if (!agreement) return;
    if (agreement.key) return this.#seal(to, agreement.key, text);
    // An offer may be lost.
    if (Date.now() - agreement.offeredAt > OFFER_AGAIN) {
      agreement.offeredAt = Date.now();
      void this.#offer(to, false).catch((problem: unknown) => console.warn("No key could be offered", (problem as Error).name));
    }
    if (agreement.waiting.length >= LONGEST_QUEUE) agreement.waiting.shift();
    agreement.waiting.push(text);
  }

  receive(from: SeatAt, signal: SealedSignal): Promise<void> {
    this.#inbox = this.#inbox.then(() => this.#open(from, signal)).catch((problem: unknown) => {
      console.warn("Words could not be opened", (problem as Error).name);
    });
    return this.#inbox;
  }

  async #open(from: SeatAt, signal: SealedSignal): Promise<void> {
    const agreement = this.#with(from);
    if (!agreement) return;
    if ("key" in signal) {
      agreement.key = this.#agree(from, signal.key);
      await agreement.key;
      if (!signal.answer) await this.#offer(from, true);
      for (const text of agreement.waiting.splice(0)) this.#seal(from, agreement.key, text);
    } else if (agreement.key) {
      this.#host.onWords(from, await this.#unseal(from, await agreement.key, signal.sealed));
    } else {
      // The key was for a page that this one has replaced.
      await this.#offer(from, false);
    }
  }

  /** A seat that was taken anew, ours or the other's, has nothing in common with the one before. */
  #with(other: SeatAt): Agreement | undefined {
    const mine = this.#host.mine();
    if (!mine) return undefined;
    if (mine.epoch !== this.#epoch) {
      this.#epoch = mine.epoch;
      this.#pair = undefined;
      this.#agreements.clear();
    }
    const known = this.#agreements.get(other.id);
    if (known && known.epoch >= other.epoch) return known.epoch === other.epoch ? known : undefined;
    const fresh: Agreement = { epoch: other.epoch, key: undefined, waiting: [], offeredAt: 0 };
    this.#agreements.set(other.id, fresh);
    return fresh;
  }

  #ownPair(): Promise<CryptoKeyPair> {
    this.#pair ??= this.#subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]) as Promise<CryptoKeyPair>;
    return this.#pair;
  }

  async #offer(to: SeatAt, answer: boolean): Promise<void> {
    const pair = await this.#ownPair();
    this.#host.send(to, { key: encode(await this.#subtle.exportKey("raw", pair.publicKey)), answer });
  }

  async #agree(other: SeatAt, theirs: string): Promise<CryptoKey> {
    const pair = await this.#ownPair();
    const publicKey = await this.#subtle.importKey("raw", decode(theirs), { name: "ECDH", namedCurve: "P-256" }, false, []);
    const shared = await this.#subtle.deriveBits({ name: "ECDH", public: publicKey }, pair.privateKey, 256);
    const secret = await this.#subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
    const seats = [name(this.#host.mine()), name(other)].sort().join(" ");
    return this.#subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info: new TextEncoder().encode(`visavis words ${seats}`) },
      secret,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt", "decrypt"],
    );
  }

  #seal(to: SeatAt, key: Promise<CryptoKey>, text: string): void {
    const mine = this.#host.mine();
    this.#outbox = this.#outbox
      .then(async () => {
        const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
        const bound = new TextEncoder().encode(`${name(mine)} ${name(to)}`);
        const sealed = await this.#subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound }, await key, new TextEncoder().encode(text));
        this.#host.send(to, { sealed: encode(concat(iv, new Uint8Array(sealed))) });
      })
      .catch((problem: unknown) => console.warn("Words could not be sealed", (problem as Error).name));
  }

  async #unseal(from: SeatAt, key: CryptoKey, sealed: string): Promise<string> {
    const bytes = decode(sealed);
    const bound = new TextEncoder().encode(`${name(from)} ${name(this.#host.mine())}`);
    const open = await this.#subtle.decrypt({ name: "AES-GCM", iv: bytes.slice(0, IV_BYTES), additionalData: bound }, key, bytes.slice(IV_BYTES));
    return new TextDecoder().decode(open);
  }
}

function name(seat: SeatAt | undefined): string {
  return `${seat?.id}:${seat?.epoch}`;
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function encode(bytes: ArrayBuffer | Uint8Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
