import type { Members } from './member.ts';

/** The ids of a tree of members: for each key its path, and those below it. */
export type PathsIn<Clauses, Prefix extends string = ''> = Clauses extends Members
  ? {
      [Key in keyof Clauses & string]:
        `${Prefix}${Key}` | PathsIn<Clauses[Key]['clauses'], `${Prefix}${Key}.`>;
    }[keyof Clauses & string]
  : never;
