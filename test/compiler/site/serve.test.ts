import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveSite, type LiveSite } from '../../../compiler/site/serve.ts';

const live = { style: '', script: '"live";' };
const page = (path: string, text: string) => ({
  path,
  make: async () => `<!doctype html><html><head></head><body>${text}</body></html>\n`,
});

let site: LiveSite;
beforeEach(async () => {
  site = await serveSite(live, 0);
  await site.show(
    [
      page('index.html', 'index'),
      page('a/policy.html', 'policy'),
      { path: 'a/policy.pdf', make: async () => Buffer.from('%PDF') },
    ],
    true,
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
async function events(path = '') {
  const response = await fetch(new URL(`live?page=${encodeURIComponent(path)}`, site.address));
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

  it('tells an open page that it has changed, and nothing where it has not', async () => {
    await ask('/a/policy.html');
    const heard = await events('a/policy.html');
    await heard.until(/event: diagnostics/);
    await site.show([page('index.html', 'changed'), page('a/policy.html', 'policy')], true);
    await site.show([page('index.html', 'changed'), page('a/policy.html', 'changed')], true);
    const said = await heard.until(/event: changed\ndata: .*\n\n/);
    expect(said.match(/event: changed/g)).toHaveLength(1);
    await heard.end();
  });

  it('makes a page when it is asked for, and of open pages alone what they have become', async () => {
    const made: string[] = [];
    const counted = (path: string, text: string) => ({
      path,
      make: async () => {
        made.push(path);
        return page(path, text).make();
      },
    });
    await site.show([counted('index.html', 'one'), counted('a/policy.html', 'one')], true);
    expect(made).toEqual([]);
    await ask('/a/policy.html');
    const heard = await events('a/policy.html');
    await heard.until(/event: diagnostics/);
    made.length = 0;
    await site.show([counted('index.html', 'two'), counted('a/policy.html', 'two')], true);
    expect(new Set(made)).toEqual(new Set(['a/policy.html']));
    await heard.end();
  });

  it('tells a page that changed while it was loading', async () => {
    await ask('/a/policy.html');
    await site.show([page('a/policy.html', 'changed')], true);
    const heard = await events('a/policy.html');
    await heard.until(/event: changed\n/);
    await heard.end();
  });

  it('says what is not checked yet, to who comes later as well', async () => {
    const heard = await events('a/policy.html');
    await heard.until(/event: checked\ndata: true\n/);
    await site.show([page('a/policy.html', 'draft')], false);
    await heard.until(/event: checked\ndata: false\n/);
    const later = await events('a/policy.html');
    await later.until(/event: checked\ndata: false\n/);
    await later.end();
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
