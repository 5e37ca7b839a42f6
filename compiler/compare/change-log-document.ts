import type { PhrasingContent, Root, RootContent } from 'mdast';
import { bold, code, heading, item, list, prose, root, table } from '../markdown.ts';
import { counted } from '../report/text.ts';
import { jsonText } from '../visible-text.ts';
import type { ChangeLog, Cohort, Example, OutcomeChange, Proof } from './change-log.ts';
import { clausesPart, clauseTotals } from './clause-changes-markdown.ts';
import {
  blocksItem,
  exampleBlocks,
  numberedExamples,
  outcomeWords,
  type NumberedExamples,
} from './example-markdown.ts';
import { pathsPart } from './path-changes-markdown.ts';

/** The change log as a committee could publish it, from which each form of it is printed. */
export function changeLogDocument(log: ChangeLog): Root {
  const examples = numberedExamples();
  return root(
    heading(1, titleOf(log)),
    prose(versionsSentence(log)),
    heading(2, 'In short'),
    ...inShort(log),
    ...outcomesPart(log, examples),
    heading(2, 'Clauses'),
    ...clausesPart(log.clauses, examples),
    ...pathsPart(log.paths),
    heading(2, 'Dates, products and approvals'),
    ...termsPart(log),
    ...(log.cohort === undefined ? [] : cohortPart(log.cohort)),
    heading(2, 'How this was found'),
    proofPart(log),
    ...casesPart(examples.all()),
  );
}

/** Of which policy it tells. */
export function titleOf({ older, newer }: ChangeLog): string {
  return older.number === newer.number
    ? `${newer.number} ${newer.title}: what changed`
    : `What changed from ${older.number} ${older.title} to ${newer.number} ${newer.title}`;
}

function versionsSentence({ older, newer, comparedFrom }: ChangeLog): string {
  const named = ({ label, number, effective }: ChangeLog['older']) =>
    `${label} (${number}, effective ${effective})`;
  return `The older version is ${named(older)}, the newer one ${named(newer)}. They are compared on the same requests, for services from ${comparedFrom} on, when both may be applied.`;
}

/** Whether outcomes change, which, and how many clauses. */
export function inShort({ verdict, outcomes, clauses, proof }: ChangeLog): readonly RootContent[] {
  const shown = [...outcomes]
    .filter(({ example }) => example !== undefined)
    .sort((first, second) => Number(first.onlyByPlan) - Number(second.onlyByPlan));
  const open = outcomes.filter(({ example }) => example === undefined);
  const verdicts = {
    equivalent: `Both versions come to the same outcome for every request. This is proved${boundsIn(proof)}.`,
    different: 'The versions do not come to the same outcome for every request.',
    undecided:
      'Whether the versions come to the same outcome for every request is undecided: it could not be settled within the limits given at the end.',
  };
  const changes = ({ from, to, onlyByPlan }: OutcomeChange) =>
    `some requests that were ${outcomeWords[from]} are now ${outcomeWords[to]}${onlyByPlan ? byPlan : ''}`;
  return [
    list([
      item([
        prose(bold(verdicts[verdict])),
        ...(shown.length === 0
          ? []
          : [list(shown.map((each) => item([prose(`${capital(changes(each))}.`)])))]),
      ]),
      ...(open.length === 0
        ? []
        : [
            item([
              prose('Undecided:'),
              list(
                open.map(({ from, to }) =>
                  item([
                    prose(`whether some request that was ${outcomeWords[from]} is now ${outcomeWords[to]}.`),
                  ]),
                ),
              ),
            ]),
          ]),
      item([prose(`${clauseTotals(clauses)}.`)]),
    ]),
  ];
}

const byPlan = ', only where a plan document or a mandate decides over the policy';

function boundsIn({ bounds }: Proof): string {
  return bounds === undefined ? '' : ', within the limits given at the end';
}

function outcomesPart({ outcomes }: ChangeLog, examples: NumberedExamples): readonly RootContent[] {
  const shown = outcomes.flatMap(({ example, ...change }) =>
    example === undefined ? [] : [{ ...change, example }],
  );
  if (shown.length === 0) return [];
  return [
    heading(2, 'Outcomes that change'),
    prose(
      'Each is shown by a made-up request, as small as it gets: leave out any fact of it, and it no longer shows the change.',
    ),
    list(
      shown.map(({ from, to, onlyByPlan, example }) =>
        blocksItem([
          prose(
            bold(
              `${capital(outcomeWords[from])} before, ${outcomeWords[to]} now${onlyByPlan ? byPlan : ''}.`,
            ),
          ),
          ...exampleBlocks(example, examples),
        ]),
      ),
    ),
  ];
}

