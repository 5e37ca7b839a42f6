/** A finding of a check that the author has seen and lets stand. */
export interface Acceptance<At extends string> {
  readonly kind: 'acceptance';
  /** The check's name, as its page in `compiler/check/` has it. */
  readonly check: string;
  /** The id of the clause that it is about. */
  readonly at: At;
  readonly because: string;
}

/**
 * Lets a finding of a check stand at a clause, and says why; the reason is printed with the matrix.
 * @example
 * accept('band-gap', 'age', 'The published text leaves the two ages open.')
 */
export function accept<const At extends string>(check: string, at: At, because: string): Acceptance<At> {
  return { kind: 'acceptance', check, at, because };
}
