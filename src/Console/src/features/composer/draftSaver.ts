type Save<T> = (value: T, isLast: boolean) => Promise<unknown>;

/** Saves the newest of what changes, a little later and one at a time; what cannot be saved waits for the next change. */
export class DraftSaver<T> {
  #save: Save<T>;
  #onSaved: (value: T) => void;
  #delay: number;
  #waiting: { value: T } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;

  constructor(save: Save<T>, onSaved: (value: T) => void, delay = 700) {
    this.#save = save;
    this.#onSaved = onSaved;
    this.#delay = delay;
  }

  change(value: T) {
    this.#waiting = { value };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(false), this.#delay);
  }

  /** Saves at once; the last time also when the page is about to go. */
  flush(isLast = false) {
    clearTimeout(this.#timer);
    void this.#run(isLast);
  }

  async #run(isLast: boolean) {
    if (!this.#waiting || (this.#isSaving && !isLast)) {
      return;
    }
    const { value } = this.#waiting;
    this.#waiting = null;
    this.#isSaving = true;
    try {
      await this.#save(value, isLast);
      if (!this.#waiting) {
        this.#onSaved(value);
      }
    } catch {
      // This browser still has it, and the next change or the next visit tries again.
      this.#waiting ??= { value };
      return;
    } finally {
      this.#isSaving = false;
    }
    await this.#run(false);
  }
}
