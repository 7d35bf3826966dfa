/** What is plugged in and what this page may use of it, without opening anything. */
export type Plugged = Pick<MediaDevices, "enumerateDevices">;

/**
 * The same for the same devices, and nothing that names one: browsers give each site ids of its own, and what leaves is a digest of them.
 * Nothing where devices have no ids, as before a permission.
 */
export async function digestOf(devices: Plugged | undefined): Promise<string | undefined> {
  const found = (await devices?.enumerateDevices().catch(() => [])) ?? [];
  const ids = found.filter(({ kind }) => kind !== "audiooutput").map(({ kind, deviceId }) => `${kind}:${deviceId}`);
  if (ids.length === 0 || ids.some((id) => id.endsWith(":")) || typeof crypto.subtle === "undefined") return undefined;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(ids.sort().join("\n")));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** False where the browser does not tell: then it is asked, as the first time. */
export async function mayUseBoth(permissions: Pick<Permissions, "query"> | undefined = navigator.permissions): Promise<boolean> {
  try {
    const states = await Promise.all(
      ["camera", "microphone"].map((name) => permissions?.query({ name: name as PermissionName })),
    );
    return states.every((status) => status?.state === "granted");
  } catch {
    return false;
  }
}
