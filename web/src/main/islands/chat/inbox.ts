import { FROM_NOW, LiveSocket } from '../live/live.js';

/** Says on the list of conversations that something new has come. It does not load it: that would count as somebody being there. */
export class Inbox {
  constructor(element: HTMLElement, live: LiveSocket = LiveSocket.shared()) {
    const news = element.querySelector<HTMLElement>('[data-inbox-news]');
    live.subscribe(`person:${element.dataset['person'] ?? ''}`, FROM_NOW, () => {
      if (news) news.hidden = false;
    });
  }
}
