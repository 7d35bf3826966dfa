import { serverClock } from "./server-clock";

/** Asks our own server; the CSRF token stands in the page's head. */
export async function post(path: string, body?: unknown): Promise<unknown> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]');
  const response = await fetch(path, {
    method: "POST",
    keepalive: true,
    headers: {
      Accept: "application/json",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(token ? { [token.dataset["header"] ?? "X-CSRF-TOKEN"]: token.content } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  serverClock.heard(response.headers.get("Date"));
  if (!response.ok) throw new RequestRefused(response.status);
  return response.status === 204 ? undefined : response.json();
}

export class RequestRefused extends Error {
  override readonly name = "RequestRefused";

  constructor(readonly status: number) {
    super(`The server answered ${status}`);
  }
}
