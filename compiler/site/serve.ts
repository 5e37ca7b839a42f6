import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withAddition } from '../html/page.ts';
import type { PlannedFile } from '../write/plan.ts';
import type { Bundle } from './bundle.ts';
import type { PdfToMake } from './site.ts';

/** A site that is served on this machine alone. */
export interface LiveSite {
  /** Its address, as `http://127.0.0.1:4173/`. */
  readonly address: string;
  /** Serves these pages and documents from now on; a page that is open and has changed loads itself again. */
  readonly show: (pages: readonly PlannedFile[], pdfs: readonly PdfToMake[]) => void;
  /** What open pages say until it is said otherwise, as that the policies do not compile; nothing by an empty text. */
  readonly say: (diagnostics: string) => void;
  readonly close: () => Promise<void>;
}

/**
 * Serves pages from memory on the loopback interface. It answers requests that name it by a loopback address, so that no
 * other site's page can read it by a name of its own (DNS rebinding), and GET and HEAD alone.
 * @param port 0 for any that is free
 * @throws the system's error where the port is taken
 */
export async function serveSite(live: Bundle, port: number): Promise<LiveSite> {
  const instance = randomUUID();
  const listeners = new Set<ServerResponse>();
  let pages = new Map<string, string>();
  let documents: readonly PdfToMake[] = [];
  let diagnostics = '';
  const send = (response: ServerResponse, event: string, value: unknown) =>
    response.write(
      `event: ${event}\ndata: ${typeof value === 'string' && event === 'server' ? value : JSON.stringify(value)}\n\n`,
    );

  const listen = (request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' });
    send(response, 'server', instance);
    send(response, 'diagnostics', diagnostics);
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (!isLoopback(request.headers.host))
      return end(response, 421, 'This server answers to a loopback address alone.');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return end(response, 405, 'Only reading is served.');
    const path = pathOf(request.url);
    if (path === 'live') return listen(request, response);
    const page = path === undefined ? undefined : pages.get(path);
    if (page !== undefined) {
      response.writeHead(200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : withAddition(page, live));
      return;
    }
    const pdf = documents.find((document) => document.path === path);
    if (pdf === undefined) return end(response, 404, 'There is no such page. The index is at /.');
    const bytes = pdf.make();
    response.writeHead(200, { ...headers, 'Content-Type': 'application/pdf' });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };

  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      end(response, 500, error instanceof Error ? error.message : String(error));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${portOf(server.address())}/`,
    show: (files, pdfs) => {
      documents = pdfs;
      const changed = files.filter(({ path, text }) => pages.get(path) !== text).map(({ path }) => path);
      const gone = [...pages.keys()].filter((path) => !files.some((file) => file.path === path));
      pages = new Map(files.flatMap(({ path, text }) => (typeof text === 'string' ? [[path, text]] : [])));
      if (changed.length + gone.length === 0) return;
      for (const listener of listeners) send(listener, 'pages', changed);
    },
    say: (text) => {
      if (text === diagnostics) return;
      diagnostics = text;
      for (const listener of listeners) send(listener, 'diagnostics', text);
    },
    close: () =>
      new Promise((resolve) => {
        for (const listener of listeners) listener.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
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
