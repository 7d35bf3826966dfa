/**
 * What a screen reader is given of text that grows and shrinks: whole sentences or whole lines, once each. Letter by letter would be
 * noise.
 */
export type Aloud = "sentence" | "line" | "off";

const SENTENCE_END = /[.!?…。！？]+["”»’)]*(?=\s)/g;

export class ReadAloud {
  #read = "";

  /** What is to be read now that the line has become this; undefined: nothing yet. */
  hears(text: string, finished: boolean, how: Aloud): string | undefined {
    const already = text.startsWith(this.#read) ? this.#read : common(this.#read, text);
    const ready = how === "off" ? "" : finished ? text : how === "sentence" ? text.slice(0, lastEnd(text)) : "";
    this.#read = finished ? "" : ready.length > already.length ? ready : already;
    const fresh = ready.slice(already.length).trim();
    return fresh === "" ? undefined : fresh;
  }
}

function lastEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(SENTENCE_END)) end = match.index + match[0].length;
  return end;
}

/** What was read and then changed is read again from there, from the beginning of the word. */
function common(one: string, other: string): string {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return one.slice(0, one.lastIndexOf(" ", same - 1) + 1);
}
