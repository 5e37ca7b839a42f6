import { isRecord } from './values.ts';

/** JSON text as a value, or why it is none, for a person. */
export type Parsed = { readonly value: unknown } | { readonly problem: string; readonly path?: string };

/** The largest case file that is read, in bytes. */
export const largestFile = 1024 * 1024;

/** Parses the bytes of a case file: UTF-8, at most 1 MiB, and no key twice in one object. */
export function parseJson(bytes: Uint8Array): Parsed {
  if (bytes.byteLength > largestFile) {
    return {
      problem: `The file has ${bytes.byteLength} bytes, and the most that is read is ${largestFile}. One case is a few thousand.`,
    };
  }
  const text = decode(bytes);
  if (text === undefined) return { problem: 'The file is no UTF-8 text. Save it as UTF-8.' };
  if (text.trim() === '') return { problem: 'The file is empty. Write a case in it.' };
  const value = parse(text);
  if ('problem' in value) return value;
  const twice = duplicateKey(text);
  if (twice === undefined) return value;
  return {
    problem: `The key '${twice.key}' stands twice in one object, on line ${twice.line}. Keep one of them.`,
  };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value)
      ? { value }
      : { problem: 'The file holds no object. A case is an object: { "request": { ... }, ... }.' };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const at = Number(/position (\d+)/.exec(said)?.[1] ?? Number.NaN);
    const place = Number.isNaN(at) ? '' : ` on line ${lineAt(text, at)}`;
    return {
      problem: `The file is no JSON${place}: ${said.replace(/ in JSON at position.*$/, '').slice(0, 120)}.`,
    };
  }
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The first key that stands twice in one object; `text` is valid JSON. Of two, JSON.parse keeps the last in silence. */
function duplicateKey(text: string): { readonly key: string; readonly line: number } | undefined {
  const open: (Set<string> | undefined)[] = [];
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found, colon] = match;
    if (found === '{') open.push(new Set());
    else if (found === '[') open.push(undefined);
    else if (found === '}' || found === ']') open.pop();
    else if (colon !== undefined) {
      const key: unknown = JSON.parse(found.slice(0, -colon.length));
      const keys = open.at(-1);
      if (typeof key !== 'string' || keys === undefined) continue;
      if (keys.has(key)) return { key, line: lineAt(text, match.index) };
      keys.add(key);
    }
  }
  return undefined;
}
