import { describe, expect, it } from "vitest";
import { digestOf, mayUseBoth } from "./plugged";

const plugged = (...ids: string[]) => ({
  enumerateDevices: async () =>
    ids.map((id) => ({ kind: id.startsWith("c") ? "videoinput" : id.startsWith("s") ? "audiooutput" : "audioinput", deviceId: id })) as MediaDeviceInfo[],
});

describe("digestOf", () => {
  it("is the same for the same devices, in whatever order, and says nothing of them", async () => {
    const one = await digestOf(plugged("camera-1", "microphone-1"));
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestOf(plugged("microphone-1", "camera-1"))).toBe(one);
  });

  it("is another when something was plugged in, unless it only plays sound", async () => {
    const before = await digestOf(plugged("camera-1", "microphone-1"));
    expect(await digestOf(plugged("camera-1", "microphone-1", "microphone-2"))).not.toBe(before);
    expect(await digestOf(plugged("camera-1", "microphone-1", "speaker-1"))).toBe(before);
  });

  it("is nothing before the browser tells", async () => {
    expect(await digestOf(undefined)).toBeUndefined();
    expect(await digestOf({ enumerateDevices: async () => [{ kind: "videoinput", deviceId: "" }] as MediaDeviceInfo[] })).toBeUndefined();
  });
});

describe("mayUseBoth", () => {
  const asked = (camera: string, microphone: string) => ({
    query: async ({ name }: { name: string }) => ({ state: name === "camera" ? camera : microphone }) as PermissionStatus,
  });

  it("needs both", async () => {
    expect(await mayUseBoth(asked("granted", "granted") as never)).toBe(true);
    expect(await mayUseBoth(asked("granted", "prompt") as never)).toBe(false);
    expect(await mayUseBoth(asked("denied", "granted") as never)).toBe(false);
  });

  it("does not guess where the browser does not tell", async () => {
    expect(await mayUseBoth({ query: () => Promise.reject(new TypeError()) })).toBe(false);
    expect(await mayUseBoth(undefined)).toBe(false);
  });
});
