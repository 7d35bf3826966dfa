import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepNothing } from './keep-nothing.js';

describe('a page with htmx', () => {
  afterEach(() => vi.restoreAllMocks());

  it('keeps no address in the browser', () => {
    sessionStorage.setItem('htmx-current-path-for-history', '/visits/7/waiting-room');

    keepNothing();

    expect(sessionStorage.length).toBe(0);
  });

  it('starts in a browser without storage too', () => {
    vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });

    expect(keepNothing).not.toThrow();
  });
});
