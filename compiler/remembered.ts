/**
 * Work on texts that is remembered for the latest of them: an edit of a policy seldom changes what it comes to in part, and
 * such a part is then not worked out again.
 * @param most how many texts are kept, with what was worked out of each
 */
export function rememberedByText<Result>(
  work: (text: string) => Result,
  most: number,
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) {
      // What was asked for last stands last, and is forgotten last.
      known.delete(text);
      known.set(text, before);
      return before;
    }
    const result = work(text);
    known.set(text, result);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return result;
  };
}
