import type { Expression, Leaf } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { coverage, type Layer, type Outcome } from '../../../dsl/kernel/meaning.ts';
import * as verdicts from '../../logic/verdict.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { Term } from '../../logic/term.ts';
import { typed } from './access.ts';
import { statusDiffers, withTerms } from './compare.ts';
import { adopted, conj, disj, fact, neg } from './formula.ts';
import { callTop, topValue } from './interpret.ts';
import type { Machine } from './machine.ts';
import { strictlyEqual } from './operators.ts';
import { cell, read, root } from './path.ts';
import { gather, isPlain, type Value } from './value.ts';

/** What `conclude` makes of leaves that stand for answers to questions, against the kernel: where they differ. */
export interface DecideDifferences {
  /** What holds of every answer: it is one of met, not met, unknown, for review. */
  readonly theory: readonly Term[];
  /** By the id of the clause. */
  readonly clauses: ReadonlyMap<string, Term>;
  readonly outcome: Term;
}

/** Compares for all answers. `places` tells which question each place of the leaves answers, by its place among them. */
export function compareDecide(
  machine: Machine,
  kernel: Kernel,
  questions: readonly Leaf[],
  places: readonly (number | undefined)[],
  clauseIds: readonly string[],
): DecideDifferences {
  const answers = questions.map((_, place) => answer(`answer ${place}`));
  const scope = answer('scope');
  const [isMandated, covers, excludes] = ['mandate', 'covers', 'excludes'].map((name) => fact(name, 'truth'));
  if (isMandated === undefined || covers === undefined || excludes === undefined)
    throw new RangeError('No layer.');
  const leaves = places.map((question, place): Value => {
    if (place === 0) return codeValue(scope);
    if (place === 1)
      return gather([
        { when: isMandated, value: 3 },
        { when: neg(isMandated), value: 0 },
      ]);
    if (place === 2)
      return gather([
        { when: covers, value: 1 },
        { when: excludes, value: 2 },
        { when: neg(disj(covers, excludes)), value: 0 },
      ]);
    const own = question === undefined ? undefined : answers[question];
    return own === undefined ? codeValue(answer(`leaf ${place}`)) : codeValue(own);
  });
  const buffer = typed(
    'Uint8Array',
    leaves.map((leaf) => cell(root, leaf)),
  );
  const statuses = typed(
    'Uint8Array',
    clauseIds.map(() => cell(root, 0)),
  );
  const concluded = callTop(machine, 'conclude', [buffer, statuses]);
  const decided = callTop(machine, 'decide', [buffer, statuses]);

  const keys = new Map(questions.map((leaf, place) => [JSON.stringify(leaf), answers[place]]));
  const clauses = new Map<string, Verdict>();
  const verdictOf = (expression: Expression): Verdict => {
    switch (expression.kind) {
      case 'all':
        return verdicts.least(expression.of.map(verdictOf));
      case 'any':
        return verdicts.greatest(expression.of.map(verdictOf));
      case 'atLeast':
        return verdicts.atLeast(expression.count, expression.of.map(verdictOf));
      case 'not':
        return verdicts.negate(verdictOf(expression.of));
      case 'clause':
        return clauses.get(expression.id) ?? verdicts.unknown;
      default:
        return keys.get(JSON.stringify(expression)) ?? verdicts.unknown;
    }
  };
  const made = (expression: Expression) => withTerms(verdictOf(expression), adopted);
  for (const clause of kernel.clauses) clauses.set(clause.id, made(clause.expression));
  const whole = withTerms(
    verdicts.least([scope, kernel.scope === undefined ? verdicts.met : made(kernel.scope)]),
    adopted,
  );
  const covered = made(coverage(kernel));
  const dosing = kernel.dosing === undefined ? verdicts.met : made(kernel.dosing);
  const concludedBy = conclusions(whole, covered, dosing, { isMandated, covers, excludes });
  return {
    theory: [...answers, scope]
      .flatMap(possible)
      .concat(
        neg(conj(covers, excludes)),
        ...places.map((_, place) => possible(answer(`leaf ${place}`))).flat(),
      ),
    clauses: new Map(
      clauseIds.map((id, place) => {
        const status = statuses.cells[place];
        return [
          id,
          statusDiffers(
            status === undefined ? undefined : read(status, root),
            clauses.get(id) ?? verdicts.unknown,
          ),
        ];
      }),
    ),
    outcome: disj(
      ...concludedBy.map(({ outcome, layer, when }) => {
        const code = codeIn(machine, 'outcomes', outcome) | (codeIn(machine, 'layers', layer) << 3);
        const isSo = conj(strictlyEqual(concluded, code), strictlyEqual(decided, code & 7));
        return conj(when, neg(isSo));
      }),
    ),
  };
}

function answer(name: string): Verdict {
  return {
    met: fact(`${name} met`, 'truth'),
    notMet: fact(`${name} not met`, 'truth'),
    review: fact(`${name} for review`, 'truth'),
  };
}

function possible({ met, notMet, review }: Verdict): readonly Term[] {
  return [neg(conj(met, notMet)), neg(conj(review, disj(met, notMet)))];
}

function codeValue({ met, notMet, review }: Verdict): Value {
  return gather([
    { when: met, value: 3 },
    { when: notMet, value: 0 },
    { when: review, value: 5 },
    { when: neg(disj(met, notMet, review)), value: 1 },
  ]);
}

/** The layers in the order of reading C-33: of every case exactly one of these holds. */
function conclusions(
  scope: Verdict,
  covered: Verdict,
  dosing: Verdict,
  {
    isMandated,
    covers,
    excludes,
  }: { readonly isMandated: Term; readonly covers: Term; readonly excludes: Term },
): readonly { readonly outcome: Outcome; readonly layer: Layer; readonly when: Term }[] {
  const byPolicy = conj(scope.met, neg(isMandated), neg(excludes));
  const isOpen = (verdict: Verdict) => neg(disj(verdict.met, verdict.notMet));
  return [
    { layer: 'scope', outcome: 'notApplicable', when: scope.notMet },
    { layer: 'scope', outcome: 'pended', when: isOpen(scope) },
    { layer: 'mandate', outcome: 'approved', when: conj(scope.met, isMandated) },
    { layer: 'plan', outcome: 'denied', when: conj(scope.met, neg(isMandated), excludes) },
    {
      layer: 'policy',
      outcome: 'pended',
      when: conj(byPolicy, disj(isOpen(covered), conj(covered.met, isOpen(dosing)))),
    },
    { layer: 'plan', outcome: 'approved', when: conj(byPolicy, covered.notMet, covers) },
    { layer: 'policy', outcome: 'denied', when: conj(byPolicy, covered.notMet, neg(covers)) },
    { layer: 'policy', outcome: 'approved', when: conj(byPolicy, covered.met, dosing.met) },
    { layer: 'policy', outcome: 'modified', when: conj(byPolicy, covered.met, dosing.notMet) },
  ];
}

/** The place of a name in a list of the module. */
function codeIn(machine: Machine, list: string, name: string): number {
  const value = topValue(machine, list);
  const items = isPlain(value) || value.kind !== 'array' ? undefined : read(value.items, root);
  return isPlain(items) || items.kind !== 'items' ? -1 : items.of.indexOf(name);
}
