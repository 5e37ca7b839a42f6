/** How many of a list are asked for, as a text says it. */
export interface Quantifier {
  /** As it stands in the text: `At least TWO of the following`. */
  readonly words: string;
  readonly least: number | 'all';
  /** How many parts the word itself implies: two, of BOTH and EITHER. */
  readonly parts?: number;
  /** Whether it says that none is so. */
  readonly negated: boolean;
  /** Whether it says a limit or an exact number, which no group of the language has. */
  readonly limits: boolean;
}

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The number that a word or figure stands for; nothing where it is none. */
export function numberOf(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  const index = numbers.indexOf(word.toLowerCase());
  return index < 1 ? undefined : index;
}

/** A number in words, up to ten. */
export function inWords(count: number): string {
  return (count === 0 ? undefined : numbers[count]) ?? String(count);
}

/** The words for numbers from one to ten, as alternatives of a pattern. */
export const numberWords = numbers.slice(1).join('|');

const limiting = 'exactly|only|at most|no more than|not more than|up to|fewer than|less than';
const quantified = new RegExp(
  `\\b(?:(at least|a minimum of|any|${limiting}) )?(all|any|each|every|every one|both|either|neither|none|${numberWords}|\\d+)( or more)?(?: of)? (?:the )?(?:following|these|those)\\b`,
  'gi',
);

/** What a text says of how many "of the following" are asked for, in its order. */
export function quantifiersIn(text: string): readonly Quantifier[] {
  return [...text.matchAll(quantified)].map(([words, before = '', word = '']): Quantifier => {
    const limits = new RegExp(`^(?:${limiting})$`, 'i').test(before);
    const base = { words, negated: false, limits };
    switch (word.toLowerCase()) {
      case 'all':
      case 'each':
      case 'every':
      case 'every one':
        return { ...base, least: 'all' };
      case 'both':
        return { ...base, least: 'all', parts: 2 };
      case 'either':
        return { ...base, least: 1, parts: 2 };
      case 'neither':
        return { ...base, least: 1, parts: 2, negated: true };
      case 'none':
        return { ...base, least: 1, negated: true };
      case 'any':
        return { ...base, least: 1 };
      default:
        return { ...base, least: numberOf(word) ?? 1 };
    }
  });
}

/** Whether a quantifier over so many parts asks for another number of them. */
export function disagrees({ least, parts, limits }: Quantifier, asked: number, of: number): boolean {
  return limits || (parts !== undefined && parts !== of) || (least === 'all' ? of : least) !== asked;
}
