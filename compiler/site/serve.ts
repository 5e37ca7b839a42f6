import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { withAddition } from '../html/page.ts';
import type { Bundle } from './bundle.ts';
import type { SiteFile } from './site.ts';

/** A site that is served on this machine alone. */
export interface LiveSite {
  /** Its address, as `http://127.0.0.1:4173/`. */
  readonly address: string;
  /**
   * Serves these files from now on. Of open pages, and of no others, it is seen whether they have changed: such a page loads
   * itself again. Resolves when they have, so that what comes next does not keep them waiting, or after half a second.
   * @param isChecked false where the policies are still being checked, which open pages then say
   */
  readonly show: (files: readonly SiteFile[], isChecked: boolean) => Promise<void>;
  /** What open pages say until it is said otherwise, as that the policies do not compile; nothing by an empty text. */
  readonly say: (diagnostics: string) => void;
  readonly close: () => Promise<void>;
}

/** How long is waited for pages to load themselves again, in milliseconds: a tab out of sight may take its time. */
const patience = 500;

/**
 * Serves files from memory on the loopback interface, each made when it is first asked for. It answers requests that name it
 * by a loopback address, so that no other site's page can read it by a name of its own (DNS rebinding), and GET and HEAD alone.
 * @param port 0 for any that is free
 * @throws the system's error where the port is taken
 */
export async function serveSite(live: Bundle, port: number): Promise<LiveSite> {
  const instance = randomUUID();
  /** Open pages, each with its path. */
  const listeners = new Map<ServerResponse, string>();
  /** What was last served of each page. */
  const served = new Map<string, string | Uint8Array>();
  let files = new Map<string, SiteFile>();
  let diagnostics = '';
  let checked = true;
  /** Pages that were told to load themselves again, and what waits for them. */
  let away = { count: 0, isBack: () => {} };

  const isStale = async (path: string): Promise<boolean> => {
    const file = files.get(path);
    return file !== undefined && served.has(path) && (await file.make()) !== served.get(path);
  };

  const listen = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('page') ?? '';
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' });
    send(response, 'server', instance);
    send(response, 'checked', checked);
    send(response, 'diagnostics', diagnostics);
    listeners.set(response, path);
    request.on('close', () => listeners.delete(response));
    away.count -= 1;
    if (away.count <= 0) away.isBack();
    // It may have changed while it was loading.
    if (await isStale(path)) send(response, 'changed', path);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isLoopback(request.headers.host))
      return end(response, 421, 'This server answers to a loopback address alone.');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return end(response, 405, 'Only reading is served.');
    const path = pathOf(request.url);
    if (path === 'live') return await listen(request, response);
    const file = path === undefined ? undefined : files.get(path);
    if (file === undefined) return end(response, 404, 'There is no such page. The index is at /.');
    const made = await file.make();
    const isPage = typeof made === 'string';
    if (isPage) served.set(file.path, made);
    response.writeHead(200, {
      ...headers,
      'Content-Type': isPage ? 'text/html; charset=utf-8' : 'application/pdf',
    });
    response.end(request.method === 'HEAD' ? undefined : isPage ? withAddition(made, live) : made);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      end(response, 500, error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${portOf(server.address())}/`,
    show: async (shown, isChecked) => {
      files = new Map(shown.map((file) => [file.path, file]));
      if (isChecked !== checked)
        for (const listener of listeners.keys()) send(listener, 'checked', isChecked);
      checked = isChecked;
      away = { count: 0, isBack: () => {} };
      const back = new Promise<void>((resolve) => (away.isBack = resolve));
      for (const [listener, path] of listeners) {
        if (!(await isStale(path))) continue;
        away.count += 1;
        send(listener, 'changed', path);
      }
      if (away.count > 0) await Promise.race([back, wait(patience, undefined, { ref: false })]);
    },
    say: (text) => {
      if (text === diagnostics) return;
      diagnostics = text;
      for (const listener of listeners.keys()) send(listener, 'diagnostics', text);
    },
    close: () =>
      new Promise((resolve) => {
        for (const listener of listeners.keys()) listener.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, event: string, value: unknown): void {
  response.write(
    `event: ${event}\ndata: ${typeof value === 'string' && event === 'server' ? value : JSON.stringify(value)}\n\n`,
  );
}

const headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

function end(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host);
}

/** The path in the site that is asked for; a folder stands for its index. Only what the site has is served, so no path leaves it. */
function pathOf(url: string | undefined): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url ?? '/', 'http://127.0.0.1').pathname).slice(1);
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return undefined;
  }
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
