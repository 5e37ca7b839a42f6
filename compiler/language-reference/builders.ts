import { basename, dirname } from 'node:path';
import type { FunctionDeclaration } from 'ts-morph';
import { describedBy, exportedFunctions, oneLine, tagged } from './declarations.ts';
import { thrownRefusals, typeRefusals, type ThrownRefusal } from './refusals.ts';
import { signatureOf, type Option } from './signature.ts';

/** The chapters of the reference, in their order. */
export const chapters = [
  'Criteria that join, grade and word others',
  'Criteria',
  'Bounds of a value',
  'Windows of time',
  'Quantities',
  'Vocabulary',
  'Parts of a policy',
] as const;

/** A chapter of the reference. */
export type Chapter = (typeof chapters)[number];

/** A builder as its docstring and its types describe it. */
export interface Builder {
  readonly name: string;
  readonly chapter: Chapter;
  readonly meaning: string;
  readonly signature: string;
  /** The name of the type that it returns. */
  readonly returns: string;
  readonly options: readonly Option[];
  readonly typeRefusals: readonly string[];
  /** When it throws, in its author's words. */
  readonly throws: readonly string[];
  readonly thrown: readonly ThrownRefusal[];
  readonly examples: readonly string[];
}

/** Every builder that the language exports, sorted by name. */
export function builders(): readonly Builder[] {
  return exportedFunctions()
    .map(builderOf)
    .sort((first, second) => (first.name < second.name ? -1 : 1));
}

function builderOf(declaration: FunctionDeclaration): Builder {
  const { text, options } = signatureOf(declaration);
  const returns = text.slice(text.lastIndexOf('): ') + 3);
  return {
    name: declaration.getName() ?? '',
    chapter: chapterOf(declaration, returns),
    meaning: describedBy(declaration),
    signature: text,
    returns,
    options,
    typeRefusals: typeRefusals(declaration),
    throws: tagged(declaration, 'throws').map((reason) => oneLine(reason.replace(/^Refused\s+/, ''))),
    thrown: thrownRefusals(declaration),
    examples: tagged(declaration, 'example'),
  };
}

function chapterOf(declaration: FunctionDeclaration, returns: string): Chapter {
  if (returns.startsWith('Quantity<') || returns === 'Quantity') return 'Quantities';
  if (returns === 'QuantityBounds') return 'Bounds of a value';
  if (returns === 'TimeWindow') return 'Windows of time';
  const room = basename(dirname(declaration.getSourceFile().getFilePath()));
  if (room === 'vocabulary') return 'Vocabulary';
  if (room === 'policy') return 'Parts of a policy';
  const joins = declaration
    .getTypeParameters()
    .some((parameter) => joined.has(parameter.getConstraint()?.getText() ?? ''));
  return joins ? 'Criteria that join, grade and word others' : 'Criteria';
}

/** What a builder takes that is made of other criteria. */
const joined: ReadonlySet<string> = new Set(['Members', 'Member', 'Criterion', 'Rows']);
