import { error, type Diagnostic, type Place } from './diagnostic.ts';

export * from './diagnostic.ts';

/** A file or folder that can't be read. */
export function unreadable(file: string, reason: string): Diagnostic {
  return error(
    'TRI100',
    { position: { file, line: 1, column: 1 }, frame: '' },
    `This file can't be read (${reason}).`,
    'Make it a readable text file, or take it away.',
  );
}

/** A folder without any policy. */
export function noPolicies(folder: string): Diagnostic {
  return error(
    'TRI101',
    undefined,
    `There is no policy in ${folder}.`,
    'Write one: a module that exports the result of policy({ ... }), as policies/ip0213-alemtuzumab/policy.ts.',
  );
}

/** A policy asked for by a name that none has. */
export function unknownPolicy(name: string, meant: string): Diagnostic {
  return error(
    'TRI102',
    undefined,
    `There is no policy '${name}'.${meant}`,
    'Name a policy by its folder below policies/, as ip0213-alemtuzumab.',
  );
}

/** A name that can't be a folder's in `generated/` everywhere. */
export function unfitPolicyName(place: Place | undefined, name: string): Diagnostic {
  return error(
    'TRI103',
    place,
    `'${name}' can't name a policy.`,
    'Rename the file or folder: small letters, digits and hyphens, as ip0213-alemtuzumab.',
  );
}

/** Two policies that would be written to one folder. */
export function samePolicyName(place: Place | undefined, name: string, other: string): Diagnostic {
  return error(
    'TRI104',
    place,
    `The policy of ${other} is called '${name}', too.`,
    'Put each policy into a folder of its own below policies/.',
  );
}

/** Two policies in one module. */
export function secondPolicy(place: Place | undefined): Diagnostic {
  return error(
    'TRI105',
    place,
    'This module holds a second policy.',
    'Move it to a module of its own: one policy a module.',
  );
}

/** A policy that nobody could import. */
export function unexportedPolicy(place: Place | undefined): Diagnostic {
  return error('TRI106', place, 'This policy is not exported.', 'Write export const name = policy({ ... });');
}

/** Brackets within brackets, or values within values, past the limit. */
export function tooDeep(place: Place | undefined, limit: number): Diagnostic {
  return error(
    'TRI110',
    place,
    `This is nested more than ${limit} levels deep.`,
    'Name inner parts by consts of their own and flatten the groups: printed criteria rarely go below five levels.',
  );
}

/** Values that hold each other so often that they would fill the memory. */
export function tooLarge(place: Place | undefined, limit: number): Diagnostic {
  return error(
    'TRI111',
    place,
    `Written out, this value has more than ${limit.toLocaleString('en-US')} parts.`,
    'Split the policy, or spread less into it.',
  );
}

/** A character that a reader of the source can't see, or that reorders what they see. */
export function invisible(place: Place | undefined, codePoint: string, where: string): Diagnostic {
  return error(
    'TRI112',
    place,
    `${where} holds the character ${codePoint}, which is invisible or a control.`,
    'Delete it; write text on one line with visible characters and plain spaces.',
  );
}

/** What no TypeScript parser takes. */
export function syntax(place: Place | undefined, code: number, message: string): Diagnostic {
  return error('TRI113', place, `This is no TypeScript: ${message} (TS${code})`, 'Mend the syntax.');
}

/** An import from outside the policy's own world. */
export function foreignImport(place: Place | undefined, specifier: string): Diagnostic {
  return error(
    'TRI120',
    place,
    `A policy can't import '${specifier}': it is read, never run.`,
    "Import from 'triplicate', 'triplicate/vocabulary', or another policy module by its relative path.",
  );
}

/** A path that leads out of the project. */
export function importLeavesRoot(place: Place | undefined, specifier: string): Diagnostic {
  return error(
    'TRI121',
    place,
    `'${specifier}' lies outside the project.`,
    "Move that module into the project's folder.",
  );
}

/** A path to no module. */
export function importNotFound(place: Place | undefined, specifier: string): Diagnostic {
  return error(
    'TRI122',
    place,
    `There is no policy module at '${specifier}'.`,
    "Write its relative path with the ending, as './appendix.ts'.",
  );
}

/** Default imports and exports. */
export function defaultBinding(place: Place | undefined): Diagnostic {
  return error(
    'TRI123',
    place,
    'Policy modules have no default export.',
    'Export and import by name: export const lemtrada = ...; import { lemtrada } from ...',
  );
}

/** Modules that import each other in a circle. */
export function circularImport(place: Place | undefined, circle: readonly string[]): Diagnostic {
  return error(
    'TRI124',
    place,
    `These modules import each other in a circle: ${circle.join(' → ')}.`,
    'Move what both need to a third module that imports neither.',
  );
}

/** A statement outside the closed subset. */
export function statement(place: Place | undefined, code: string, what: string, remedy: string): Diagnostic {
  return error(code, place, `A policy module can't hold ${what}: it is read, never run.`, remedy);
}

/** An expression outside the closed subset. */
export function expression(place: Place | undefined, code: string, what: string, remedy: string): Diagnostic {
  return error(code, place, `${what} can't stand in a policy: it is read, never run.`, remedy);
}

/** A key that can be no id. */
export function unfitKey(place: Place | undefined, key: string): Diagnostic {
  return error(
    'TRI142',
    place,
    `'${key}' can't be a key: with the keys above it, a key is a permanent id.`,
    'Begin with a small letter and go on with letters and digits, as disablingRelapse; names that every object has, as constructor, are taken.',
  );
}

/** A key that is given twice. */
export function keyTwice(place: Place | undefined, key: string): Diagnostic {
  return error(
    'TRI143',
    place,
    `The key '${key}' is given twice.`,
    'Give each criterion a key of its own; a spread must not repeat one.',
  );
}

