/** Everything the room can do besides carrying the call: one line for each. */
import { lineFeature } from "./line-feature";
import { pictureFeature } from "./picture-feature";
import type { FeatureOf } from "./room";
import { soundFeature } from "./sound-feature";
import { wordsFeature } from "./words-feature";

export const FEATURES: readonly FeatureOf[] = [soundFeature, lineFeature, pictureFeature, wordsFeature];
