import type { Clause } from '../../../dsl/kernel/kernel.ts';

/** Where the printed criteria say something else than the kernel. */
export interface Difference {
  /** The clause that it is about; of an item without a clause, the one that it stands below. */
  readonly clause: string;
  /** The clause's printed number, as `C.iii`; of a clause without one, its id in quotes. */
  readonly number: string;
  /**
   * `statement`: the words ask for something else than the logic, which their author may mean; `print`: a clause is
   * missing, doubled, or at another place, which the printer did.
   */
  readonly about: 'statement' | 'print';
  /** A sentence that an author can act on. */
  readonly message: string;
}

/** What of a clause was compared and agrees. */
export interface ComparedClause {
  readonly clause: string;
  readonly number: string;
  readonly what: readonly string[];
}

/** What of a clause can't be compared, and why. */
export interface UncomparedClause {
  readonly clause: string;
  readonly number: string;
  readonly why: string;
}

/** A clause as a message names it. */
export function named({ id, number }: Pick<Clause, 'id' | 'number'>): string {
  return number === id ? `'${id}'` : number;
}
