/** What {@link Attachment} needs of XMLHttpRequest: fetch does not tell how far an upload is. */
export type Upload = Pick<
  XMLHttpRequest,
  'open' | 'send' | 'abort' | 'setRequestHeader' | 'status' | 'responseText' | 'upload' | 'addEventListener'
>;

type Ending = 'sent' | 'cancelled' | { readonly reason: string };

/**
 * The file beside a message: shows how far it is, can be cancelled, and says in a sentence what went wrong. A file that did not arrive
 * stays chosen and keeps its id: sent again after a lost answer it is still one message. A file that is refused is let go, so that what
 * was written can still be sent without it.
 *
 * The browser's own control speaks the browser's language; here it lies unseen over a button in the page's, and the page says what was
 * chosen.
 */
export class Attachment {
  readonly #element: HTMLElement;
  readonly #thread: string;
  readonly #make: () => Upload;
  readonly #chooser: HTMLInputElement | null;
  readonly #progress: HTMLProgressElement | null;
  #clientId = crypto.randomUUID();
  #upload: Upload | undefined;

  constructor(element: HTMLElement, thread: string, make: () => Upload = () => new XMLHttpRequest()) {
    this.#element = element;
    this.#thread = thread;
    this.#make = make;
    this.#chooser = element.querySelector<HTMLInputElement>('input[type=file]');
    this.#progress = element.querySelector('progress');
    this.#chooser?.addEventListener('change', this.#chose);
    element.querySelector('[data-chosen-remove]')?.addEventListener('click', this.#remove);
    element.classList.add('vv-chat__attach--ready');
    this.#named('words');
    element.querySelector('[data-upload-cancel]')?.addEventListener('click', () => this.#upload?.abort());
  }

  get chosen(): boolean {
    return this.#file !== undefined;
  }

  get sending(): boolean {
    return this.#upload !== undefined;
  }

  get #file(): File | undefined {
    return this.#chooser?.files?.[0] ?? undefined;
  }

  /** Whether it arrived. */
  async send(text: string): Promise<boolean> {
    const file = this.#file;
    if (!file || this.#upload) return false;
    this.#error(undefined);
    this.#named('words');
    this.#show(true);
    const ending = await this.#transfer(file, text);
    this.#upload = undefined;
    this.#show(false);
    if (ending === 'sent') this.#clear();
    if (typeof ending === 'string') this.#say(ending);
    else this.#fail(ending.reason);
    return ending === 'sent';
  }

  #transfer(file: File, text: string): Promise<Ending> {
    const form = new FormData();
    form.set('clientId', this.#clientId);
    form.set('text', text);
    form.set('file', file);
    const upload = (this.#upload = this.#make());
    return new Promise((resolve) => {
      upload.open('POST', `/api/messages/${this.#thread}/files`);
      upload.setRequestHeader('Accept', 'application/json');
      const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]');
      if (token) upload.setRequestHeader(token.dataset['header'] ?? 'X-CSRF-TOKEN', token.content);
      upload.upload.addEventListener('progress', (event) => {
        if (this.#progress && event.lengthComputable) this.#progress.value = (100 * event.loaded) / event.total;
      });
      upload.addEventListener('load', () => resolve(ending(upload)));
      upload.addEventListener('error', () => resolve({ reason: 'failed' }));
      upload.addEventListener('abort', () => resolve('cancelled'));
      upload.send(form);
    });
  }

  readonly #chose = (): void => {
    this.#clientId = crypto.randomUUID();
    this.#error(undefined);
    this.#named('words');
    if ((this.#file?.size ?? 0) > Number(this.#element.dataset['largest'] ?? Infinity)) this.#fail('too-large');
  };

  readonly #remove = (): void => {
    this.#clear();
    this.#error(undefined);
    this.#chooser?.focus();
  };

  /** Says which file goes with the message, or which one did not. */
  #named(words: 'words' | 'notSent', file = this.#file): void {
    const said = this.#element.querySelector<HTMLElement>('[data-chosen-said]');
    if (said) said.textContent = file ? (said.dataset[words] ?? '').replace('{name}', () => file.name) : '';
    const remove = this.#element.querySelector<HTMLElement>('[data-chosen-remove]');
    if (remove) remove.hidden = !this.chosen;
  }

  #clear(): void {
    if (this.#chooser) this.#chooser.value = '';
    this.#clientId = crypto.randomUUID();
    this.#named('words');
  }

  #show(running: boolean): void {
    const shown = this.#element.querySelector<HTMLElement>('[data-upload]');
    if (shown) shown.hidden = !running;
    if (this.#progress && running) this.#progress.value = 0;
    if (this.#chooser) this.#chooser.disabled = running;
    const remove = this.#element.querySelector<HTMLButtonElement>('[data-chosen-remove]');
    if (remove) remove.disabled = running;
  }

  #say(ending: 'sent' | 'cancelled'): void {
    const said = this.#element.querySelector<HTMLElement>('[data-upload-said]');
    if (said) said.textContent = said.dataset[ending] ?? '';
  }

  #fail(reason: string): void {
    const file = this.#file;
    const sentence = this.#sentence(reason) ?? this.#sentence('failed');
    if (sentence?.dataset['again'] === undefined) this.#clear();
    this.#named('notSent', file);
    this.#error(sentence?.textContent ?? '');
  }

  #sentence(reason: string): HTMLElement | undefined {
    const sentences = this.#element.querySelector<HTMLTemplateElement>('[data-upload-reasons]')?.content;
    return sentences?.querySelector<HTMLElement>(`[data-reason="${reason}"]`) ?? undefined;
  }

  #error(sentence: string | undefined): void {
    const error = this.#element.querySelector<HTMLElement>('[data-upload-error]');
    const words = error?.querySelector('[data-upload-why]');
    if (words) words.textContent = sentence ?? '';
    if (error) error.hidden = sentence === undefined;
  }
}

function ending(upload: Upload): Ending {
  if (upload.status === 201) return 'sent';
  if (upload.status === 401 || upload.status === 403) return { reason: 'signed-out' };
  if (upload.status === 413) return { reason: 'too-large' };
  return { reason: reasonIn(upload.responseText) ?? 'failed' };
}

function reasonIn(problem: string): string | undefined {
  try {
    const reason = (JSON.parse(problem) as { reason?: unknown }).reason;
    return typeof reason === 'string' && /^[a-z-]+$/.test(reason) ? reason : undefined;
  } catch {
    return undefined;
  }
}
