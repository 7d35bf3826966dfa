/** The sentences of an island, written by the server in the viewer's language, as JSON in `data-texts`. `{name}` is filled here. */
export class Texts {
  readonly #texts: Readonly<Record<string, string>>;

  constructor(element: HTMLElement) {
    this.#texts = JSON.parse(element.dataset["texts"] ?? "{}") as Record<string, string>;
  }

  say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    const text = this.#texts[key];
    if (text === undefined) throw new Error(`The page brought no text ${key}`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }
}
