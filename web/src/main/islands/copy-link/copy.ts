/**
 * A button that copies the link in the field above it. Pages inside other apps often keep the clipboard to themselves: then the older
 * way is tried, and where that fails too the link is marked for the person's own hand.
 */
export class CopyLink {
  readonly #link: HTMLInputElement;
  readonly #said: HTMLElement;

  constructor(element: HTMLElement) {
    const [link, said, button] = ["input", "[role=status]", "[data-copy]"].map((what) => element.querySelector<HTMLElement>(what));
    if (!(link instanceof HTMLInputElement) || !said || !button) throw new Error("There is no link to copy");
    this.#link = link;
    this.#said = said;
    button.hidden = false;
    button.addEventListener("click", () => void this.#copy());
  }

  async #copy(): Promise<void> {
    const copied = (await this.#byClipboard()) || this.#bySelection();
    this.#said.textContent = this.#said.dataset[copied ? "copied" : "notCopied"] ?? "";
  }

  async #byClipboard(): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(this.#link.value);
      return true;
    } catch {
      return false;
    }
  }

  #bySelection(): boolean {
    this.#link.focus();
    this.#link.select();
    this.#link.setSelectionRange(0, this.#link.value.length);
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  }
}
