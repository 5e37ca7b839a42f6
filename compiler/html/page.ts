import { createHash } from 'node:crypto';
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { visible } from '../visible-text.ts';
import { baseStyle } from './base-style.ts';

/** A page that needs no other file and asks no server for anything. */
export interface Page {
  readonly title: string;
  /** One sentence on what it is, for search and for who shares it. */
  readonly description: string;
  /** CSS, after what every page has. */
  readonly style: string;
  readonly body: readonly ElementContent[];
  /** What the page's scripts read, under ids of the page's own; as JSON it can hold any text. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Classic scripts that run in this order when the body is there. Without any, the page allows none. */
  readonly scripts?: readonly string[];
}

/**
 * Prints a page. Every text in its body is escaped, and its policy (Content Security Policy Level 3) lets nothing run or be
 * fetched but these styles and scripts, which it names by their digests.
 */
export function printPage({ title, description, style, body, data = {}, scripts = [] }: Page): string {
  const styles = [baseStyle, style].filter((text) => text !== '').map(inElement);
  const code = scripts.map(inElement);
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: securityPolicy(styles, code) }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          h('meta', { name: 'description', content: visible(description) }),
          h('title', visible(title)),
          ...styles.map((text) => h('style', text)),
        ]),
        h('body', [
          ...body,
          ...Object.entries(data).map(([id, value]) =>
            h('script', { type: 'application/json', id }, jsonInElement(value)),
          ),
          ...code.map((text) => h('script', text)),
        ]),
      ]),
    ],
  };
  return `${toHtml(tree)}\n`;
}

/**
 * A printed page with one more style and script, which may ask the server that the page came from. For pages that are served
 * while their policies are written.
 */
export function withAddition(
  page: string,
  { style, script }: { readonly style: string; readonly script: string },
): string {
  const [addedStyle, addedScript] = [inElement(style), inElement(script)];
  return (
    page
      .replace(/(?<=http-equiv="Content-Security-Policy" content=")[^"]*/, (printed) =>
        [...withSources(printed, addedStyle, addedScript), "connect-src 'self'"].join('; '),
      )
      // No text of the page's own stands before the one place or after the other.
      .replace('<meta name="viewport"', (found) => `<style>${addedStyle}</style>${found}`)
      .replace(/<\/body><\/html>\n$/, (found) => `<script>${addedScript}</script>${found}`)
  );
}

/** The directives of a printed policy, in which a style and a script are allowed besides. */
function withSources(printed: string, style: string, script: string): readonly string[] {
  const added = new Map([
    ['style-src', digest(style)],
    ['script-src', digest(script)],
  ]);
  return printed
    .replaceAll('&#x27;', "'")
    .split('; ')
    .map((directive) => {
      const source = added.get(directive.split(' ')[0] ?? '');
      return source === undefined ? directive : `${directive.replace(" 'none'", '')} ${source}`;
    });
}

/** What a page may do: run and apply what stands in it, and nothing else. */
function securityPolicy(styles: readonly string[], scripts: readonly string[]): string {
  const digests = (texts: readonly string[]) => (texts.length === 0 ? "'none'" : texts.map(digest).join(' '));
  return [
    "default-src 'none'",
    `script-src ${digests(scripts)}`,
    `style-src ${digests(styles)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** A style or script that does not end its own element: in both languages the escape says what the sign says. */
function inElement(text: string): string {
  return text.replace(/<(?=\/(?:script|style)|!--|script)/gi, '\\x3C');
}

/** JSON in an element: no sign of it opens or ends one. */
function jsonInElement(value: unknown): string {
  return (JSON.stringify(value) ?? 'null')
    .replace(/</g, '\\u003c')
    .replace(/[\u2028\u2029]/g, (found) => (found === '\u2028' ? '\\u2028' : '\\u2029'));
}
