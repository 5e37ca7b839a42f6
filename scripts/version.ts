import { existsSync, readFileSync } from 'node:fs';

/** This package's version, from its package.json: one folder up in the repository, two up when built. */
export function version(): string {
  const found = ['../package.json', '../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  const parsed: unknown = found === undefined ? {} : JSON.parse(readFileSync(found, 'utf8'));
  const isPackage = typeof parsed === 'object' && parsed !== null && 'version' in parsed;
  return isPackage ? String(parsed.version) : 'unknown';
}
