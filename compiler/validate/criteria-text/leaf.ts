import type { Expression, Leaf } from '../../../dsl/kernel/expression.ts';
import type { Tables } from '../../../dsl/kernel/kernel.ts';
import { compareBounds } from './bounds.ts';
import { compareNames, compareQuestions } from './joining.ts';
import { compareNumbers } from './numbers.ts';
import { inWords, numberOf, numberWords, quantifiersIn } from './quantifiers.ts';
import { questionOf, withoutRequests, type Question } from './questions.ts';
import { compared, different, uncompared, type Remark } from './remark.ts';
import { capitalNegations, mayNegate, withoutNames, withoutNotes } from './words.ts';

const atLeast = new RegExp(`\\b[Aa]t least (${numberWords.toUpperCase()})\\b`, 'g');

/** The words of an item without items below it, against what its logic asks of the file. */
export function compareLeaf(text: string, expression: Expression, tables: Tables): readonly Remark[] {
  const { words } = withoutNotes(text);
  const { negated, core } = turnedRight(expression);
  const leaves = leavesOf(core);
  if (leaves === undefined)
    return [uncompared('its logic is a connective of connectives, or of other clauses')];
  const questions = leaves.map((leaf) => questionOf(leaf, tables));
  const names = questions.flatMap(({ things }) => things.flat());
  const [only] = questions;
  const plain = withoutNames(words, names);
  const remarks = [
    ...compareNegation(plain, negated),
    ...(leaves.length === 1 && only !== undefined
      ? [...compareNames(words, only, negated), ...compareCounts(words, only), ...compareList(text, only)]
      : core.kind === 'all' || core.kind === 'any'
        ? compareQuestions(words, core.kind, questions)
        : [uncompared('its logic counts how many of several questions are met')]),
  ];
  const numbers = [
    ...compareNumbers(plain, leaves),
    ...(negated ? [] : leaves.flatMap((leaf) => compareBounds(plain, leaf))),
  ];
  // A wrong count is a number as well, and is said once.
  const isSaid = remarks.some(({ kind }) => kind === 'different');
  return [...remarks, ...(isSaid ? numbers.filter(({ kind }) => kind !== 'different') : numbers)];
}

function turnedRight(expression: Expression): { readonly negated: boolean; readonly core: Expression } {
  const core = withoutRequests(expression);
  if (core.kind === 'not') {
    const inner = turnedRight(core.of);
    return { ...inner, negated: !inner.negated };
  }
  const isConnective = core.kind === 'all' || core.kind === 'any';
  const [only, ...more] = isConnective ? core.of : [];
  return only === undefined || more.length > 0 ? { negated: false, core } : turnedRight(only);
}

/** The leaf, or the leaves of one connective; nothing where the expression is deeper. */
function leavesOf(expression: Expression): readonly Leaf[] | undefined {
  switch (expression.kind) {
    case 'not':
    case 'clause':
      return undefined;
    case 'all':
    case 'any':
    case 'atLeast': {
      const leaves = expression.of.map(withoutRequests).flatMap((part) => (isLeaf(part) ? [part] : []));
      return leaves.length === expression.of.length ? leaves : undefined;
    }
    default:
      return [expression];
  }
}

function isLeaf(expression: Expression): expression is Leaf {
  return !['all', 'any', 'atLeast', 'not', 'clause'].includes(expression.kind);
}

/** What names hold is the vocabulary's, so that they are taken out before. */
function compareNegation(words: string, negated: boolean): readonly Remark[] {
  const isTurned = capitalNegations(words).length % 2 === 1;
  if (isTurned === negated) return negated ? [compared('negation')] : [];
  if (isTurned) return [different('says NOT, NO or NEVER, and its logic asks that it is so')];
  return mayNegate(words)
    ? [compared('negation')]
    : [different('asks in its logic that it is not so, and its words have no "not"')];
}

/** How often something happened, of how many drugs, and which measurement: the words in capitals that say it. */
function compareCounts(words: string, question: Question): readonly Remark[] {
  return [...compareTimes(words, question), ...compareSelecting(words, question)];
}

function compareTimes(words: string, { counts }: Question): readonly Remark[] {
  const stated = [...words.matchAll(atLeast)].map(([, word = '']) => word);
  if (stated.length === 0) return [];
  const wrong = stated.find((word) => numberOf(word) !== counts);
  if (wrong === undefined) return [compared('count')];
  if (counts === undefined)
    return [uncompared(`its "at least ${wrong}" counts what its logic takes for one thing`)];
  return [different(`says "at least ${wrong}", and its logic asks for at least ${inWords(counts)}`)];
}

function compareSelecting(words: string, { which, counts, least }: Question): readonly Remark[] {
  const stated = /\b(?:LATEST|EARLIEST|MEAN|EVERY)\b/.exec(words)?.[0];
  if (stated === undefined) return [];
  const selected = which ?? (least === 'every' ? 'every' : undefined);
  if (stated.toLowerCase() === selected) return [compared('which of several')];
  if (selected === undefined && counts === undefined) {
    return [uncompared(`its "${stated}" chooses within what its logic takes for one thing`)];
  }
  return [
    different(
      `says ${stated}, and its logic asks for ${selected === undefined ? 'any one' : `the ${selected} one`}`,
    ),
  ];
}

/** A text that promises a list has one below it, or names its parts. */
function compareList(text: string, { things, least }: Question): readonly Remark[] {
  const [quantifier] = quantifiersIn(text);
  if (quantifier === undefined) return [];
  const asked = least === 'every' ? things.length : least;
  const stated = quantifier.least === 'all' ? things.length : quantifier.least;
  if (things.length > 1 && stated === asked && !quantifier.limits) return [compared('quantifier')];
  return [
    different(
      things.length > 1
        ? `says "${quantifier.words}", and its logic asks for at least ${inWords(asked)} of the ${inWords(things.length)} that it names`
        : `says "${quantifier.words}", and has no items below it`,
    ),
  ];
}
