import { useEffect, useState } from 'preact/hooks';
import type { MatrixData } from '../../compiler/site/matrix-data.ts';

/** What the panel tells of: a clause, or a case, by its place. */
export type Selection = { readonly kind: 'clause' | 'case'; readonly place: number };

/**
 * What is selected: the page's address tells it (`#clause-course.aggressive`), so that links select, the back button goes
 * back, and what is looked at can be linked to.
 */
export function useSelection(data: MatrixData): {
  readonly selection: Selection | undefined;
  readonly close: () => void;
} {
  const [selection, select] = useState(() => selectionOf(data, location.hash));
  useEffect(() => {
    const changed = () => select(selectionOf(data, location.hash));
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, [data]);
  const close = () => {
    history.replaceState(null, '', location.href.replace(/#.*$/, ''));
    select(undefined);
  };
  return { selection, close };
}

function selectionOf({ clauses, cases }: MatrixData, hash: string): Selection | undefined {
  const [, kind, encoded = ''] = /^#(clause|case)-(.*)$/s.exec(hash) ?? [];
  const name = decoded(encoded);
  const place =
    kind === 'clause'
      ? clauses.findIndex(({ id }) => id === name)
      : cases.findIndex((each) => each.name === name);
  if (place < 0) return undefined;
  return kind === 'clause' ? { kind, place } : kind === 'case' ? { kind, place } : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address that somebody wrote by hand.
    return text;
  }
}
