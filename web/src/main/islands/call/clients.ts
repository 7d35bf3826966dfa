/** Chooses the client that speaks a line. What only one engine needs is loaded with its first line. */
import type { CallClient, ClientHost, Line } from "./call-client";
import { TelephoneClient } from "./telephone-client";
import { WebRtcClient } from "./webrtc-client";

export async function clientFor(line: Line, host: ClientHost): Promise<CallClient> {
  switch (line.kind) {
    case "direct":
    case "simulated":
      return new WebRtcClient(line, host);
    case "hosted": {
      const { acsClient } = await import("../acs/acs-sdk");
      return acsClient(line, host);
    }
    case "telephone":
      return new TelephoneClient();
  }
}
