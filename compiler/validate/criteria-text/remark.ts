/**
 * What the comparison of one text with its logic comes to. A difference is said of the clause, as `says ..., and its logic
 * ...`; it is about what the words state, or about what the printer made of them.
 */
export type Remark =
  | { readonly kind: 'compared'; readonly what: string }
  | { readonly kind: 'uncompared'; readonly why: string }
  | { readonly kind: 'different'; readonly about: 'statement' | 'print'; readonly predicate: string };

/** What was compared, and agrees. */
export function compared(what: string): Remark {
  return { kind: 'compared', what };
}

/** What can't be compared, and why. */
export function uncompared(why: string): Remark {
  return { kind: 'uncompared', why };
}

/** What text and logic say differently. */
export function different(predicate: string): Remark {
  return { kind: 'different', about: 'statement', predicate };
}

/** What is printed otherwise than the kernel has it. */
export function misprinted(predicate: string): Remark {
  return { kind: 'different', about: 'print', predicate };
}
