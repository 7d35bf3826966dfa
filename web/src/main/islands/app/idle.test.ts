import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleGuard } from './idle.js';

const MINUTE = 60_000;

class Channel extends EventTarget {
  static heard: unknown[] = [];
  postMessage(message: unknown): void {
    Channel.heard.push(message);
  }
}

describe('a still page', () => {
  let extend: ReturnType<typeof vi.fn<() => Promise<boolean>>>;
  let leave: ReturnType<typeof vi.fn<() => void>>;
  let dialog: HTMLDialogElement;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('BroadcastChannel', Channel);
    Channel.heard = [];
    document.body.innerHTML =
      '<p>Patient</p><dialog data-idle-seconds="900"><span data-left></span><button data-stay></button><button data-leave></button></dialog>';
    dialog = document.querySelector('dialog') as HTMLDialogElement;
    dialog.showModal = () => dialog.setAttribute('open', '');
    dialog.close = () => dialog.removeAttribute('open');
    extend = vi.fn(() => Promise.resolve(true));
    leave = vi.fn();
    new IdleGuard(dialog, { now: () => Date.now(), extend, leave });
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('warns two minutes before the end and counts down', () => {
    vi.advanceTimersByTime(12.9 * MINUTE);
    expect(dialog.open).toBe(false);
    vi.advanceTimersByTime(0.2 * MINUTE);
    expect(dialog.open).toBe(true);
    expect(dialog.querySelector('[data-left]')?.textContent).toBe('1:54');
  });

  it('is emptied and left when nobody answers', () => {
    vi.advanceTimersByTime(15 * MINUTE);
    expect(document.body.textContent).toBe('');
    expect(leave).toHaveBeenCalledTimes(1);
    expect(Channel.heard).toContainEqual({ over: true });
  });

  it('stays when asked to', async () => {
    vi.advanceTimersByTime(14 * MINUTE);
    (dialog.querySelector('[data-stay]') as HTMLElement).click();
    await vi.advanceTimersByTimeAsync(0);
    expect(extend).toHaveBeenCalledTimes(1);
    expect(dialog.open).toBe(false);
    await vi.advanceTimersByTimeAsync(12 * MINUTE);
    expect(leave).not.toHaveBeenCalled();
  });

  it('tells the server of movement at most once a minute', async () => {
    vi.advanceTimersByTime(2 * MINUTE);
    for (let press = 0; press < 10; press++) {
      document.dispatchEvent(new Event('keydown'));
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(extend).toHaveBeenCalledTimes(1);
  });

  it('tells the server sooner when the limit is short, so that nobody at work is warned', async () => {
    dialog.dataset['idleSeconds'] = '60';
    new IdleGuard(dialog, { now: () => Date.now(), extend, leave });
    for (let passed = 0; passed < 60; passed += 5) {
      await vi.advanceTimersByTimeAsync(5_000);
      document.dispatchEvent(new Event('keydown'));
    }
    expect(dialog.open).toBe(false);
    expect(extend.mock.calls.length).toBeLessThan(5);
  });

  it('leaves at once when the server says the session is over', async () => {
    extend.mockResolvedValue(false);
    vi.advanceTimersByTime(2 * MINUTE);
    document.dispatchEvent(new Event('vv-active'));
    await vi.advanceTimersByTimeAsync(0);
    expect(leave).toHaveBeenCalled();
  });
});
