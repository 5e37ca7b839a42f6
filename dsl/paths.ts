import type { Members } from './member.ts';
import type { Refusal } from './refusal.ts';

/** The ids of a tree of members: for each key its path, and those below it. */
export type PathsIn<Clauses, Prefix extends string = ''> = Clauses extends Members
  ? {
      [Key in keyof Clauses & string]:
        `${Prefix}${Key}` | PathsIn<Clauses[Key]['clauses'], `${Prefix}${Key}.`>;
    }[keyof Clauses & string]
  : never;

/** The ids of clauses that a criterion refers to, its members' included. */
export type RefersOf<C> = C extends { readonly refers?: infer Ids } ? Extract<Ids, string> : never;

/** Nothing more is asked of a criterion whose references are all among these ids; else the refusal that its author reads. */
export type KnownReferences<C, Paths extends string> = [RefersOf<C>] extends [Paths]
  ? unknown
  : Refusal<`'${Exclude<RefersOf<C>, Paths>}' is no clause of this policy, and a criterion refers to it: name one by its path of keys, as 'course.aggressive'.`>;
