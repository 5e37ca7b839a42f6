import type { EvidenceSource } from '../kernel/case.ts';
import type { Expression } from '../kernel/expression.ts';
import { type Criterion, type Member } from '../member.ts';
import type { RefersOf } from '../paths.ts';
import { Refused } from '../refusal.ts';
import { phrase, plainText, proseList, type Phrase } from '../text.ts';

/** The criterion, met by facts that these sources show. */
export interface AsShownBy<C extends Criterion> extends Criterion {
  readonly kind: 'asShownBy';
  readonly facts?: C['facts'];
  readonly documentable?: C['documentable'];
  readonly clauses?: C['clauses'];
  readonly refers?: RefersOf<C>;
}

const sourceNames: Readonly<Record<EvidenceSource, string>> = {
  record: 'the medical record',
  claim: 'a paid claim',
  laboratory: 'a laboratory report',
  prescriber: "the prescriber's statement",
  attestation: 'an attestation',
};

/**
 * Asks that each fact in the criterion is shown by one of these sources. A fact that something else shows leaves it
 * unknown: the paper is asked for, it is no ground for denial.
 * @throws Refused where no source is named, or a part has no entry that a source could show: only measurements, events
 * and trials of drugs have.
 * @example
 * asShownBy(['claim'], trialOf(fingolimod, { lasting: days(90) }))
 */
export function asShownBy<const C extends Criterion>(
  sources: readonly [EvidenceSource, ...EvidenceSource[]],
  criterion: C,
): AsShownBy<C> {
  if (sources.length < 1) {
    throw new Refused('no-source', 'asShownBy([]) names no source.', "Name one: asShownBy(['claim'], ...).");
  }
  const words = plainText(
    proseList(
      sources.map((source) => phrase(sourceNames[source])),
      'or',
    ),
  );
  const { plain, documented } = criterion.wording;
  return {
    ...shown(criterion, sources),
    kind: 'asShownBy',
    means: 'criterion',
    wording: { plain: withSource(plain, words), documented: withSource(documented, words) },
  };
}

/** The source behind a wording; where the wording opens a list, before its colon. */
function withSource(wording: Phrase, words: string): Phrase {
  const last = wording.at(-1);
  return last?.kind === 'text' && last.text.endsWith(':')
    ? phrase(wording.slice(0, -1), `${last.text.slice(0, -1)}, each as shown by ${words}:`)
    : phrase(wording, `, as shown by ${words}`);
}

function shown(
  member: Member,
  sources: readonly EvidenceSource[],
): Omit<Member, 'facts' | 'documentable' | 'clauses'> {
  const {
    facts: _facts,
    documentable: _documentable,
    clauses: _clauses,
    expression,
    members,
    ...rest
  } = member;
  if (member.join?.besides !== undefined) throw noSource();
  return {
    ...rest,
    ...(expression === undefined ? {} : { expression: from(expression, sources) }),
    ...(members === undefined
      ? {}
      : {
          members: Object.fromEntries(
            Object.entries(members).map(([key, part]) => [key, shown(part, sources)]),
          ),
        }),
  };
}

function from(expression: Expression, shownBy: readonly EvidenceSource[]): Expression {
  switch (expression.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return { ...expression, of: expression.of.map((part) => from(part, shownBy)) };
    case 'trials':
      return { ...expression, shownBy };
    case 'counted':
    case 'reading':
      return { ...expression, of: { ...expression.of, shownBy } };
    case 'run':
      return { ...expression, of: { ...expression.of, shownBy } };
    case 'change':
      return {
        ...expression,
        of: { ...expression.of, shownBy },
        baseline: { ...expression.baseline, shownBy },
      };
    default:
      throw noSource();
  }
}

function noSource(): Refused {
  return new Refused(
    'not-shown',
    'asShownBy(...) holds a criterion whose facts name no source.',
    'Take it out of asShownBy(...): measurements, events and trials of drugs are shown by a source.',
  );
}
