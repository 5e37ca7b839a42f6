import type { Kernel } from '../../../dsl/kernel/kernel.ts';

/** How clauses are spoken of. */
export interface Words {
  /** A clause by its printed number; an exclusion by its name. */
  readonly named: (id: string) => string;
  /** `A`, `A and B`, `A, B and C`. */
  readonly list: (ids: readonly string[], joint?: 'and' | 'or') => string;
  /** Clauses with what they ask for, as `A asks for "17 years or older"`, joined by `; `. */
  readonly asked: (ids: readonly string[]) => string;
}

/** The longest wording of a clause that is repeated in an explanation. */
const longest = 160;

/** The words for the clauses of a policy. */
export function wordsOf({ clauses }: Kernel): Words {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);
  const named = (id: string) => {
    const clause = byId.get(id);
    if (clause === undefined) return id;
    return clause.section === 'exclusions' ? `the exclusion "${shortened(clause.text)}"` : clause.number;
  };
  const asked = (id: string) => {
    const clause = byId.get(id);
    if (clause === undefined) return id;
    return clause.section === 'exclusions'
      ? `nothing is covered under "${shortened(clause.text)}"`
      : `${clause.number} asks for "${shortened(clause.text)}"`;
  };
  return {
    named,
    list: (ids, joint = 'and') => listed(ids.map(named), joint),
    asked: (ids) => ids.map(asked).join('; '),
  };
}

function listed(names: readonly string[], joint: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** The sentence with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
