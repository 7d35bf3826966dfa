import { beforeEach, describe, expect, it, vi } from "vitest";
import { CopyLink } from "./copy";

const LINK = "https://clinic.example/visits/1/device-check";

describe("CopyLink", () => {
  let button: HTMLButtonElement;
  let said: HTMLElement;

  const clipboard = (writeText: () => Promise<void>): unknown =>
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });

  beforeEach(() => {
    document.body.innerHTML = `<section><input value="${LINK}" readonly><button data-copy hidden></button>
      <p role="status" data-copied="copied" data-not-copied="marked"></p></section>`;
    new CopyLink(document.querySelector("section") as HTMLElement);
    button = document.querySelector("button") as HTMLButtonElement;
    said = document.querySelector("p") as HTMLElement;
  });

  it("shows its button only where it runs", () => {
    expect(button.hidden).toBe(false);
  });

  it("copies the link and says so", async () => {
    const written = vi.fn().mockResolvedValue(undefined);
    clipboard(written);
    button.click();
    await vi.waitFor(() => expect(said.textContent).toBe("copied"));
    expect(written).toHaveBeenCalledExactlyOnceWith(LINK);
  });

  it("copies the older way where the clipboard is closed", async () => {
    clipboard(() => Promise.reject(new DOMException("", "NotAllowedError")));
    const execCommand = vi.fn().mockReturnValue(true);
    Object.assign(document, { execCommand });
    button.click();
    await vi.waitFor(() => expect(said.textContent).toBe("copied"));
    expect(execCommand).toHaveBeenCalledExactlyOnceWith("copy");
  });

  it("marks the link where nothing may be copied", async () => {
    clipboard(() => Promise.reject(new DOMException("", "NotAllowedError")));
    Object.assign(document, { execCommand: () => false });
    button.click();
    await vi.waitFor(() => expect(said.textContent).toBe("marked"));
    expect(document.activeElement).toBe(document.querySelector("input"));
  });
});
