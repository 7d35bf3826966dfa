/** The calling SDK of Azure Communication Services as our client uses it. Importing this file loads all of it. */
import { type Captions, CallClient as Calling, Features, LocalAudioStream, LocalVideoStream } from "@azure/communication-calling";
import type { CallClient, ClientHost } from "../call/call-client";
import { AcsClient, type HostedLine, type Sdk } from "./acs-client";
import { LineCredential } from "./line-credential";

const sdk: Sdk = {
  async agent(pass, displayName) {
    const credential = new LineCredential(pass);
    return { agent: await new Calling().createCallAgent(credential, { displayName }), credential };
  },
  voice: (track) => new LocalAudioStream(new MediaStream([track])),
  picture: (track) => new LocalVideoStream(new MediaStream([track])),
  captions: (call) => {
    const { captions } = call.feature(Features.Captions);
    if (captions.kind !== "Captions") throw new Error("This room has no captions of its own");
    return captions as Captions;
  },
};

export function acsClient(line: HostedLine, host: ClientHost): CallClient {
  return new AcsClient(line, host, sdk);
}
