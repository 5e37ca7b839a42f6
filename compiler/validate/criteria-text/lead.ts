import { quantifiersIn, type Quantifier } from './quantifiers.ts';
import { capitalNegations, mayNegate, withoutNotes } from './words.ts';

/** What the words over a list say of how its items decide. */
export interface Lead {
  readonly form: LeadForm;
  /** Every statement of how many are asked for; text and notes may hold several. */
  readonly quantifiers: readonly Quantifier[];
  /** Whether its words in capitals turn the list round. */
  readonly negated: boolean;
  /** Whether some other word of it may. */
  readonly mayNegate: boolean;
  /** Of `condition` and `row`: the words of the condition. */
  readonly condition?: string;
}

/**
 * A plain list; one under a condition, or a row of a table of populations, which is one as well; a criterion and its
 * exception; a table of populations; and words that say nothing of how the items decide.
 */
export type LeadForm = 'list' | 'condition' | 'exception' | 'population' | 'silent';

const exception = /^(.*?)the first of the following is required, unless the second is met:$/i;
const population =
  /^(.*?)by population: every row that applies must be met, and at least one row must apply:$/i;
const row = /^(.*?)row that applies if (.+); then the following must be met:$/i;
const condition = /^(.*?)\bif (.+), then the following must be met:$/i;
const plainly = /(?<!\bof )\bthe following(?: are(?: all)? met)?:$/i;

/** Reads the words over a list. */
export function readLead(text: string): Lead {
  const { words, notes } = withoutNotes(text);
  const noted = notes.flatMap((note) => quantifiersIn(note));
  for (const [form, pattern] of [
    ['exception', exception],
    ['population', population],
    ['condition', row],
    ['condition', condition],
  ] as const) {
    const found = pattern.exec(words);
    if (found === null) continue;
    const [, before = '', when] = found;
    return {
      form,
      quantifiers: [...quantifiersIn(before), ...noted],
      ...turned(before, []),
      ...(when === undefined ? {} : { condition: when }),
    };
  }
  const stated = quantifiersIn(words);
  const plain: readonly Quantifier[] = plainly.test(words)
    ? [{ words: 'the following', least: 'all', negated: false, limits: false }]
    : [];
  const quantifiers = [...stated, ...plain, ...noted];
  return {
    form: stated.length + plain.length === 0 ? 'silent' : 'list',
    quantifiers,
    ...turned(words, stated),
  };
}

function turned(words: string, stated: readonly Quantifier[]): Pick<Lead, 'negated' | 'mayNegate'> {
  // NONE and NEITHER of the following are read as quantifiers in any letters.
  const rest = stated.reduce((left, quantifier) => left.replace(quantifier.words, ''), words);
  const count = capitalNegations(rest).length + stated.filter(({ negated }) => negated).length;
  return { negated: count % 2 === 1, mayNegate: count > 0 || mayNegate(rest) };
}
