/** Hands clicks on `data-do` and the keys of the call to whoever does them. */
const KEYS: Readonly<Record<string, string>> = { KeyM: "microphone", KeyV: "camera", KeyS: "screen", KeyC: "side" };

export interface Controls {
  readonly acts: Readonly<Record<string, () => void>>;
  /** Keys beyond those of every call: with Alt and Shift, by their code on the keyboard. */
  readonly keys: Readonly<Record<string, string>>;
  readonly keysWork: () => boolean;
}

export function listen(root: HTMLElement, { acts, keys, keysWork }: Controls): void {
  root.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-do]");
    const act = button && acts[button.dataset["do"] ?? ""];
    if (!act) return;
    event.preventDefault();
    button.closest("dialog")?.close();
    button.closest<HTMLElement>("[popover]")?.hidePopover?.();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.shiftKey || event.repeat) return;
    const name = KEYS[event.code] ?? keys[event.code];
    if (!name || !keysWork()) return;
    event.preventDefault();
    acts[name]?.();
  });
}
