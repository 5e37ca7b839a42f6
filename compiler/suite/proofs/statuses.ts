import { transform } from 'sucrase';
import { ts } from 'ts-morph';
import type { Leaf } from '../../../dsl/kernel/expression.ts';
import type { Kernel } from '../../../dsl/kernel/kernel.ts';
import { planOf } from '../../emit/evaluator/plan.ts';
import type { Mutant } from '../mutants.ts';

/** The most combinations of statuses that are gone through for one line. */
const mostCombinations = 100_000;

/**
 * Whether a change of one line of the function that decides leaves its value as it is, for every status that each of
 * its parts may have: all combinations are gone through. False for a change elsewhere, or of a line with too many parts.
 */
export function sameInDeciding(kernel: Kernel, file: ts.SourceFile, mutant: Mutant): boolean {
  if (mutant.declaration !== 'conclude') return false;
  const line = lineAround(file, mutant);
  if (line === undefined) return false;
  const start = line.getStart(file);
  const before = line.getText(file);
  const after = before.slice(0, mutant.start - start) + mutant.replacement + before.slice(mutant.end - start);
  const inputs = inputsOf(`${before} ${after}`, kernel);
  const count = inputs.reduce((product, { values }) => product * values.length, 1);
  if (inputs.length === 0 || count > mostCombinations) return false;
  const [own, other] = [before, after].map((text) =>
    functionOf(
      text,
      inputs.map(({ name }) => name),
    ),
  );
  if (own === undefined || other === undefined) return false;
  for (let turn = 0; turn < count; turn += 1) {
    let rest = turn;
    const given = inputs.map(({ values }) => {
      const value = values[rest % values.length] ?? 0;
      rest = Math.floor(rest / values.length);
      return value;
    });
    if (own(given) !== other(given)) return false;
  }
  return true;
}

interface Input {
  readonly name: string;
  readonly values: readonly number[];
}

/** The right side of a clause's line, `(clauses[3] = (...))`, or of the coverage: the largest expression of statuses alone. */
function lineAround(file: ts.SourceFile, { start, end }: Mutant): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  const visit = (node: ts.Node) => {
    if (start < node.getStart(file) || end > node.getEnd()) return;
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const { initializer } = node;
      const inner = ts.isParenthesizedExpression(initializer) ? initializer.expression : initializer;
      const value =
        ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.EqualsToken
          ? inner.right
          : inner;
      if (start >= value.getStart(file) && end <= value.getEnd()) found = value;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The leaves and clauses of a line. A leaf may wait for a reviewer where its kind may; a clause's status has no such mark. */
function inputsOf(text: string, kernel: Kernel): readonly Input[] {
  const plan = planOf(kernel);
  const leaves = [...new Set(text.match(/leaves\[\d+\]/g) ?? [])].map((name) => {
    const place = Number(/\d+/.exec(name)?.[0]);
    const leaf = plan.leaves.find(({ index }) => index === place)?.leaf;
    return { name, values: leaf !== undefined && neverForReview.has(leaf.kind) ? [0, 1, 3] : [0, 1, 3, 5] };
  });
  const clauses = [...new Set(text.match(/\bc\d+\b/g) ?? [])].map((name) => ({ name, values: [0, 1, 3] }));
  return [...leaves, ...clauses];
}

/** Questions that a fact answers, or leaves open: never a reviewer's. */
const neverForReview: ReadonlySet<Leaf['kind']> = new Set([
  'threshold',
  'choice',
  'affirmed',
  'classified',
  'finding',
  'regimen',
]);

function functionOf(
  text: string,
  names: readonly string[],
): ((given: readonly number[]) => number) | undefined {
  const code = names.reduce(
    (changed, name, place) =>
      changed.replaceAll(
        name.startsWith('leaves') ? name : new RegExp(`\\b${name}\\b`, 'g'),
        `given[${place}]`,
      ),
    transform(`(${text})`, { transforms: ['typescript'] }).code.replace(/;?\s*$/, ''),
  );
  if (/leaves|clauses|\bc\d/.test(code)) return undefined;
  // Only text that this project's own emitter printed is run.
  // oxlint-disable-next-line no-new-func, no-implied-eval -- a line of it is a text
  const made: unknown = new Function('not', `return (given) => ${code};`)(
    (status: number) => (0b0111 >> (status << 1)) & 3,
  );
  return isFunction(made) ? made : undefined;
}

function isFunction(made: unknown): made is (given: readonly number[]) => number {
  return typeof made === 'function';
}
