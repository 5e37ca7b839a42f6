import type { Expression } from '../../dsl/kernel/expression.ts';
import type { Truth } from '../../dsl/kernel/truth.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { codeText } from '../emit/matrix/codes.ts';
import type { Literal } from '../emit/matrix/formula.ts';
import { waysIn, type Matrix, type Ways } from '../emit/matrix/matrix.ts';
import { measuredText } from '../emit/matrix/measured.ts';
import { matrix as matrixOf } from '../emit/outputs.ts';
import { visible } from '../visible-text.ts';
import type {
  MatrixAlone,
  MatrixClause,
  MatrixColumn,
  MatrixData,
  MatrixFinding,
  MatrixSection,
} from './matrix-data.ts';

/** How many ways of a section a page lists, and of how many clauses together: about two megabytes. */
const listed = { ways: 20_000, steps: 400_000 };

/** What the matrix page of a policy reads. */
export function matrixData(policy: CompiledPolicy): MatrixData {
  const matrix = matrixOf(policy);
  const places = new Map(matrix.clauses.map(({ id }, place) => [id, place]));
  const placesOf = (ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? []);
  const { findings, suite } = policy;
  return {
    policy: {
      name: policy.name,
      number: visible(matrix.policy.number),
      title: visible(matrix.policy.title),
    },
    clauses: clausesOf(policy, matrix, places),
    sections: waysIn(policy, listed).map((ways) => sectionOf(ways, places)),
    cases: matrix.cases.map(({ name, about, outcome, layer, clauses, needsReview }) => ({
      name: visible(name),
      about: visible(about),
      outcome,
      layer,
      statuses: matrix.clauses.map(({ id }) => letters[clauses.get(id) ?? 'unknown']).join(''),
      needsReview: placesOf(needsReview),
    })),
    ...(findings === undefined
      ? {}
      : {
          findings: findings.map((finding): MatrixFinding => ({
            code: finding.code,
            severity: finding.severity,
            sentence: visible(finding.message),
            proof: visible(finding.proof),
            remedy: visible(finding.remedy),
            undecided: finding.status === 'undecided',
            clauses: placesOf(finding.clauses),
            ...(finding.witness === undefined
              ? {}
              : { witness: JSON.stringify(finding.witness, null, 2).split('\n').map(visible).join('\n') }),
          })),
        }),
    accepted: matrix.accepted.flatMap(({ check, at, because }) =>
      placesOf([at]).map((clause) => ({ check, clause, because: visible(because) })),
    ),
    hasSuite: suite !== undefined,
  };
}

const letters: Readonly<Record<Truth, string>> = { met: 'm', 'not-met': 'n', unknown: 'u' };

type Places = ReadonlyMap<string, number>;

function clausesOf(policy: CompiledPolicy, matrix: Matrix, places: Places): readonly MatrixClause[] {
  const expressions = new Map(policy.kernel.clauses.map(({ id, expression }) => [id, expression]));
  const shown = new Map(matrix.coverage.map((row) => [row.id, row.shown]));
  return matrix.clauses.map(({ id, source, evaluatorLine, ...row }): MatrixClause => {
    const within = groupOf(id, places);
    const alone = aloneOf(id, policy, matrix);
    return {
      id: visible(id),
      number: visible(row.number),
      head: visible(row.head),
      text: visible(row.text),
      section: row.section,
      bottom: row.bottom,
      ...(within === undefined ? {} : { within }),
      alternatives: isAlternatives(expressions.get(id)),
      facts: row.facts.map(visible),
      measured: row.measured.map((fact) => visible(measuredText(fact))),
      grade: row.grade,
      codes: row.codes.map((code) => visible(`${code.system} ${codeText(code)}`)),
      ...(source === undefined ? {} : { source: visible(`${source.file}:${source.line}:${source.column}`) }),
      ...(evaluatorLine === undefined ? {} : { evaluatorLine }),
      shown: shown.get(id) ?? { met: 0, 'not-met': 0, unknown: 0 },
      ...(alone === undefined ? {} : { alone }),
    };
  });
}

/** The group that a clause stands in: ids are paths of keys, and criteria of a first request stand in `indication`. */
function groupOf(id: string, places: Places): number | undefined {
  for (let end = id.lastIndexOf('.'); end > 0; end = id.lastIndexOf('.', end - 1)) {
    const place = places.get(id.slice(0, end));
    if (place !== undefined) return place;
  }
  const isSection = ['indication', 'dosing', 'reauthorization'].includes(id) || id.startsWith('exclusions.');
  return isSection ? undefined : places.get('indication');
}

function isAlternatives(expression: Expression | undefined): boolean {
  return expression?.kind === 'any' || expression?.kind === 'atLeast';
}

function aloneOf(id: string, { suite }: CompiledPolicy, { independence }: Matrix): MatrixAlone | undefined {
  const row = independence?.find((each) => each.id === id);
  if (row === undefined) return undefined;
  const facts = suite?.pairs.find(({ clause }) => clause === id)?.facts ?? [];
  const { pair, why, proof, withheld, shownBy } = row;
  return {
    ...(pair === undefined
      ? {}
      : {
          pair: {
            met: pair.met,
            notMet: pair.notMet,
            outcomes: pair.outcomes,
            facts,
            others: pair.kind === 'masking',
          },
        }),
    ...(why === undefined ? {} : { why: visible(why), proved: proof === 'proved' }),
    withheld,
    ...(shownBy === undefined
      ? {}
      : { worked: { met: visible(shownBy.met), notMet: visible(shownBy.notMet) } }),
  };
}

function sectionOf(
  { section, indication, count, exact, printed, columns: ids }: Ways,
  places: Places,
): MatrixSection {
  const keyOf = ({ clause, part }: Pick<Literal, 'clause' | 'part'>) => `${part ?? 0} ${clause}`;
  const parts = new Map(printed.flat().map((literal) => [keyOf(literal), literal]));
  const asked = [...parts.values()];
  // A clause that only states a condition beside its parts has a column for that, and none for itself.
  const columns = ids.flatMap((clause) => {
    const own = asked.filter((literal) => literal.clause === clause);
    const numbers = [...new Set(own.map(({ part }) => part))].sort(
      (first, second) => (first ?? 0) - (second ?? 0),
    );
    return (numbers.length === 0 ? [undefined] : numbers).map((part) => ({
      clause,
      ...(part === undefined ? {} : { part }),
    }));
  });
  const columnPlaces = new Map(columns.map((column, place) => [keyOf(column), place]));
  const indicationPlace = indication === undefined ? undefined : places.get(indication);
  return {
    section,
    ...(indicationPlace === undefined ? {} : { indication: indicationPlace }),
    count: String(count),
    exact,
    columns: columns.flatMap(({ clause, ...part }): readonly MatrixColumn[] => {
      const place = places.get(clause);
      return place === undefined ? [] : [{ clause: place, ...part }];
    }),
    ways: printed.map((way) =>
      way.flatMap((literal) => {
        const place = columnPlaces.get(keyOf(literal));
        return place === undefined ? [] : [literal.met ? place : ~place];
      }),
    ),
  };
}
