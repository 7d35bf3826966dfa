/** Three rising notes, made here: no file to fetch, and nothing that could be mistaken for an alarm. */
const NOTES = [523.25, 659.25, 783.99];
const LENGTH = 0.22;

export async function playTone(): Promise<void> {
  const context = new AudioContext();
  await context.resume();
  const ended = NOTES.map((frequency, index) => {
    const begin = context.currentTime + index * LENGTH;
    const note = context.createOscillator();
    const loudness = context.createGain();
    note.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, begin);
    loudness.gain.linearRampToValueAtTime(0.25, begin + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.001, begin + LENGTH);
    note.connect(loudness).connect(context.destination);
    note.start(begin);
    note.stop(begin + LENGTH);
    return new Promise<void>((resolve) => (note.onended = () => resolve()));
  });
  await Promise.all(ended);
  await context.close();
}
