import type { WriteReport } from '../write/write-outputs.ts';
import { counted } from './text.ts';

/** What a run wrote, a file a line. */
export function writtenText({ missing, stale, extra, unchanged }: WriteReport, policies: number): string {
  const lines = [
    ...missing.map((path) => `wrote    generated/${path}`),
    ...stale.map((path) => `replaced generated/${path}`),
    ...extra.map((path) => `removed  generated/${path}`),
  ].sort();
  const compiled = `${policies} ${policies === 1 ? 'policy' : 'policies'} compiled`;
  const files = `${counted(missing.length + stale.length, 'file')} written, ${unchanged} unchanged`;
  return [...lines, `${compiled}: ${files}.`, ''].join('\n');
}

/** What a run with `--check` found wrong, a file a line. */
export function staleText({ missing, stale, extra }: WriteReport): string {
  const lines = [
    ...missing.map((path) => `missing generated/${path}`),
    ...stale.map((path) => `stale   generated/${path}`),
    ...extra.map((path) => `extra   generated/${path}`),
  ].sort();
  return [...lines, 'generated/ is not what the policies compile to: run `triplicate generate`.', ''].join(
    '\n',
  );
}

/** What a run with `--check` says of policies of which nothing is proved, or only of an earlier version. */
export function unprovedText(names: readonly string[]): string {
  return [
    ...names.map((name) => `unproved generated/${name}`),
    'These are not analysed and proved as they are now: run `triplicate generate`.',
    '',
  ].join('\n');
}
