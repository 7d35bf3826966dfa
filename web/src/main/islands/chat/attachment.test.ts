import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Attachment, type Upload } from './attachment.js';

class FakeUpload {
  status = 0;
  responseText = '';
  readonly upload = new EventTarget();
  readonly headers: Record<string, string> = {};
  address = '';
  form: FormData | undefined;
  readonly #events = new EventTarget();

  open(_method: string, address: string): void {
    this.address = address;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  addEventListener(name: string, listener: EventListener): void {
    this.#events.addEventListener(name, listener);
  }

  send(form: FormData): void {
    this.form = form;
  }

  abort(): void {
    this.#events.dispatchEvent(new Event('abort'));
  }

  progress(loaded: number, total: number): void {
    this.upload.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded, total }));
  }

  answer(status: number, body = '{}'): void {
    this.status = status;
    this.responseText = body;
    this.#events.dispatchEvent(new Event('load'));
  }

  lose(): void {
    this.#events.dispatchEvent(new Event('error'));
  }
}

describe('Attachment', () => {
  let uploads: FakeUpload[];
  let attachment: Attachment;

  const $ = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
  const last = (): FakeUpload => uploads.at(-1)!;

  function choose(file: File): void {
    Object.defineProperty($('input'), 'files', { value: [file], configurable: true });
    $('input').dispatchEvent(new Event('change'));
  }

  beforeEach(() => {
    document.head.innerHTML = '<meta name="csrf" content="token" data-header="X-CSRF-TOKEN">';
    document.body.innerHTML = `
      <div id="attach" data-largest="100">
        <input type="file">
        <p data-chosen-said data-words="Chosen: {name}" data-not-sent="Not sent: {name}"></p><button data-chosen-remove hidden></button>
        <div data-upload hidden><progress max="100" value="0"></progress><button data-upload-cancel></button></div>
        <p data-upload-said data-sent="Sent" data-cancelled="Cancelled"></p>
        <p data-upload-error hidden><i></i><span data-upload-why></span></p>
        <template data-upload-reasons><span data-reason="too-large">Too large</span><span data-reason="failed" data-again>Did not arrive</span>
          <span data-reason="infected">Found something</span><span data-reason="signed-out">Sign in</span></template>
      </div>`;
    uploads = [];
    attachment = new Attachment($('#attach'), 't', () => {
      const upload = new FakeUpload();
      uploads.push(upload);
      return upload as unknown as Upload;
    });
    choose(new File(['abc'], 'rash.jpg', { type: 'image/jpeg' }));
  });

  it('sends the file with its words and shows how far it is', async () => {
    const sent = attachment.send('Since Monday');
    expect($('[data-upload]').hidden).toBe(false);
    last().progress(30, 60);
    expect($<HTMLProgressElement>('progress').value).toBe(50);
    expect(last().address).toBe('/api/messages/t/files');
    expect(last().headers['X-CSRF-TOKEN']).toBe('token');
    expect(last().form?.get('text')).toBe('Since Monday');
    last().answer(201);
    expect(await sent).toBe(true);
    expect($('[data-upload]').hidden).toBe(true);
    expect($('[data-upload-said]').textContent).toBe('Sent');
  });

  it('says which file was chosen, and that none is any more', () => {
    expect($('#attach').classList).toContain('vv-chat__attach--ready');
    expect($('[data-chosen-said]').textContent).toBe('Chosen: rash.jpg');
    choose(new File(['abc'], 'bill$&.pdf'));
    expect($('[data-chosen-said]').textContent).toBe('Chosen: bill$&.pdf');
    expect($('[data-chosen-remove]').hidden).toBe(false);

    Object.defineProperty($('input'), 'files', { value: [], configurable: true });
    $('[data-chosen-remove]').click();

    expect($('[data-chosen-said]').textContent).toBe('');
    expect($('[data-chosen-remove]').hidden).toBe(true);
    expect(attachment.chosen).toBe(false);
  });

  it('can be cancelled', async () => {
    const sent = attachment.send('');
    $('[data-upload-cancel]').click();
    expect(await sent).toBe(false);
    expect($('[data-upload-said]').textContent).toBe('Cancelled');
    expect(attachment.sending).toBe(false);
  });

  it('says what went wrong and keeps the id, so that sending again is one message', async () => {
    const first = attachment.send('');
    last().lose();
    expect(await first).toBe(false);
    expect($('[data-upload-error]').textContent).toBe('Did not arrive');
    const again = attachment.send('');
    expect($('[data-upload-error]').hidden).toBe(true);
    last().answer(201);
    await again;
    expect(uploads[1]!.form?.get('clientId')).toBe(uploads[0]!.form?.get('clientId'));
  });

  it('takes another id for the next file', async () => {
    const first = attachment.send('');
    last().answer(201);
    await first;
    choose(new File(['def'], 'other.jpg'));
    const second = attachment.send('');
    last().answer(201);
    await second;
    expect(uploads[1]!.form?.get('clientId')).not.toBe(uploads[0]!.form?.get('clientId'));
  });

  it.each([
    [422, '{"reason":"infected"}', 'Found something'],
    [422, '{"reason":"<b>"}', 'Did not arrive'],
    [413, '', 'Too large'],
    [401, '', 'Sign in'],
    [500, '<html>', 'Did not arrive'],
  ])('answers %i %s with a sentence', async (status, body, sentence) => {
    const sent = attachment.send('');
    last().answer(status, body);
    expect(await sent).toBe(false);
    expect($('[data-upload-error]').textContent).toBe(sentence);
  });

  it('lets go of a file that is refused and says that it is not sent', async () => {
    const value = vi.spyOn($<HTMLInputElement>('input'), 'value', 'set');
    const sent = attachment.send('');
    last().answer(422, '{"reason":"infected"}');
    await sent;
    expect(value).toHaveBeenCalledWith('');
    expect($('[data-chosen-said]').textContent).toBe('Not sent: rash.jpg');
  });

  it('keeps a file that can be sent again, and promises it anew only then', async () => {
    const value = vi.spyOn($<HTMLInputElement>('input'), 'value', 'set');
    const sent = attachment.send('');
    last().lose();
    await sent;
    expect(value).not.toHaveBeenCalled();
    expect($('[data-chosen-said]').textContent).toBe('Not sent: rash.jpg');
    expect($('[data-chosen-remove]').hidden).toBe(false);
    void attachment.send('');
    expect($('[data-chosen-said]').textContent).toBe('Chosen: rash.jpg');
  });

  it('says of a file that is too large when it is chosen', () => {
    choose(new File(['x'.repeat(101)], 'large.jpg'));
    expect(uploads).toHaveLength(0);
    expect($('[data-upload-error]').hidden).toBe(false);
    expect($('[data-upload-error]').textContent).toBe('Too large');
    expect($('[data-chosen-said]').textContent).toBe('Not sent: large.jpg');
  });
});
