/**
 * htmx notes the address of every page in the browser's session storage, for a history of its own that no page of ours uses. Addresses name visits
 * and patients, and nothing of a patient stays on a device: the note goes as soon as it is written.
 */
export function keepNothing(): void {
  try {
    sessionStorage.removeItem('htmx-current-path-for-history');
  } catch {
    // A browser without storage has kept nothing.
  }
}