/** What changes beside the criteria. */
export function termsPart({ terms }: ChangeLog): readonly RootContent[] {
  return [
    terms.length === 0
      ? prose(
          'Nothing else changes: dates, products, what the policy applies to, durations, regimens and codes are the same.',
        )
      : table([['', 'Before', 'Now'], ...terms.map(({ term, older, newer }) => [term, older, newer])]),
  ];
}

function cohortPart({ cases, unchanged, tooEarly, flips, refused }: Cohort): readonly RootContent[] {
  const named = (names: readonly string[]): readonly (PhrasingContent | string)[] =>
    names.flatMap((name, place) => [place === 0 ? '' : ', ', code(name)]);
  return [
    heading(2, 'The given cases'),
    prose(
      `Of ${counted(cases, 'case')} that both versions were asked to decide, ${unchanged} ${unchanged === 1 ? 'keeps its' : 'keep their'} outcome.`,
    ),
    ...(flips.length === 0
      ? []
      : [
          table([
            ['Before', 'Now', 'Cases', 'Which'],
            ...flips.map(({ from, to, cases: names }) => [
              outcomeWords[from],
              outcomeWords[to],
              String(names.length),
              names.join(', '),
            ]),
          ]),
        ]),
    ...(tooEarly.length === 0
      ? []
      : [
          prose(
            'Not compared, since they were served before both versions are in force: ',
            ...named(tooEarly),
            '.',
          ),
        ]),
    ...(refused.length === 0
      ? []
      : [
          prose('Left out, since they are no cases of these policies:'),
          list(refused.map(({ file, problems }) => item([prose(code(file), `: ${problems.join(' ')}`)]))),
        ]),
  ];
}

/** How it was found out, and within which limits. */
export function proofPart({ proof, older, newer }: ChangeLog): RootContent {
  const { by, bounds, millisecondsAQuestion, vocabulary } = proof;
  const lines = [
    by === 'structure'
      ? 'Both versions write the same criteria, but for the order of their parts: nothing had to be proved beyond that.'
      : `What is said of all requests was proved by a solver (${by}). Every example was decided anew by two implementations of each version, which agree.`,
    ...(bounds === undefined
      ? []
      : [
          `The proof goes through requests with dates from 1901 to 2089, ${historyWords(bounds)}at most two diagnoses of a disease. What takes more entries to show is not covered by it.`,
        ]),
    ...(millisecondsAQuestion === undefined
      ? []
      : [
          `A question that the solver does not settle in about ${millisecondsAQuestion / 1000} s is called undecided. Looser and stricter are said of each clause by itself.`,
        ]),
    ...(vocabulary.length === 0
      ? []
      : [
          `The versions came with different vocabularies. Requests that rest on one of these names are not spoken of: ${vocabulary.join(', ')}.`,
        ]),
    `Digests: ${older.digest.slice(0, 12)} before, ${newer.digest.slice(0, 12)} now.`,
    'This log supports a committee and does not replace one. The policies are their publishers’; their texts govern.',
  ];
  return list(lines.map((line) => item([prose(line)])));
}

function historyWords({ drugs, eventsOfAKind }: NonNullable<Proof['bounds']>): string {
  const entries = [
    ...(drugs === 0 ? [] : [`at most ${counted(drugs, 'entry', 'entries')} of drugs,`]),
    ...(eventsOfAKind === 0 ? [] : [`at most ${counted(eventsOfAKind, 'event')} of each kind,`]),
  ];
  return entries.map((entry) => `${entry} `).join('');
}

function casesPart(all: readonly Example[]): readonly RootContent[] {
  if (all.length === 0) return [];
  return [
    heading(2, 'The examples as cases'),
    prose('Each is a case file that ', code('triplicate decide'), ' takes.'),
    ...all.flatMap((example, place): readonly RootContent[] => [
      prose(bold(`Example ${place + 1}.`)),
      { type: 'code', lang: 'json', value: jsonText(example.case).trimEnd() },
    ]),
  ];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