/** A criterion whose key is the id of a section. */
export function takenId(place: Place | undefined, id: string): Diagnostic {
  return error(
    'TRI144',
    place,
    `Two clauses have the id '${id}': indication, dosing, reauthorization and exclusions are ids of sections.`,
    'Give the criterion another key.',
  );
}

/** A call of something that is no builder. */
export function noBuilder(place: Place | undefined, name: string, meant: string): Diagnostic {
  return error(
    'TRI150',
    place,
    `'${name}' is no builder of the policy language.${meant}`,
    "Call builders that are imported from 'triplicate'; what a function of your own would do, write out.",
  );
}

/** The author's own const or parameter under a builder's name. */
export function shadowedBuilder(place: Place | undefined, name: string): Diagnostic {
  return error(
    'TRI151',
    place,
    `'${name}' is the name of a builder, and is declared here as something else.`,
    `Choose another name, and import { ${name} } from 'triplicate'.`,
  );
}

/** A name that nothing in the module declares. */
export function unknownName(place: Place | undefined, name: string, meant: string): Diagnostic {
  return error(
    'TRI162',
    place,
    `Nothing here is called '${name}'.${meant}`,
    'Declare it as a const above, or import it; a policy has no access to the machine that it is read on.',
  );
}

/** A const that stands below its use. */
export function usedBeforeDeclared(place: Place | undefined, name: string): Diagnostic {
  return error('TRI163', place, `'${name}' is used before it is declared.`, 'Move its declaration up.');
}

/** A property that is not plainly there. */
export function unfitProperty(place: Place | undefined, name: string): Diagnostic {
  return error(
    'TRI164',
    place,
    `'.${name}' can't be read here.`,
    'Properties are read of an imported namespace (import * as drugs) or of a const that is an object literal; what a builder returns is used whole.',
  );
}

/** A comment that switches the type checker off. */
export function silencedTypes(place: Place | undefined): Diagnostic {
  return error(
    'TRI172',
    place,
    'This comment silences the type checker or reaches for other files.',
    'Take it away, and mend what the checker says.',
  );
}

/** The type that checks nothing. */
export function anyType(place: Place | undefined): Diagnostic {
  return error(
    'TRI173',
    place,
    "'any' checks nothing.",
    'Leave the type out: the compiler knows it from the value.',
  );
}

/** What TypeScript says, in its own words or in those of a builder's refusal. */
export function typeError(place: Place | undefined, code: number, message: string): Diagnostic {
  return error(
    'TRI200',
    place,
    `${message} (TS${code})`,
    'Mend what the message names; an editor with TypeScript shows it at the same place.',
  );
}

/** A refusal that a builder states in its parameter's type. */
export function refusedByType(place: Place | undefined, code: number, message: string): Diagnostic {
  return error('TRI201', place, `${message} (TS${code})`, 'Write it as the message says.');
}

/** The types know other ids than the tree has. */
export function differentIds(
  place: Place | undefined,
  what: string,
  onlyTyped: readonly string[],
  onlyRead: readonly string[],
): Diagnostic {
  const list = (ids: readonly string[]) =>
    ids.slice(0, 5).join(', ') + (ids.length > 5 ? `, and ${ids.length - 5} more` : '');
  const sides = [
    ...(onlyTyped.length === 0 ? [] : [`only the types have ${list(onlyTyped)}`]),
    ...(onlyRead.length === 0 ? [] : [`the types lack ${list(onlyRead)}`]),
  ];
  return error(
    'TRI202',
    place,
    `The ${what} that the types tell are not those of the policy: ${sides.join('; ')}.`,
    'Leave type annotations out of criteria, and spread object literals only: then the types follow the values.',
  );
}

const refusalCodes = [
  'age',
  'empty-group',
  'mixed-group',
  'nested-list',
  'at-least-count',
  'not-documentable',
  'no-product',
  'other-than-what',
  'two-diseases',
  'stray-state',
  'dose-total',
  'forward-reference',
  'unknown-clause',
  'indication-twice',
  'no-indication',
  'nothing-covered',
  'amount',
  'amount-unit',
  'attribute-value',
  'band',
  'bounds-unit',
  'bounds-unit-twice',
  'change-units',
  'circumstance',
  'circumstance-both',
  'count',
  'every-of-open',
  'mean-of-limits',
  'measure-units',
  'measured-options',
  'meets-nothing',
  'no-source',
  'not-shown',
  'one-other-of-one',
  'quantity',
  'reasons',
  'run-percent',
  'run-window',
  'titre',
  'trial-binding',
  'trial-count',
  'trial-dose',
  'window-ends',
  'window-length',
  'months',
  'dose',
];

/** What a builder refuses when it is called; the numbers follow the order in which the refusals came to be. */
export function refusedByBuilder(
  place: Place | undefined,
  refusal: string,
  message: string,
  remedy: string,
): Diagnostic {
  const index = refusalCodes.indexOf(refusal);
  return error(`TRI${301 + (index === -1 ? 98 : index)}`, place, message, remedy);
}

/** A case file that can't be taken. */
export function caseFile(file: string, message: string): Diagnostic {
  return error(
    'TRI500',
    { position: { file, line: 1, column: 1 }, frame: '' },
    message,
    "Mend the case: its shape is facts.schema.json's, and 'about' and 'expected' say what it shows.",
  );
}

/** A surprise: our fault, not the author's. */
export function internal(place: Place | undefined, what: string): Diagnostic {
  return error(
    'TRI900',
    place,
    `The compiler failed by a fault of its own: ${what.split('\n')[0] ?? ''}`,
    'Please report it with this file.',
  );
}
