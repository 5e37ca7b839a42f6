import { ts } from 'ts-morph';
import { expression, statement, type Diagnostic, type Place } from '../errors.ts';

type Entry = readonly [code: string, what: string, remedy: string];

const writeOut = 'Write each part out; a policy is a plain statement of what it requires.';

const loops: Entry = ['TRI130', 'a loop', writeOut];
const functions: Entry = [
  'TRI131',
  'a function of its own',
  "Call the language's builders where the function was called; repeat what is needed, or name it by a const.",
];

const statements: ReadonlyMap<ts.SyntaxKind, Entry> = new Map<ts.SyntaxKind, Entry>([
  [ts.SyntaxKind.ForStatement, loops],
  [ts.SyntaxKind.ForInStatement, loops],
  [ts.SyntaxKind.ForOfStatement, loops],
  [ts.SyntaxKind.WhileStatement, loops],
  [ts.SyntaxKind.DoStatement, loops],
  [ts.SyntaxKind.FunctionDeclaration, functions],
  [ts.SyntaxKind.ClassDeclaration, ['TRI132', 'a class', 'Use object literals and builders.']],
  [
    ts.SyntaxKind.IfStatement,
    ['TRI133', 'a condition of the program', 'Conditions are criteria: use oneOf, allOf, not.'],
  ],
  [
    ts.SyntaxKind.SwitchStatement,
    ['TRI133', 'a condition of the program', 'Conditions are criteria: use oneOf, allOf, not.'],
  ],
  [ts.SyntaxKind.EnumDeclaration, ['TRI136', 'an enum', 'Use consts or an object literal.']],
  [
    ts.SyntaxKind.ModuleDeclaration,
    ['TRI136', 'a namespace or a declaration of another module', 'Use modules: one file each.'],
  ],
  [ts.SyntaxKind.ImportEqualsDeclaration, ['TRI120', 'import =', "Write import { name } from '...'."]],
  [
    ts.SyntaxKind.ExpressionStatement,
    ['TRI137', 'an expression without a name', 'Name it: const name = ...; what is not used, leave out.'],
  ],
]);

const conditional: Entry = [
  'TRI152',
  'A choice that the program makes',
  'Choices are criteria: use oneOf, or write two policies.',
];
const closures: Entry = [
  'TRI161',
  'A function of your own',
  "Call the language's builders, and write each part out.",
];
const nothing: Entry = ['TRI166', 'null, undefined or void', 'Leave the key out.'];

const expressions: ReadonlyMap<ts.SyntaxKind, Entry> = new Map<ts.SyntaxKind, Entry>([
  [ts.SyntaxKind.ConditionalExpression, conditional],
  [ts.SyntaxKind.BinaryExpression, ['TRI153', 'An operator', 'Write its result.']],
  [
    ts.SyntaxKind.PrefixUnaryExpression,
    ['TRI153', 'An operator', 'Write its result; only a minus before a number is taken.'],
  ],
  [ts.SyntaxKind.PostfixUnaryExpression, ['TRI153', 'An operator', 'Write its result.']],
  [ts.SyntaxKind.TypeOfExpression, ['TRI153', 'An operator', 'Write its result.']],
  [
    ts.SyntaxKind.DeleteExpression,
    ['TRI153', 'An operator', 'Leave the key out where the object is written.'],
  ],
  [ts.SyntaxKind.VoidExpression, nothing],
  [ts.SyntaxKind.NullKeyword, nothing],
  [
    ts.SyntaxKind.AsExpression,
    [
      'TRI154',
      "'as'",
      "Take it away and mend what TypeScript then says; 'as const' and 'satisfies' are taken.",
    ],
  ],
  [
    ts.SyntaxKind.TypeAssertionExpression,
    [
      'TRI154',
      'A type assertion',
      "Take it away and mend what TypeScript then says; 'as const' and 'satisfies' are taken.",
    ],
  ],
  [
    ts.SyntaxKind.NonNullExpression,
    ['TRI155', "'!' after a value", 'Take it away: what is written is there.'],
  ],
  [ts.SyntaxKind.TemplateExpression, ['TRI156', 'A template with ${...}', 'Write the whole text.']],
  [ts.SyntaxKind.TaggedTemplateExpression, ['TRI157', 'A tagged template', 'Write plain text.']],
  [ts.SyntaxKind.NewExpression, ['TRI158', "'new'", 'Use literals and builders.']],
  [ts.SyntaxKind.AwaitExpression, ['TRI159', "'await'", 'Write the value that is waited for.']],
  [ts.SyntaxKind.YieldExpression, ['TRI159', "'yield'", 'Write the values out.']],
  [ts.SyntaxKind.ArrowFunction, closures],
  [ts.SyntaxKind.FunctionExpression, closures],
  [ts.SyntaxKind.ClassExpression, ['TRI161', 'A class', 'Use object literals and builders.']],
  [
    ts.SyntaxKind.ElementAccessExpression,
    ['TRI140', 'An access by [...]', 'Write .name, or name the value by a const.'],
  ],
  [ts.SyntaxKind.RegularExpressionLiteral, ['TRI166', 'A regular expression', 'Write plain text.']],
  [ts.SyntaxKind.BigIntLiteral, ['TRI166', 'A bigint', 'Write a plain number.']],
  [ts.SyntaxKind.OmittedExpression, ['TRI170', 'A hole in a list', 'Take the surplus comma away.']],
  [ts.SyntaxKind.SpreadElement, ['TRI165', 'A spread of this', 'Write the parts out.']],
]);

/** The message for a statement that no policy may hold. */
export function outsideStatement(node: ts.Statement): (place: Place) => Diagnostic {
  const [code, what, remedy] = statements.get(node.kind) ?? [
    'TRI133',
    'this statement',
    'Keep to imports, consts and exports.',
  ];
  return (place) => statement(place, code, what, remedy);
}

/** The message for an expression that no policy may hold. */
export function outsideExpression(node: ts.Node): (place: Place) => Diagnostic {
  const entry =
    ts.isBinaryExpression(node) && logical.has(node.operatorToken.kind)
      ? conditional
      : expressions.get(node.kind);
  const [code, what, remedy] = entry ?? [
    'TRI167',
    'This expression',
    'Keep to literals, names and calls of builders.',
  ];
  return (place) => expression(place, code, what, remedy);
}

const logical: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);
