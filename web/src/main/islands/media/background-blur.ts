/**
 * Blurring what is behind a person, where the camera's own system does it: the picture then leaves the device blurred, at no cost to this
 * page. A pipeline of ours would need a model and a runtime of several megabytes and a weaker security policy; there is none.
 */
/** `chosen`: the system blurs, and only the system can change it. `none`: not on this device. */
export type Blur = "none" | "free" | "chosen";

export function blurOf(camera: MediaStreamTrack | null): Blur {
  const offered = camera?.getCapabilities?.().backgroundBlur ?? [];
  if (offered.includes(true) && offered.includes(false)) return "free";
  return offered.includes(true) ? "chosen" : "none";
}

export function isBlurred(camera: MediaStreamTrack | null): boolean {
  return camera?.getSettings().backgroundBlur === true;
}

/** Answers whether the picture is blurred now: a system may refuse. */
export async function blur(camera: MediaStreamTrack, wanted: boolean): Promise<boolean> {
  try {
    await camera.applyConstraints({ ...camera.getConstraints(), backgroundBlur: wanted });
  } catch {
    // Said by what the camera does now.
  }
  return isBlurred(camera);
}
