/** Hands clicks on `data-do` and the keys of the call to whoever does them. */
const KEYS: Readonly<Record<string, string>> = { KeyM: "microphone", KeyV: "camera", KeyS: "screen", KeyC: "side" };

export function listen(root: HTMLElement, acts: Readonly<Record<string, () => void>>, keysWork: () => boolean): void {
  root.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-do]");
    const act = button && acts[button.dataset["do"] ?? ""];
    if (!act) return;
    event.preventDefault();
    button.closest("dialog")?.close();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.shiftKey || event.repeat) return;
    const name = KEYS[event.code];
    if (!name || !keysWork()) return;
    event.preventDefault();
    acts[name]?.();
  });
}
