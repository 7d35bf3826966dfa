import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent, LiveMessage, LiveSocket, LiveState } from '../live/live.js';
import { Conversation } from './conversation.js';

class FakeLive {
  state: LiveState = 'open';
  since = -1;
  readonly sent: LiveMessage[] = [];
  #event: (event: LiveEvent) => void = () => undefined;
  #state: (state: LiveState) => void = () => undefined;
  readonly #answers = new Map<string, (message: LiveMessage) => void>();

  subscribe(_topic: string, since: number, onEvent: (event: LiveEvent) => void): () => void {
    this.since = since;
    this.#event = onEvent;
    return () => undefined;
  }

  sendNow(message: LiveMessage): boolean {
    if (this.state !== 'open') return false;
    this.sent.push(message);
    return true;
  }

  onState(listener: (state: LiveState) => void): () => void {
    this.#state = listener;
    listener(this.state);
    return () => undefined;
  }

  onMessage(type: string, listener: (message: LiveMessage) => void): () => void {
    this.#answers.set(type, listener);
    return () => undefined;
  }

  become(state: LiveState): void {
    this.state = state;
    this.#state(state);
  }

  answer(message: LiveMessage): void {
    this.#answers.get(message.type)?.(message);
  }

  arrive(seq: number, text: string, own = false): void {
    this.#event({
      topic: 'thread:t',
      seq,
      kind: 'message',
      at: '2026-11-24T19:30:00Z',
      data: { seq, text, own, senderName: 'Dr Ana Ruiz', senderRole: 'DOCTOR', at: '2026-11-24T19:30:00Z' },
    });
  }
}

const PAGE = `
  <section data-module="chat" data-thread="t" data-since="4" data-last="1" data-zone="America/New_York" data-zone-name="Eastern Time"
           data-language="en-US" data-role-doctor="Doctor">
    <div role="log"><ol data-chat-messages><li data-sequence="1"><p class="vv-chat__text">First</p></li></ol></div>
    <p data-chat-quiet></p>
    <template data-chat-template><li class="vv-chat__message">
      <p><span class="vv-chat__name">You</span> <span class="vv-chat__role"></span></p><p class="vv-chat__text"></p>
      <p><time></time><span class="vv-chat__pending" hidden>Not sent yet</span><span class="vv-chat__failed" hidden>Could not</span></p>
    </li></template>
    <p><span data-chat-away hidden></span><span data-chat-ended hidden></span></p>
    <form><textarea></textarea><p data-chat-keys hidden></p><button>Send</button></form>
  </section>`;

describe('Conversation', () => {
  let live: FakeLive;

  const texts = (): string[] => [...document.querySelectorAll('li .vv-chat__text')].map((text) => text.textContent ?? '');
  const textarea = (): HTMLTextAreaElement => document.querySelector('textarea')!;
  const pending = (): number => document.querySelectorAll('.vv-chat__pending:not([hidden])').length;

  const write = (text: string): LiveMessage | undefined => {
    textarea().value = text;
    textarea().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    return live.sent.filter((message) => message.type === 'message').at(-1);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = PAGE;
    live = new FakeLive();
    new Conversation(document.querySelector('section')!, live as unknown as LiveSocket);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('follows from where the page was drawn', () => {
    expect(live.since).toBe(4);
  });

  it('shows what arrives with name, role and a time that names its zone', () => {
    live.arrive(2, 'Hello');
    expect(texts()).toEqual(['First', 'Hello']);
    const arrived = document.querySelector('[data-sequence="2"]')!;
    expect(arrived.querySelector('.vv-chat__name')!.textContent).toBe('Dr Ana Ruiz');
    expect(arrived.querySelector('.vv-chat__role')!.textContent).toBe('Doctor');
    expect(arrived.querySelector('time')!.textContent).toMatch(/Tue, Nov 24, 2:30\sPM Eastern Time/);
  });

  it('draws text as text', () => {
    live.arrive(2, '<img src=x onerror=alert(1)>');
    expect(document.querySelector('li img')).toBeNull();
  });

  it('starts a line on Enter where people type on glass', () => {
    document.body.innerHTML = PAGE;
    new Conversation(document.querySelector('section')!, live as unknown as LiveSocket, () => true);
    expect(write('Still wri')).toBeUndefined();
    expect(document.querySelector<HTMLElement>('[data-chat-keys]')!.hidden).toBe(true);
    document.querySelector('form')!.requestSubmit();
    expect(live.sent.at(-1)).toMatchObject({ type: 'message', text: 'Still wri' });
  });

  it('sends on Enter, keeps the line on Shift and Enter', () => {
    expect(write('Good morning')).toMatchObject({ thread: 't', text: 'Good morning' });
    expect(textarea().value).toBe('');
    textarea().value = 'One';
    textarea().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, cancelable: true }));
    expect(textarea().value).toBe('One');
  });

  it('marks a message as not sent until it is stored', () => {
    const sent = write('Good morning')!;
    expect(pending()).toBe(1);
    live.answer({ type: 'stored', clientId: sent['clientId'], seq: 2, at: '2026-11-24T19:30:00Z' });
    expect(pending()).toBe(0);
    live.arrive(2, 'Good morning', true);
    expect(texts()).toEqual(['First', 'Good morning']);
  });

  it('shows an own message once when its event comes before the acknowledgement', () => {
    const sent = write('Good morning')!;
    live.arrive(2, 'Good morning', true);
    live.answer({ type: 'stored', clientId: sent['clientId'], seq: 2, at: '2026-11-24T19:30:00Z' });
    expect(texts()).toEqual(['First', 'Good morning']);
  });

  it('sends what was written while away when the connection is back, with the same id', () => {
    const before = write('One')!;
    live.become('waiting');
    write('Two');
    live.become('open');
    const again = live.sent.filter((message) => message.type === 'message');
    expect(again.map((message) => message['text'])).toEqual(['One', 'One', 'Two']);
    expect(again[1]!['clientId']).toBe(before['clientId']);
  });

  it('sends again when no answer comes', () => {
    write('One');
    vi.advanceTimersByTime(12_000);
    expect(live.sent.filter((message) => message.type === 'message').length).toBeGreaterThan(1);
  });

  it('gives up on what the server refuses, and says so', () => {
    const sent = write('One')!;
    live.answer({ type: 'not-stored', clientId: sent['clientId'], reason: 'too-long' });
    expect(pending()).toBe(0);
    expect(document.querySelectorAll('.vv-chat__failed:not([hidden])')).toHaveLength(1);
  });

  it('keeps the order of places, and what is not sent yet last', () => {
    write('Mine');
    live.arrive(3, 'Third');
    live.arrive(2, 'Second');
    expect(texts()).toEqual(['First', 'Second', 'Third', 'Mine']);
  });

  it('says once how far it was read', () => {
    live.arrive(2, 'One');
    live.arrive(3, 'Two');
    vi.advanceTimersByTime(1_000);
    expect(live.sent).toEqual([{ type: 'read', thread: 't', seq: 3 }]);
  });

  it('keeps nothing in the browser', () => {
    write('Secret');
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });

  it('says when it is away and when it is over', () => {
    live.become('waiting');
    expect(document.querySelector<HTMLElement>('[data-chat-away]')!.hidden).toBe(false);
    live.become('ended');
    expect(document.querySelector<HTMLElement>('[data-chat-ended]')!.hidden).toBe(false);
    expect(document.querySelector('button')!.disabled).toBe(true);
  });
});
