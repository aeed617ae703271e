import { useSyncExternalStore } from 'react';

export type Playing = { url: string | null; isPlaying: boolean; time: number; speed: number };

/** The one player of sounds on this page: it goes on while its message is scrolled away, and one sound ends another. */
class AudioDeck {
  #audio: HTMLAudioElement | null = null;
  #state: Playing = { url: null, isPlaying: false, time: 0, speed: 1 };
  #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): Playing => this.#state;

  toggle(url: string) {
    if (this.#state.url === url && this.#state.isPlaying) {
      this.#audio?.pause();
    } else {
      this.#play(url);
    }
  }

  seek(url: string, time: number) {
    this.#load(url).currentTime = time;
    this.#set({ time });
  }

  setSpeed(speed: number) {
    if (this.#audio) {
      this.#audio.playbackRate = speed;
    }
    this.#set({ speed });
  }

  #play(url: string) {
    // A sound that cannot be played stays paused, which is what is shown.
    this.#load(url)
      .play()
      .catch(() => this.#set({ isPlaying: false }));
  }

  #load(url: string): HTMLAudioElement {
    if (!this.#audio || this.#state.url !== url) {
      this.#audio?.pause();
      this.#audio = this.#listen(new Audio(url));
      this.#set({ url, time: 0, isPlaying: false });
    }
    return this.#audio;
  }

  #listen(audio: HTMLAudioElement): HTMLAudioElement {
    audio.defaultPlaybackRate = this.#state.speed;
    audio.playbackRate = this.#state.speed;
    audio.preservesPitch = true;
    const follow = () => audio === this.#audio && this.#set({ isPlaying: !audio.paused && !audio.ended, time: audio.currentTime });
    for (const event of ['play', 'pause', 'timeupdate', 'seeked']) {
      audio.addEventListener(event, follow);
    }
    audio.addEventListener('ended', () => audio === this.#audio && this.#set({ isPlaying: false, time: 0 }));
    return audio;
  }

  #set(changes: Partial<Playing>) {
    this.#state = { ...this.#state, ...changes };
    this.#listeners.forEach((listener) => listener());
  }
}

export const audioDeck = new AudioDeck();

const idle: Playing = { url: null, isPlaying: false, time: 0, speed: 1 };

/** What the deck does with one sound; others' players do not hear of it. */
export function usePlaying(url: string): Playing {
  const playing = useSyncExternalStore(audioDeck.subscribe, () => (audioDeck.state().url === url ? audioDeck.state() : idle));
  const speed = useSyncExternalStore(audioDeck.subscribe, () => audioDeck.state().speed);
  return { ...playing, speed };
}
