/** An RFC 9457 answer, or the lack of any answer (`status` 0). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(status: number, code: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export type RequestOptions = {
  query?: Record<string, string | number | null | undefined>;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
};

async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const { body, idempotencyKey, signal, keepalive } = options;
  const headers = new Headers({ Accept: 'application/json' });
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) {
    headers.set('Content-Type', 'application/json');
  }
  if (idempotencyKey) {
    headers.set('Idempotency-Key', idempotencyKey);
  }

  const response = await fetch(`/api/v1/${path}${queryString(options.query)}`, {
    method,
    headers,
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
    signal,
    keepalive,
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new Problem(0, 'no-answer', String(error));
  });

  if (!response.ok) {
    throw await problemOf(response);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function problemOf(response: Response): Promise<Problem> {
  // A proxy in front of the server may answer with a page instead of a problem document.
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  return readProblem(response.status, response.statusText, body);
}

export function readProblem(status: number, statusText: string, body: Record<string, unknown>): Problem {
  const code = typeof body.code === 'string' ? body.code : `http-${status}`;
  const message = [body.detail, body.title].find((text) => typeof text === 'string') ?? statusText;
  return new Problem(status, code, String(message), body);
}

function queryString(query: RequestOptions['query']): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}

export const api = {
  get: <T>(path: string, options?: RequestOptions) => request<T>('GET', path, options),
  post: <T>(path: string, options?: RequestOptions) => request<T>('POST', path, options),
  put: <T>(path: string, options?: RequestOptions) => request<T>('PUT', path, options),
  patch: <T>(path: string, options?: RequestOptions) => request<T>('PATCH', path, options),
  delete: <T = void>(path: string, options?: RequestOptions) => request<T>('DELETE', path, options),
};
