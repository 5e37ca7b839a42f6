import type { Determination } from '../../dsl/kernel/determination.ts';
import { keyOf, withValue, type Path, type Tree } from './tree.ts';

/** What the desk holds: the case as it stands in the form, and where it came from. */
export interface DeskState {
  readonly tree: Tree;
  readonly file: CaseOrigin;
  /** The case as it was opened or last saved; another object means that it has changed since. */
  readonly saved: Tree;
  /** Earlier states of the case, the latest last. */
  readonly past: readonly Tree[];
  /** The field that was changed last: what is typed there is one step. */
  readonly lastField?: string;
  /** The determination that changes are compared with, and the case that it was of. */
  readonly pinned?: Pinned;
  /** Counts what replaced the case as a whole, after which the form is laid out anew. */
  readonly revision: number;
}

/** What a case file says beside the case. */
export interface CaseOrigin {
  /** What it is called, for a person. */
  readonly name?: string;
  readonly about?: string;
  /** What its author expects; kept while the case is as it was opened. */
  readonly expected?: unknown;
}

export interface Pinned {
  readonly tree: Tree;
  readonly determination: Determination;
}

export type DeskAction =
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly kind: 'open'; readonly tree: Tree; readonly file: CaseOrigin; readonly isUnsaved?: boolean }
  | { readonly kind: 'saved' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'pin'; readonly determination: Determination }
  | { readonly kind: 'keep' }
  | { readonly kind: 'put back' };

/** A case of which nothing is known. */
export const emptyTree: Tree = {};

/** The desk with a case in it. */
export function deskWith(tree: Tree, file: CaseOrigin = {}): DeskState {
  return { tree, file, saved: tree, past: [], revision: 0 };
}

const mostSteps = 200;

/** The state that follows from another by what was done. */
export function nextState(state: DeskState, action: DeskAction): DeskState {
  switch (action.kind) {
    case 'set': {
      const field = keyOf(action.path);
      const tree = withValue(state.tree, action.path, action.value);
      const past = field === state.lastField ? state.past : [...state.past, state.tree].slice(-mostSteps);
      return { ...state, tree, past, lastField: field };
    }
    case 'open': {
      const { pinned: _pinned, ...rest } = replaced(state, action.tree);
      return { ...rest, file: action.file, saved: action.isUnsaved === true ? emptyTree : action.tree };
    }
    case 'saved': {
      // What an author expects of a case says nothing of another.
      const { expected: _expected, ...file } = state.file;
      return state.tree === state.saved ? state : { ...state, file, saved: state.tree };
    }
    case 'undo': {
      const before = state.past.at(-1);
      if (before === undefined) return state;
      return { ...replaced(state, before), past: state.past.slice(0, -1) };
    }
    case 'pin':
      return { ...state, pinned: { tree: state.tree, determination: action.determination } };
    case 'keep': {
      const { pinned: _pinned, ...rest } = state;
      return rest;
    }
    case 'put back': {
      const { pinned, ...rest } = state;
      return pinned === undefined ? state : replaced(rest, pinned.tree);
    }
  }
}

function replaced(state: DeskState, tree: Tree): DeskState {
  const { lastField: _lastField, ...rest } = state;
  return { ...rest, tree, past: [...state.past, state.tree].slice(-mostSteps), revision: state.revision + 1 };
}
