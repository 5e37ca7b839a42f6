import type { CriteriaCount } from '../generated-policy.ts';
import { coverageOf, type CaseResult } from '../run-cases.ts';
import { columns, counted, harmless, paint, wrapped } from './text.ts';

/** The cases of one policy as a table, with what they cover. */
export function casesText(
  policy: string,
  count: CriteriaCount,
  results: readonly CaseResult[],
  inColour = false,
): string {
  const colours = paint(inColour);
  const failed = results.filter(({ differences }) => differences.length > 0);
  const rows = [
    ['case', 'outcome', ''],
    ...results.map(({ name, determination, differences }) => [
      harmless(name),
      determination.outcome,
      differences.length === 0 ? 'ok' : 'differs',
    ]),
  ];
  const lines = columns(rows).flatMap((row, index) => {
    const found = results[index - 1]?.differences ?? [];
    const line = row.replace(/ok$/, colours.green('ok')).replace(/differs$/, colours.red('differs'));
    return [`  ${line}`, ...found.map((difference) => wrapped('      - ', difference))];
  });
  return [
    colours.bold(
      `${policy}: ${counted(results.length, 'case')}, ${results.length - failed.length} ok, ${failed.length} differ`,
    ),
    ...lines,
    '',
    `  ${counted(count.criteria, 'criterion', 'criteria')}, ${count.judgements} of them left to a reviewer's judgement.`,
    ...judgements(results),
    ...coverage(results),
  ]
    .join('\n')
    .concat('\n');
}

function judgements(results: readonly CaseResult[]): readonly string[] {
  const outcomes = results.map(({ determination }) => determination.outcome);
  const each = [...new Set(outcomes)]
    .sort()
    .map((outcome) => `${outcomes.filter((other) => other === outcome).length} ${outcome}`);
  const review = results.filter(({ determination }) =>
    determination.missing.some(({ needsReview }) => needsReview),
  );
  return [
    `  Outcomes: ${each.join(', ')}. ${counted(review.length, 'case')} wait for a reviewer's judgement.`,
  ];
}

function coverage(results: readonly CaseResult[]): readonly string[] {
  const clauses = coverageOf(results);
  const lacking = clauses.flatMap(({ id, met, notMet, unknown }) => {
    const states = [
      ...(met === 0 ? ['met'] : []),
      ...(notMet === 0 ? ['not met'] : []),
      ...(unknown === 0 ? ['unknown'] : []),
    ];
    return states.length === 0 ? [] : [`    ${id}: ${states.join(', ')}`];
  });
  const table = columns([
    ['clause', 'met', 'not met', 'unknown'],
    ...clauses.map(({ id, met, notMet, unknown }) => [id, `${met}`, `${notMet}`, `${unknown}`]),
  ]);
  return [
    '  Coverage, in cases:',
    ...table.map((line) => `    ${line}`),
    lacking.length === 0 ? '  Each clause is shown met, not met and unknown.' : '  Never shown by a case:',
    ...lacking,
  ];
}
