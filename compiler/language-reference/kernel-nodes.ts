import { join } from 'node:path';
import { Node, Project, type TypeNode } from 'ts-morph';
import type { Expression } from '../../dsl/kernel/expression.ts';
import { packageRoot } from '../read/own-files.ts';
import { declarationOf, describedBy } from './declarations.ts';

/** A kind of node of the kernel. */
export interface KernelNode {
  readonly kind: string;
  /** What its docstring says. */
  readonly meaning: string;
  /** Why no other kinds together say the same. */
  readonly why: string;
}

/** Every kind of node, in the order of their declaration. */
export function kernelNodes(): readonly KernelNode[] {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: { strict: true, types: [] },
  });
  const source = project.addSourceFileAtPath(join(packageRoot, 'dsl/kernel/expression.ts'));
  return kindsIn(source.getTypeAliasOrThrow('Expression').getTypeNodeOrThrow(), '').map(
    ({ kind, meaning }) => ({
      kind,
      meaning: connectives.get(kind) ?? meaning.replace(/ INVARIANT:.*$/, ''),
      why: reasons.get(kind) ?? '',
    }),
  );
}

function kindsIn(
  node: TypeNode,
  around: string,
): readonly { readonly kind: string; readonly meaning: string }[] {
  if (Node.isUnionTypeNode(node)) return node.getTypeNodes().flatMap((part) => kindsIn(part, around));
  if (Node.isTypeLiteral(node)) return kindOf(node.getProperty('kind')?.getTypeNode(), around);
  const declaration = declarationOf(node);
  if (declaration === undefined) return [];
  if (Node.isInterfaceDeclaration(declaration)) {
    return kindOf(declaration.getProperty('kind')?.getTypeNode(), describedBy(declaration));
  }
  return kindsIn(declaration.getTypeNodeOrThrow(), describedBy(declaration));
}

function kindOf(node: TypeNode | undefined, meaning: string) {
  return node === undefined ? [] : [{ kind: node.getText().slice(1, -1), meaning }];
}

/** The connectives share one docstring: what each of them is. */
const connectives: ReadonlyMap<string, string> = new Map([
  ['all', 'The least of its parts.'],
  ['any', 'The greatest of its parts.'],
  ['atLeast', 'The n-th greatest of its parts.'],
  ['not', 'Its part with met and not met swapped.'],
]);

/** Why each kind is needed; the type asks for every kind, so that a new one is not left without a reason. */
const why: Readonly<Record<Expression['kind'], string>> = {
  all: 'The only way for several criteria to bind together; every list under ALL or BOTH is one.',
  any: 'Alternatives: met as soon as one is, not met only when each is not.',
  atLeast: 'Two of three is no nest of all and any without writing every pair.',
  not: 'Swaps met and not met and leaves unknown; with it, exclusions and "never" need no kinds of their own.',
  clause: 'A clause is decided once and referred to, so that its status is the same wherever it counts.',
  threshold: 'An age is derived from a birth date and a day: it changes with the day, which no finding can.',
  choice: 'What is asked for, and what is one of several, is told by an id that is among some or not.',
  affirmed: 'A plain yes or no, of the prescriber or of an undertaking, has no evidence and no date.',
  classified:
    'Diagnoses displace one another in time and may be told by codes: which state governs must be worked out.',
  finding: 'A single fact with a grade of evidence, where its date and value do not matter.',
  judgement:
    'Without a threshold only a person can answer; unknown then waits for a reviewer, not for a paper.',
  reason: 'A pair of two distinct agents can not be said by two criteria apart from each other.',
  treated: 'A product, and not its ingredient, was ever given, whatever the outcome.',
  receiving: 'Continuing treatment depends on the last course and on what was begun after it.',
  concurrent: 'What is taken on the day itself, from any source; an exclusion turns on it.',
  elapsed: 'A distance in calendar months from the last dose, which no count of events gives.',
  regimen: 'The dose that is asked for is compared with those recommended, and replaced where it is none.',
  counted:
    'Events have dates and may recur: "at least two within 12 months" is a count, over a history that may have gaps.',
  reading:
    'The latest value, every value or the mean is a statement on the whole history: one more entry may change it.',
  change: 'Two values are compared with each other, and not each with a threshold.',
  run: 'Consecutive days are an order in time, which a count does not see.',
  trials:
    'A course of a drug has a length, a dose, an outcome and a last day, and courses are counted by agent.',
  amount: 'The limit may depend on a measured value, as on body weight, and be rounded up to packages.',
};

const reasons: ReadonlyMap<string, string> = new Map(Object.entries(why));
