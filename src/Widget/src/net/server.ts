import type { Settings } from './protocol';

/** Where one channel's web chat is. */
export class Server {
  private readonly root: URL;

  constructor(
    script: string,
    private readonly channel: string,
  ) {
    this.root = new URL('.', script);
  }

  get socket(): string {
    return this.at('socket').href.replace(/^http/, 'ws');
  }

  /** A file's address as messages carry it, made whole; only of this server. */
  file(path: string): string | null {
    const address = new URL(path, this.root);
    return address.origin === this.root.origin ? address.href : null;
  }

  async settings(): Promise<Settings> {
    const answer = await fetch(this.at('settings'), { credentials: 'omit' });
    if (!answer.ok) {
      throw new Error(`The web chat answered ${answer.status}.`);
    }
    return (await answer.json()) as Settings;
  }

  /** Sends a file as a message. Gives the status; 0 when nobody answered. */
  async upload(token: string, id: string, file: File): Promise<{ status: number; wait: number }> {
    const address = this.at('files');
    address.search = String(new URLSearchParams({ id, name: file.name }));
    try {
      const answer = await fetch(address, {
        method: 'POST',
        credentials: 'omit',
        headers: { Authorization: `Visitor ${token}`, 'Content-Type': file.type || 'application/octet-stream' },
        body: file,
      });
      return { status: answer.status, wait: Number(answer.headers.get('Retry-After') ?? 5) * 1000 };
    } catch {
      return { status: 0, wait: 0 }; // no connection: sent again when there is one
    }
  }

  private at(what: string): URL {
    return new URL(`api/v1/webchat/${this.channel}/${what}`, this.root);
  }
}
