import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FROM_NOW, type LiveEvent, LiveSocket, type LiveState } from './live.js';

class FakeSocket {
  readyState = 0;
  readonly sent: Array<Record<string, unknown>> = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((close: { code: number }) => void) | null = null;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(code = 1000): void {
    this.drop(code);
  }

  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  say(message: Record<string, unknown>): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  drop(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

const event = (seq: number, topic = 'thread:a'): Record<string, unknown> => ({
  type: 'event',
  topic,
  seq,
  kind: 'message',
  at: '2026-11-22T08:00:00Z',
  data: {},
});

describe('LiveSocket', () => {
  let sockets: FakeSocket[];
  let live: LiveSocket;

  const newest = (): FakeSocket => sockets[sockets.length - 1]!;

  beforeEach(() => {
    vi.useFakeTimers();
    sockets = [];
    live = new LiveSocket({
      url: 'ws://localhost/live',
      connect: () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket as unknown as WebSocket;
      },
      random: () => 1,
    });
  });

  afterEach(() => {
    live.close();
    vi.useRealTimers();
  });

  it('subscribes when the connection opens and hands over events in order', () => {
    const seen: number[] = [];
    live.subscribe('thread:a', 3, (e: LiveEvent) => seen.push(e.seq));
    newest().accept();
    expect(newest().sent).toEqual([{ type: 'subscribe', topic: 'thread:a', since: 3 }]);
    newest().say(event(4));
    newest().say(event(5));
    expect(seen).toEqual([4, 5]);
  });

  it('resumes from the last event it saw after a drop and shows none twice', () => {
    const seen: number[] = [];
    live.subscribe('thread:a', 0, (e) => seen.push(e.seq));
    newest().accept();
    newest().say(event(1));
    newest().say(event(2));
    newest().drop();
    expect(live.state).toBe('waiting');
    vi.advanceTimersByTime(250);
    newest().accept();
    expect(sockets).toHaveLength(2);
    expect(newest().sent).toEqual([{ type: 'subscribe', topic: 'thread:a', since: 2 }]);
    newest().say(event(2));
    newest().say(event(3));
    expect(seen).toEqual([1, 2, 3]);
  });

  it('waits longer after every failed attempt, but never longer than the ceiling', () => {
    for (const delay of [250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000]) {
      const before = sockets.length;
      newest().drop();
      vi.advanceTimersByTime(delay - 1);
      expect(sockets).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(sockets).toHaveLength(before + 1);
    }
  });

  it('keeps what was sent while away and sends it once the connection is back', () => {
    expect(live.send({ type: 'message', clientId: '1' })).toBe(true);
    expect(live.sendNow({ type: 'signal' })).toBe(false);
    newest().accept();
    expect(newest().sent).toEqual([{ type: 'message', clientId: '1' }]);
    newest().drop();
    vi.advanceTimersByTime(250);
    newest().accept();
    expect(newest().sent).toEqual([]);
  });

  it('refuses to queue without end', () => {
    for (let i = 0; i < 100; i++) expect(live.send({ type: 'message' })).toBe(true);
    expect(live.send({ type: 'message' })).toBe(false);
  });

  it('starts from now where the listener asked for it', () => {
    live.subscribe('person:p', FROM_NOW, () => undefined);
    newest().accept();
    newest().say({ type: 'subscribed', topic: 'person:p', seq: 41 });
    newest().drop();
    vi.advanceTimersByTime(250);
    newest().accept();
    expect(newest().sent).toEqual([{ type: 'subscribe', topic: 'person:p', since: 41 }]);
  });

  it('tells the listener when events are no longer kept', () => {
    const gaps: number[] = [];
    live.subscribe('thread:a', 1, () => undefined, { onGap: (seq) => gaps.push(seq) });
    newest().accept();
    newest().say({ type: 'gap', topic: 'thread:a', seq: 90 });
    expect(gaps).toEqual([90]);
  });

  it('does not ask again for a topic that was refused', () => {
    const refused = vi.fn();
    live.subscribe('thread:x', 0, () => undefined, { onRefused: refused });
    newest().accept();
    newest().say({ type: 'refused', topic: 'thread:x' });
    expect(refused).toHaveBeenCalledOnce();
    newest().drop();
    vi.advanceTimersByTime(250);
    newest().accept();
    expect(newest().sent).toEqual([]);
  });

  it('stays away once the person is signed out', () => {
    const states: LiveState[] = [];
    live.onState((state) => states.push(state));
    newest().accept();
    newest().drop(4401);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(states).toEqual(['connecting', 'open', 'ended']);
  });

  it('notices a connection that died without a word', () => {
    newest().accept();
    vi.advanceTimersByTime(20_000);
    expect(newest().sent).toEqual([{ type: 'ping' }]);
    vi.advanceTimersByTime(20_000);
    expect(live.state).toBe('waiting');
  });

  it('makes another connection when one in doubt gives no sign of life, and loses nothing', () => {
    const seen: number[] = [];
    live.subscribe('thread:a', 3, (each) => seen.push(each.seq));
    newest().accept();
    const old = newest();
    live.doubt();
    expect(old.sent.at(-1)).toEqual({ type: 'ping' });
    vi.advanceTimersByTime(800);
    expect(sockets).toHaveLength(2);
    expect(old.readyState).toBe(3);
    live.send({ type: 'signal' });
    newest().accept();
    expect(newest().sent).toEqual([{ type: 'subscribe', topic: 'thread:a', since: 3 }, { type: 'signal' }]);
    newest().say(event(4));
    expect(seen).toEqual([4]);
  });

  it('keeps a connection in doubt that gives a sign of life', () => {
    newest().accept();
    live.doubt();
    newest().say({ type: 'pong' });
    vi.advanceTimersByTime(5_000);
    expect(sockets).toHaveLength(1);
  });

  it('doubts its connection when the browser comes back online', () => {
    newest().accept();
    globalThis.dispatchEvent(new Event('online'));
    vi.advanceTimersByTime(800);
    expect(sockets).toHaveLength(2);
  });

  it('hands answers without a topic to whoever asked for their type', () => {
    const stored = vi.fn();
    live.onMessage('stored', stored);
    newest().accept();
    newest().say({ type: 'stored', clientId: '1', seq: 7 });
    expect(stored).toHaveBeenCalledWith({ type: 'stored', clientId: '1', seq: 7 });
  });

  it('ignores what is not JSON', () => {
    newest().accept();
    newest().onmessage?.({ data: 'not json' });
    expect(live.state).toBe('open');
  });
});
