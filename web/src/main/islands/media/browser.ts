/** Which browser this is, as far as the way to allow a camera differs. Never used to decide what works. */
export type Browser = "chrome" | "edge" | "firefox" | "safari" | "ios" | "other";

export function browserOf(agent: string): Browser {
  if (/iPhone|iPad|iPod/.test(agent)) return "ios";
  if (/Edg\//.test(agent)) return "edge";
  if (/Firefox\//.test(agent)) return "firefox";
  if (/Chrome\/|Chromium\//.test(agent)) return "chrome";
  if (/Safari\//.test(agent)) return "safari";
  return "other";
}
