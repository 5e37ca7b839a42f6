import type { Term, Variable } from '../../logic/term.ts';

/** Puts other variables in the place of some, by their names; a term that has none of them stays the same object. */
export function substitute(others: ReadonlyMap<string, Variable>): (term: Term) => Term {
  const known = new Map<Term, Term>();
  const changed = (term: Term): Term => {
    if (term.kind === 'constant') return term;
    if (term.kind === 'variable') return others.get(term.name) ?? term;
    const before = known.get(term);
    if (before !== undefined) return before;
    const of = term.of.map(changed);
    const result = of.every((part, place) => part === term.of[place]) ? term : { ...term, of };
    known.set(term, result);
    return result;
  };
  return changed;
}
