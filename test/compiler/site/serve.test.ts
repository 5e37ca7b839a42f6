import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveSite, type LiveSite } from '../../../compiler/site/serve.ts';

const live = { style: '', script: '"live";' };
const page = (text: string) => `<!doctype html><html><head></head><body>${text}</body></html>\n`;

let site: LiveSite;
beforeEach(async () => {
  site = await serveSite(live, 0);
  site.show(
    [
      { path: 'index.html', text: page('index') },
      { path: 'a/policy.html', text: page('policy') },
    ],
    [{ path: 'a/policy.pdf', make: () => Buffer.from('%PDF') }],
  );
});
afterEach(() => site.close());

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks as no browser would: the path and the headers go out as they are given. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  const { port } = new URL(site.address);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** The events of the server, as they come. */
async function events() {
  const response = await fetch(new URL('live', site.address));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let said = '';
  return {
    until: async (pattern: RegExp): Promise<string> => {
      while (!pattern.test(said)) {
        const chunk = await reader?.read();
        if (chunk === undefined || chunk.done) throw new Error(`It ended with: ${said}`);
        said += chunk.value;
      }
      return said;
    },
    end: () => reader?.cancel(),
  };
}

describe('the site as it is served', () => {
  it('gives its pages with the script that keeps them new, and its files', async () => {
    const index = await ask('/');
    expect(index.status).toBe(200);
    expect(index.text).toContain('index<script>"live";</script></body>');
    expect((await ask('/a/policy.html')).text).toContain('policy');
    expect(await ask('/a/policy.pdf')).toEqual({ status: 200, text: '%PDF' });
    expect((await ask('/', {}, 'HEAD')).text).toBe('');
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/a/../../etc/passwd',
    '/%',
    '//evil.example/',
    '/none',
  ])('has nothing at %s', async (path) => {
    const { status, text } = await ask(path);
    expect([status, text]).not.toContain('dependencies');
    if (!path.startsWith('//')) expect(status).toBe(404);
  });

  it('does not answer to another name, so that no other page reads it by one', async () => {
    expect((await ask('/', { Host: 'evil.example' })).status).toBe(421);
    expect((await ask('/', { Host: 'localhost.evil.example' })).status).toBe(421);
    expect((await ask('/', { Host: 'localhost:1' })).status).toBe(200);
  });

  it('only reads', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  it('tells open pages which have changed, and nothing where none has', async () => {
    const heard = await events();
    await heard.until(/event: diagnostics/);
    site.show(
      [
        { path: 'index.html', text: page('index') },
        { path: 'a/policy.html', text: page('policy') },
      ],
      [],
    );
    site.show(
      [
        { path: 'index.html', text: page('index') },
        { path: 'a/policy.html', text: page('changed') },
      ],
      [],
    );
    const said = await heard.until(/event: pages\ndata: .*\n\n/);
    expect(said.match(/event: pages/g)).toHaveLength(1);
    expect(said).toContain('event: pages\ndata: ["a/policy.html"]');
    await heard.end();
  });

  it('tells what does not compile, to who comes later as well, in one line whatever it holds', async () => {
    const heard = await events();
    site.say('policy.ts:1:1: error\n\nevent: pages');
    await heard.until(/data: "policy\.ts:1:1: error\\n\\nevent: pages"\n\n/);
    await heard.end();
    const later = await events();
    await later.until(/data: "policy\.ts/);
    await later.end();
  });
});
