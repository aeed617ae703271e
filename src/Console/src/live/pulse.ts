/** Does something a while after it is asked to, however often it is asked meanwhile. */
export class Pulse {
  #act: () => void;
  #delay: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(act: () => void, delay: number) {
    this.#act = act;
    this.#delay = delay;
  }

  readonly beat = () => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#act();
    }, this.#delay);
  };

  readonly stop = () => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  };
}
