/** What a browser keeps for one chat. Where it keeps nothing (private windows, strict settings), memory does until the page goes. */
export class Store {
  private readonly memory = new Map<string, string>();

  constructor(private readonly channel: string) {}

  read<T>(name: string): T | null {
    const key = this.key(name);
    try {
      const text = localStorage.getItem(key) ?? this.memory.get(key);
      return text ? (JSON.parse(text) as T) : null;
    } catch {
      const text = this.memory.get(key);
      return text ? (JSON.parse(text) as T) : null;
    }
  }

  write(name: string, value: unknown): void {
    const text = JSON.stringify(value);
    this.memory.set(this.key(name), text);
    try {
      localStorage.setItem(this.key(name), text);
    } catch {
      // Not allowed or full: memory has it.
    }
  }

  private key(name: string): string {
    return `rozmova.${this.channel}.${name}`;
  }
}
