const words = ['NONE', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE', 'TEN'];

/** A number as a quantifier prints it: `TWO`, and figures above ten. */
export function numberWord(count: number): string {
  return words[count] ?? String(count);
}
