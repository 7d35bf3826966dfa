/** Everything the room can do besides carrying the call: one line for each. */
import { recordingFeature } from "../recording/recording-feature";
import { aidFeature } from "./aid-feature";
import { blurFeature } from "./blur-feature";
import { guestsFeature } from "./guests-feature";
import { handsFeature } from "./hands-feature";
import { lineFeature } from "./line-feature";
import { pictureFeature } from "./picture-feature";
import type { FeatureOf } from "./room";
import { screenFeature } from "./screen-feature";
import { soundFeature } from "./sound-feature";
import { wordsFeature } from "./words-feature";

export const FEATURES: readonly FeatureOf[] = [
  soundFeature,
  screenFeature,
  blurFeature,
  lineFeature,
  pictureFeature,
  wordsFeature,
  aidFeature,
  handsFeature,
  guestsFeature,
  recordingFeature,
];
