/** How long a device may take to list its voices, in ms: Chromium lists them a moment after the first question. */
const VOICES_MS = 1500;

/** A voice of the device that reads a page. */
export interface Reader {
  /** `absent`: the host has no speech at all. `missing`: no voice of the device's own for the language, as found when it was asked for one. */
  readonly voice: 'offered' | 'missing' | 'absent';
  /** Reads these instead of what is being read. */
  read(texts: readonly string[], language: string): void;
  stop(): void;
}

/** What {@link createReader} takes. */
export interface ReaderOptions {
  /** Found out that the device has no voice for it. */
  onMissing(): void;
}

const plain = (tag: string): string => tag.toLowerCase().replace(/_/g, '-');

/** The voice for a language, of the device's own ones only: a remote voice would send the text away. */
function voiceFor(language: string, speech: SpeechSynthesis): SpeechSynthesisVoice | undefined {
  const own = speech.getVoices().filter(({ localService }) => localService);
  const wanted = plain(language);
  return (
    own.find(({ lang }) => plain(lang) === wanted) ??
    own.find(({ lang }) => plain(lang).split('-')[0] === wanted.split('-')[0])
  );
}

/** Reads aloud with the device's own voices. Asks for the list of voices only once somebody wants to hear one. */
export function createReader({ onMissing }: ReaderOptions): Reader {
  const speech = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;
  let voice: Reader['voice'] = speech === null ? 'absent' : 'offered';
  let stopWaiting = (): void => undefined;

  const speak = (texts: readonly string[], found: SpeechSynthesisVoice): void => {
    for (const text of texts) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = found;
      utterance.lang = found.lang;
      speech?.speak(utterance);
    }
  };

  function stop(): void {
    stopWaiting();
    globalThis.removeEventListener('pagehide', stop);
    speech?.cancel();
  }

  return {
    get voice() {
      return voice;
    },
    read(texts, language) {
      if (speech === null || voice !== 'offered') return;
      stop();
      // Some browsers go on speaking for a page that has been left.
      globalThis.addEventListener('pagehide', stop);
      const now = voiceFor(language, speech);
      if (now !== undefined) {
        speak(texts, now);
        return;
      }
      const look = (isLast: boolean): void => {
        const found = voiceFor(language, speech);
        if (found === undefined && !isLast) return;
        stopWaiting();
        if (found !== undefined) speak(texts, found);
        else {
          voice = 'missing';
          onMissing();
        }
      };
      const onVoices = (): void => look(false);
      const timer = setTimeout(() => look(true), VOICES_MS);
      speech.addEventListener('voiceschanged', onVoices);
      stopWaiting = () => {
        clearTimeout(timer);
        speech.removeEventListener('voiceschanged', onVoices);
        stopWaiting = () => undefined;
      };
    },
    stop,
  };
}
