/** How long people wait for a connection before the telephone is offered: from the first failure on, whatever is still being tried. */
export const OFFER_AFTER = 20_000;

export class Patience {
  readonly #onOut: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onOut: () => void) {
    this.#onOut = onOut;
  }

  /** Something does not work. Further failures do not begin the wait anew. */
  failed(): void {
    this.#timer ??= setTimeout(this.#onOut, OFFER_AFTER);
  }

  works(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
