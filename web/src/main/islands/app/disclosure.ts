/** A `<details>` used as a menu: closes on Escape (focus returns to its summary) and when focus or a click goes elsewhere. */
export class Disclosure {
  readonly #details: HTMLDetailsElement;

  constructor(element: HTMLElement) {
    this.#details = element as HTMLDetailsElement;
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#details.open) {
        this.#close();
        element.querySelector('summary')?.focus();
      }
    });
    element.addEventListener('focusout', (event) => {
      if (event.relatedTarget instanceof Node && !element.contains(event.relatedTarget)) {
        this.#close();
      }
    });
    document.addEventListener('click', (event) => {
      if (event.target instanceof Node && !element.contains(event.target)) {
        this.#close();
      }
    });
  }

  #close(): void {
    this.#details.open = false;
  }
}
