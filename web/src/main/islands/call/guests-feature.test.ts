import { beforeEach, describe, expect, it, vi } from "vitest";
import { guestsFeature } from "./guests-feature";
import type { Feature, Room } from "./room";

const row = (id: string, name: string, waits: boolean): string =>
  `<li data-guest="${id}" ${waits ? `data-waits="${name}"` : ""} data-role="Family">${name}
     ${waits ? `<form data-move="admit" action="/visits/1/guests/${id}/admission"><button id="admit-${id}">Let in ${name}</button></form>` : ""}</li>`;
const list = (...rows: string[]): string =>
  `<div data-guests><div data-rows><ul>${rows.join("")}</ul></div>
     <details><summary>Invite</summary><form data-invite action="/visits/1/guests"><input id="guestName" name="guestName"></form></details></div>`;

describe("guestsFeature", () => {
  let asked: Array<[string, string | undefined]>;
  let answers: Array<[number, string]>;
  let said: string[];
  let feature: Feature;

  function begin(now: boolean): void {
    document.body.innerHTML = `
      <div id="room"><div data-ref="guestsWaiting" hidden></div><span data-ref="guestsControl" hidden></span>
        <dialog data-ref="guests" data-from="/visits/1/guests" data-now="${now}"><h2 tabindex="-1">Guests</h2><div data-guests-list></div></dialog></div>`;
    const root = document.querySelector<HTMLElement>("#room")!;
    asked = [];
    said = [];
    answers = [];
    vi.stubGlobal("fetch", (address: string, settings: RequestInit) => {
      asked.push([new URL(address, "http://localhost").pathname, settings.body?.toString()]);
      const [status, html] = answers.shift() ?? [200, list()];
      return Promise.resolve(new Response(html, { status }));
    });
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    feature = guestsFeature({
      texts: { say: (key: string, values?: Record<string, string>) => [key, values?.["name"]].filter(Boolean).join(" ") },
      page: {
        root,
        ref: (name: string) => root.querySelector(`[data-ref="${name}"]`),
        show: (name: string, shown: boolean) => (root.querySelector<HTMLElement>(`[data-ref="${name}"]`)!.hidden = !shown),
        say: (key: string, values?: Record<string, string>) => said.push([key, values?.["name"]].filter(Boolean).join(" ")),
      },
    } as unknown as Room);
  }

  const hear = async (kind: string, data: unknown = {}): Promise<void> => {
    feature.onNews?.({ kind, data } as never);
    await new Promise((done) => setTimeout(done));
  };
  const waiting = (): HTMLElement => document.querySelector<HTMLElement>("[data-ref=guestsWaiting]")!;

  beforeEach(() => begin(true));

  it("says who waits, once, and offers to let them in", async () => {
    answers = [[200, list(row("m", "Mia", true), row("b", "Ben", false))], [200, list(row("m", "Mia", true))]];
    await hear("guest");
    await hear("guest");

    expect(said).toEqual(["said.guestWaits Mia"]);
    expect(waiting().textContent).toContain("said.guestWaits Mia (Family)");
    expect(waiting().hidden).toBe(false);
    expect(document.querySelectorAll("#admit-m")).toHaveLength(1);
  });

  it("lets in with one press, and draws what the server answers", async () => {
    answers = [[200, list(row("m", "Mia", true))], [200, list(row("m", "Mia", false))]];
    await hear("guest");
    waiting().querySelector("form")!.requestSubmit();
    await new Promise((done) => setTimeout(done));

    expect(asked.map(([address]) => address)).toEqual(["/visits/1/guests", "/visits/1/guests/m/admission"]);
    expect(waiting().hidden).toBe(true);
  });

  it("shows a refusal where it can be read", async () => {
    answers = [
      [200, list(row("m", "Mia", true))],
      [409, `<div data-guests><p role="alert">The call is full</p><div data-rows><ul>${row("m", "Mia", true)}</ul></div></div>`],
    ];
    await hear("guest");
    waiting().querySelector("form")!.requestSubmit();
    await new Promise((done) => setTimeout(done));

    expect(document.querySelector("dialog")!.open).toBe(true);
    expect(document.querySelector("dialog [role=alert]")?.textContent).toBe("The call is full");
  });

  it("takes nothing away from somebody who fills in the form", async () => {
    await hear("guest");
    document.querySelector("details")!.open = true;
    document.querySelector<HTMLInputElement>("#guestName")!.value = "Her daughter";
    answers = [[200, list(row("m", "Mia", true))]];

    await hear("guest");

    expect(document.querySelector("details")!.open).toBe(true);
    expect(document.querySelector<HTMLInputElement>("#guestName")!.value).toBe("Her daughter");
    expect(document.querySelector("[data-guests-list] li")?.textContent).toContain("Mia");
  });

  it("draws what it was told, although a later look fails", async () => {
    answers = [[200, list(row("m", "Mia", true))], [503, ""]];
    feature.onNews?.({ kind: "guest", data: {} } as never);
    await hear("encounter");

    expect(waiting().textContent).toContain("said.guestWaits Mia");
  });

  it("asks for nothing until somebody is made co-host, and draws nothing once they are it no more", async () => {
    begin(false);
    await hear("guest");
    expect(asked).toEqual([]);

    answers = [[200, list(row("m", "Mia", true))]];
    await hear("standing", { coHost: true });
    expect(said).toContain("said.coHost");
    expect(waiting().hidden).toBe(false);

    answers = [[200, list(row("m", "Mia", true), row("p", "Pat", true))]];
    await hear("standing", { coHost: true });
    expect(said).toContain("said.guestWaits Pat");

    await hear("standing", { coHost: false });
    expect(waiting().hidden).toBe(true);
    expect(document.querySelector<HTMLElement>("[data-ref=guestsControl]")!.hidden).toBe(true);
  });

  it("is nothing on a page without guests", () => {
    document.body.innerHTML = `<div id="room"></div>`;
    expect(guestsFeature({ page: { root: document.querySelector("#room") } } as unknown as Room)).toEqual({});
  });
});
