/**
 * Shows a desktop notification; a click on it brings the page to the front.
 *
 * @returns `false` where the browser has none for a page: on Android they are for apps with a service worker, and the
 *   constructor throws whatever was granted
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Notification/Notification
 */
export function notify(title: string, options: NotificationOptions): boolean {
  try {
    new Notification(title, options).addEventListener("click", () => window.focus());
    return true;
  } catch {
    return false;
  }
}

const TONE_SECONDS = 0.16;
const VOLUME = 0.2;
/** News that are older than this are no longer heard. */
const LATE_MS = 2_000;

let context: AudioContext | undefined;

/**
 * Plays short tones one after the other, by their pitches in hertz. Browsers allow it once somebody has clicked or
 * typed on the page; until then, and where there is no sound at all, nothing is heard and nothing is thrown.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/Media/Guides/Autoplay
 */
export async function playTones(pitchesHz: readonly number[]): Promise<void> {
  try {
    context ??= new AudioContext();
    const { hasBeenActive } = navigator.userActivation;
    const askedAtMs = Date.now();
    await context.resume();
    // Where nobody has clicked yet, a browser waits with it for the first click, whenever that is.
    if (!hasBeenActive && Date.now() - askedAtMs > LATE_MS) return;
    for (const [index, pitchHz] of pitchesHz.entries()) playTone(context, pitchHz, index * TONE_SECONDS);
  } catch {
    // No sound, then.
  }
}

function playTone(audio: AudioContext, pitchHz: number, inSeconds: number): void {
  const start = audio.currentTime + inSeconds;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = pitchHz;
  // A tone that begins and ends at once clicks.
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(VOLUME, start + 0.02);
  gain.gain.linearRampToValueAtTime(0, start + TONE_SECONDS);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + TONE_SECONDS);
}
