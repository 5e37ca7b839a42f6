import { inWords, numberOf, numberWords } from './quantifiers.ts';
import type { Question } from './questions.ts';
import { compared, different, uncompared, type Remark } from './remark.ts';
import { capitalJoiners, joinersIn, withoutNames, type Joiners } from './words.ts';

/** Names that stand further apart than this are not joined by the words between them. */
const reach = 80;

/** The words that join the names of drugs, events or diagnoses within a text, against how many of them are asked for. */
export function compareNames(words: string, question: Question, negated: boolean): readonly Remark[] {
  const { things } = question;
  const found = namesFound(words, things);
  const capitals = capitalJoiners(withoutNames(words, things.flat()));
  if (things.length < 2) return compareSingle(question, found.length > 0, capitals);
  return [...compareNaming(things, found), ...compareJoining(words, question, negated, found, capitals)];
}

/** Whether a text that names things names all that the logic asks for. */
function compareNaming(
  things: readonly (readonly string[])[],
  found: readonly FoundName[],
): readonly Remark[] {
  if (found.length === 0) {
    return [uncompared('its words name what the logic asks for otherwise than the vocabulary does')];
  }
  const named = new Set(found.map(({ thing }) => thing));
  const unnamed = things.filter((_, index) => !named.has(index)).map((names) => names[0] ?? '');
  if (unnamed.length === 0) return [compared('names')];
  return [uncompared(`its words do not name all that the logic asks for: ${unnamed.join(', ')}`)];
}

function compareJoining(
  words: string,
  { things, least }: Question,
  negated: boolean,
  found: readonly FoundName[],
  capitals: Joiners,
): readonly Remark[] {
  const [first] = found;
  const counted = first === undefined ? undefined : countBefore(words.slice(0, first.from));
  if (counted !== undefined) return compareCounted(counted, least, things.length);
  const joiners = found.length < 2 ? capitals : between(words, found);
  const asked = least === 'every' ? 'all' : 'one';
  if (joiners.and === joiners.or) {
    if (found.length < 2 && !joiners.and) return [];
    return [
      uncompared(
        joiners.and
          ? 'its names are joined by "and" as well as by "or"'
          : 'no "and" or "or" stands between its names',
      ),
    ];
  }
  const isWrong = least === 'every' ? joiners.or : joiners.and;
  if (!isWrong) return [compared('joining words')];
  // "Without a and b" may mean neither; NOT in capitals stands before the whole.
  if (negated && joiners.and && !/\bNOT:/.test(words)) {
    return [uncompared('its "and" stands after a "not", where it may mean neither')];
  }
  return [
    different(
      `joins by "${joiners.and ? 'and' : 'or'}", and its logic asks for ${asked} of the ${inWords(things.length)} that it names`,
    ),
  ];
}

/** One thing alone is joined with nothing, save where its own names are: two brands of one drug. */
function compareSingle(
  { things, about }: Question,
  isNamed: boolean,
  { and, or }: Joiners,
): readonly Remark[] {
  const [names] = things;
  const isDrug = (names?.length ?? 0) > 1;
  if (and || (or && !isDrug)) {
    return [different(`joins by "${and ? 'AND' : 'OR'}", and its logic asks one thing alone, ${about}`)];
  }
  if (names === undefined) return [];
  return [
    isNamed
      ? compared('name')
      : uncompared(`its words name "${names[0] ?? ''}" otherwise than the vocabulary does`),
  ];
}

/** The words that join several questions which stand in one item, against their connective. */
export function compareQuestions(
  words: string,
  kind: 'all' | 'any',
  questions: readonly Question[],
): readonly Remark[] {
  const joiners = joinersIn(
    withoutNames(
      words,
      questions.flatMap(({ things }) => things.flat()),
    ),
  );
  if (joiners.and === joiners.or) {
    return [
      uncompared(
        joiners.and
          ? 'its words have "and" as well as "or"'
          : `no "and" or "or" joins the ${inWords(questions.length)} questions of its logic`,
      ),
    ];
  }
  if (joiners.or === (kind === 'any')) return [compared('joining words')];
  const asked = kind === 'any' ? 'one of' : questions.length === 2 ? 'both of' : 'all of';
  return [
    different(
      `joins by "${joiners.and ? 'and' : 'or'}", and its logic asks for ${asked} ${inWords(questions.length)} things`,
    ),
  ];
}

interface FoundName {
  /** Which of the things. */
  readonly thing: number;
  readonly from: number;
  readonly to: number;
}

/** Where each thing is named first, in the text's order. */
function namesFound(words: string, things: readonly (readonly string[])[]): readonly FoundName[] {
  const lower = words.toLowerCase();
  return things
    .flatMap((names, thing): readonly FoundName[] => {
      const places = names.flatMap((name) => {
        const from = lower.indexOf(name.toLowerCase());
        return from === -1 ? [] : [{ thing, from, to: from + name.length }];
      });
      const [first] = places.sort((one, other) => one.from - other.from || other.to - one.to);
      return first === undefined ? [] : [first];
    })
    .sort((one, other) => one.from - other.from);
}

/** What joins names that follow each other closely; words in brackets between them join nothing. */
function between(words: string, found: readonly FoundName[]): Joiners {
  const gaps = found.slice(1).flatMap(({ from }, index) => {
    const gap = words.slice(found[index]?.to ?? from, from).replace(/\([^()]*\)/g, ' ');
    return gap.length > reach ? [] : [gap];
  });
  return joinersIn(gaps.join(' | '));
}

const counting = new RegExp(
  `\\b(all|any|each|every(?: one)?|both|either|${numberWords}|\\d+)( or more)? of (?:the )?$`,
  'i',
);

/** How many of the names that follow a text asks for; nothing where no count leads to them. */
function countBefore(words: string): number | 'every' | undefined {
  const [, word] = counting.exec(words) ?? [];
  if (word === undefined) return undefined;
  const number = numberOf(word);
  if (number !== undefined) return number;
  return /^(?:any|either)$/i.test(word) ? 1 : 'every';
}

function compareCounted(stated: number | 'every', least: number | 'every', of: number): readonly Remark[] {
  const count = (number: number | 'every') => (number === 'every' ? of : number);
  if (count(stated) === count(least)) return [compared('count of names')];
  const said = (number: number | 'every') =>
    number === 'every' ? (of === 2 ? 'both' : `all ${inWords(of)}`) : inWords(number);
  return [different(`asks for ${said(stated)} of what it names, and its logic for ${said(least)}`)];
}
