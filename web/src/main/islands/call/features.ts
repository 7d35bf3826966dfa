/** Everything the room can do besides carrying the call: one line for each. */
import { lineFeature } from "./line-feature";
import type { FeatureOf } from "./room";
import { soundFeature } from "./sound-feature";

export const FEATURES: readonly FeatureOf[] = [soundFeature, lineFeature];
