// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Panel } from "./panel";

const FORM = '<form method="post" action="/visits/1/telephone/call"><input name="number" value="911"><button>Call</button></form>';

function answer(body: string, status = 200): Response {
  return { ok: status < 300, status, text: () => Promise.resolve(body) } as Response;
}

describe("Panel", () => {
  const asked = vi.fn<typeof fetch>();
  let dialog: HTMLDialogElement;

  beforeEach(() => {
    vi.stubGlobal("fetch", asked);
    document.body.innerHTML = '<dialog data-from="/visits/1/telephone"><div data-body tabindex="-1"></div></dialog>';
    dialog = document.querySelector("dialog") as HTMLDialogElement;
    dialog.showModal = () => (dialog.open = true);
    dialog.close = () => (dialog.open = false);
  });

  afterEach(() => {
    asked.mockReset();
    vi.unstubAllGlobals();
  });

  it("asks for what it shows only while somebody looks", async () => {
    const panel = new Panel(dialog);
    await panel.refresh();
    expect(asked).not.toHaveBeenCalled();
    asked.mockResolvedValue(answer(FORM));
    await panel.open();
    expect(dialog.querySelector("form")).not.toBeNull();
  });

  it("sends its forms without leaving the page, and shows why one was refused", async () => {
    asked.mockResolvedValueOnce(answer(FORM));
    const panel = new Panel(dialog);
    await panel.open();
    asked.mockResolvedValueOnce(answer('<input aria-invalid="true" value="911"><p>Call it yourself</p>', 422));
    const submitted = new Event("submit", { bubbles: true, cancelable: true });
    dialog.querySelector("form")?.dispatchEvent(submitted);
    await vi.waitFor(() => expect(dialog.textContent).toContain("Call it yourself"));
    expect(submitted.defaultPrevented).toBe(true);
    expect(String((asked.mock.calls[1]?.[1] as RequestInit).body)).toBe("number=911");
  });

  it("leaves a number that somebody is typing alone", async () => {
    asked.mockResolvedValue(answer(FORM));
    const panel = new Panel(dialog);
    await panel.open();
    dialog.querySelector<HTMLInputElement>("input")?.focus();
    await panel.refresh();
    expect(asked).toHaveBeenCalledOnce();
  });

  it("keeps what it showed when the server cannot be reached", async () => {
    asked.mockResolvedValueOnce(answer(FORM));
    const panel = new Panel(dialog);
    await panel.open();
    asked.mockRejectedValueOnce(new TypeError("offline"));
    await panel.refresh();
    expect(dialog.querySelector("form")).not.toBeNull();
  });
});
