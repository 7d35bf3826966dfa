/** What a person must hear first after a page is shown again: the summary of errors takes the focus. */
export class TakeFocus {
  constructor(element: HTMLElement) {
    element.focus();
  }
}
