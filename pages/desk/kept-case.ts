import { isRecord } from '../../compiler/case-files/values.ts';
import type { Desk } from './desk.ts';
import { propertyNames } from './fields.ts';
import { deskWith, emptyTree, type DeskState } from './state.ts';

const key = 'triplicate:case';

/** Keeps what stands in the form while the page loads itself again; in this window alone, and until then. */
export function keep({ tree, file }: DeskState): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ tree, name: file.name, about: file.about }));
  } catch {
    // A browser that keeps nothing for pages from a folder has nothing to take up either.
  }
}

/** The desk with what was kept, or with an empty case. What the schema no longer has a place for is left out. */
export function takenUp({ schema }: Desk): DeskState {
  const kept = read();
  const tree = isRecord(kept) ? kept['tree'] : undefined;
  if (!isRecord(kept) || !isRecord(tree)) return deskWith(emptyTree);
  const known = new Set(propertyNames({ part: schema, root: schema }));
  const rest = Object.fromEntries(Object.entries(tree).filter(([name]) => known.has(name)));
  const { name, about } = kept;
  return {
    ...deskWith(rest, {
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof about === 'string' ? { about } : {}),
    }),
    saved: emptyTree,
  };
}

function read(): unknown {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
