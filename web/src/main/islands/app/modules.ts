/** A behaviour of one element, named in its `data-module`. */
export type ModuleClass = new (element: HTMLElement) => unknown;

const started = new WeakMap<Element, Set<string>>();

/**
 * Starts a class on each element whose `data-module` names it: now, and for whatever htmx brings later. An element may name several,
 * separated by spaces. Starting twice is harmless.
 */
export function start(modules: Record<string, ModuleClass>): void {
  const within = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>('[data-module]')) {
      for (const name of (element.dataset['module'] ?? '').split(/\s+/)) {
        const Module = modules[name];
        const names = started.get(element) ?? new Set<string>();
        if (Module && !names.has(name)) {
          started.set(element, names.add(name));
          new Module(element);
        }
      }
    }
  };
  within(document);
  document.addEventListener('htmx:afterSettle', () => within(document));
}
