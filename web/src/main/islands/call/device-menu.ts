/** The dialog in which a person chooses camera, microphone and speaker during the call. */
import type { DeviceChoice, LocalMedia } from "../media/local-media";

interface Parts {
  readonly dialog: HTMLDialogElement;
  readonly media: LocalMedia;
  readonly useSpeaker: (id: string) => Promise<void>;
}

export class DeviceMenu {
  readonly #parts: () => Parts;
  #listening = false;
  #speaker = "";

  constructor(parts: () => Parts) {
    this.#parts = parts;
  }

  async open(): Promise<void> {
    const { dialog, media } = this.#parts();
    this.#listen();
    const { microphones, cameras, speakers } = await media.choices();
    this.#fill("microphone", microphones, media.voice?.getSettings().deviceId);
    this.#fill("camera", cameras, media.camera?.getSettings().deviceId);
    this.#fill("speaker", "setSinkId" in HTMLMediaElement.prototype ? speakers : [], this.#speaker);
    dialog.showModal();
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = true;
    const { media, useSpeaker } = this.#parts();
    this.#select("microphone").addEventListener("change", (event) => void media.useMicrophone((event.target as HTMLSelectElement).value));
    this.#select("camera").addEventListener("change", (event) => void media.useCamera((event.target as HTMLSelectElement).value));
    this.#select("speaker").addEventListener("change", (event) => {
      this.#speaker = (event.target as HTMLSelectElement).value;
      void useSpeaker(this.#speaker);
    });
  }

  #fill(name: string, choices: readonly DeviceChoice[], chosen: string | undefined): void {
    const select = this.#select(name);
    select.replaceChildren(
      ...choices.map((choice, index) => {
        const option = document.createElement("option");
        option.value = choice.id;
        option.textContent = choice.label || `${index + 1}`;
        option.selected = choice.id === chosen;
        return option;
      }),
    );
    const row = select.closest<HTMLElement>("[data-row]");
    if (row) row.hidden = choices.length === 0;
  }

  #select(name: string): HTMLSelectElement {
    const found = this.#parts().dialog.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    if (!found) throw new Error(`The device menu has no ${name}`);
    return found;
  }
}
