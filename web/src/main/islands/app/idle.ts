/** What the guard needs from around it; tests bring their own. */
export interface IdleSurroundings {
  now(): number;
  extend(): Promise<boolean>;
  leave(): void;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const WARNING = 2 * MINUTE;
const ACTIVITY = ['pointerdown', 'keydown', 'scroll', 'vv-active'] as const;

/**
 * Signs a still page out, and warns before.
 *
 * Somebody who moves on a page keeps the session, told to the server at most once a minute (sooner when the limit is short); all tabs share the
 * news. When the time is up the screen is emptied at once, before the browser goes anywhere. An island with something going on (a visit) sends
 * `vv-active` on the document.
 */
export class IdleGuard {
  readonly #dialog: HTMLDialogElement;
  readonly #limit: number;
  readonly #surroundings: IdleSurroundings;
  readonly #tabs = new BroadcastChannel('session');
  #end: number;
  #told: number;
  #over = false;

  constructor(element: HTMLElement, surroundings: IdleSurroundings = browser()) {
    this.#dialog = element as HTMLDialogElement;
    this.#limit = Number(element.dataset['idleSeconds']) * SECOND;
    this.#surroundings = surroundings;
    this.#told = surroundings.now();
    this.#end = this.#told + this.#limit;
    for (const kind of ACTIVITY) {
      document.addEventListener(kind, () => this.#active(), { passive: true });
    }
    this.#tabs.addEventListener('message', (message) => this.#heard(message.data));
    this.#dialog.addEventListener('cancel', (event) => event.preventDefault());
    this.#dialog.querySelector('[data-stay]')?.addEventListener('click', () => void this.#stay());
    this.#dialog.querySelector('[data-leave]')?.addEventListener('click', () => this.#leave());
    window.addEventListener('pageshow', () => this.#look());
    document.addEventListener('visibilitychange', () => this.#look());
    window.setInterval(() => this.#look(), SECOND);
  }

  #active(): void {
    if (!this.#dialog.open && this.#surroundings.now() - this.#told > Math.min(MINUTE, this.#limit / 4)) {
      void this.#stay();
    }
  }

  async #stay(): Promise<void> {
    this.#told = this.#surroundings.now();
    if (await this.#surroundings.extend()) {
      this.#extended(this.#told);
      this.#tabs.postMessage({ extended: this.#told });
    } else {
      this.#leave();
    }
  }

  #heard(news: { extended?: number; over?: boolean }): void {
    if (news.extended !== undefined) {
      this.#extended(news.extended);
    } else if (news.over) {
      this.#leave(false);
    }
  }

  #extended(at: number): void {
    this.#told = Math.max(this.#told, at);
    this.#end = this.#told + this.#limit;
    if (this.#dialog.open) {
      this.#dialog.close();
    }
  }

  #look(): void {
    const left = this.#end - this.#surroundings.now();
    if (left <= 0) {
      this.#leave();
    } else if (left <= Math.min(WARNING, this.#limit / 2)) {
      this.#warn(Math.ceil(left / SECOND));
    }
  }

  #warn(seconds: number): void {
    const shown = this.#dialog.querySelector<HTMLElement>('[data-left]');
    if (shown) {
      shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
  }

  #leave(tellOthers = true): void {
    if (this.#over) {
      return;
    }
    this.#over = true;
    if (tellOthers) {
      this.#tabs.postMessage({ over: true });
    }
    document.body.replaceChildren();
    this.#surroundings.leave();
  }
}

function browser(): IdleSurroundings {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]');
  const post = (path: string): Promise<Response> =>
    fetch(path, {
      method: 'POST',
      headers: { [token?.dataset['header'] ?? 'X-CSRF-TOKEN']: token?.content ?? '' },
      redirect: 'manual',
      keepalive: true,
    });
  return {
    now: () => Date.now(),
    // No connection is not the end: the clock here decides.
    extend: () =>
      post('/session/extension').then(
        (answer) => answer.ok,
        () => true,
      ),
    leave: () => {
      void post('/sign-out').finally(() => location.replace('/session-ended'));
    },
  };
}
