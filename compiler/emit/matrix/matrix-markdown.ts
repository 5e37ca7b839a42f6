import type { PhrasingContent, RootContent } from 'mdast';
import { bold, code, heading, item, list, printMarkdown, prose, root, table, words } from '../../markdown.ts';
import type { ClauseCode } from './codes.ts';
import type { Literal } from './formula.ts';
import { independencePart } from './independence-markdown.ts';
import { unshown, type ClauseRow, type Matrix, type Ways } from './matrix.ts';
import { marks, sectionNotes, sectionTitles, statusWords } from './words.ts';

/** The most columns that a page holds beside the row's name. */
const widest = 18;

/** The matrix for people: tables of short heads that fit a page, and a legend that spells them out. */
export function matrixMarkdown(matrix: Matrix): string {
  const { number, title, effective } = matrix.policy;
  const several = matrix.ways.some(({ indication }) => indication !== undefined)
    ? ' In front of a number stands the place of its indication.'
    : '';
  return printMarkdown(
    root(
      heading(1, `${number} ${title}: coverage matrix`),
      prose(
        `Version effective ${effective}. Columns are clauses, headed by their printed numbers; the legend has their wording.${several}`,
      ),
      ...matrix.ways.flatMap((ways) => waysPart(ways, matrix)),
      ...clausesPart(matrix),
      ...acceptedPart(matrix),
      ...casesPart(matrix),
      ...independencePart(matrix),
      heading(2, 'Legend'),
      prose('Clauses:'),
      list(matrix.clauses.map(legendLine)),
      ...(matrix.cases.length === 0
        ? []
        : [
            prose('Cases:'),
            list(
              matrix.cases.map(({ name, about }, index) =>
                item([prose(bold(String(index + 1)), ' ', code(name), ` ${about}`)]),
              ),
            ),
          ]),
    ),
  );
}

function waysPart(ways: Ways, matrix: Matrix): readonly RootContent[] {
  const { section, indication, count, exact, printed } = ways;
  const named = matrix.clauses.find(({ id }) => id === indication)?.number;
  const total = `${exact ? '' : 'At most '}${String(count)} ${count === 1n ? 'way' : 'ways'}.`;
  const rest = BigInt(printed.length) < count ? ` The first ${printed.length} are printed.` : '';
  return [
    heading(2, named === undefined ? sectionTitles[section] : `${sectionTitles[section]}: ${named}`),
    prose(
      `${total}${rest} ${sectionNotes[section]}${exact && section === 'medicalNecessity' ? ' None asks for more than it needs.' : ''}`,
    ),
    ...(printed.length === 0 ? [] : waysTable(ways, matrix)),
  ];
}

/**
 * A grid of marks where the clauses fit the page; where they do not, without those that every way asks for; and where
 * even these are too many, each way by the numbers that it takes.
 */
function waysTable({ columns, printed, count }: Ways, { clauses }: Matrix): readonly RootContent[] {
  const heads = new Map(clauses.map(({ id, head }) => [id, head]));
  const step = ({ clause, part, met }: Literal) =>
    `${met ? '' : 'not '}${heads.get(clause) ?? clause}${part === undefined ? '' : ` (question ${part})`}`;
  if (columns.length <= widest && !printed.some((way) => way.some(({ part }) => part !== undefined))) {
    return [grid(columns, printed, heads)];
  }
  const isComplete = BigInt(printed.length) === count && printed.length > 1;
  const common = isComplete ? commonSteps(printed, step) : new Set<string>();
  const rest = printed.map((way) => way.filter((literal) => !common.has(step(literal))));
  const left = columns.filter((id) => rest.some((way) => way.some(({ clause }) => clause === id)));
  const hasParts = rest.some((way) => way.some(({ part }) => part !== undefined));
  return [
    ...(common.size === 0 ? [] : [prose(`Every way asks for ${[...common].join(', ')}, and beside that:`)]),
    left.length <= widest && !hasParts
      ? grid(left, rest, heads)
      : table([
          ['Path', 'Clauses'],
          ...rest.map((way, index) => [String(index + 1), way.map(step).join(' + ')]),
        ]),
  ];
}

function commonSteps(
  ways: readonly (readonly Literal[])[],
  name: (literal: Literal) => string,
): ReadonlySet<string> {
  const [first = [], ...others] = ways.map((way) => way.map(name));
  const sets = others.map((way) => new Set(way));
  return new Set(first.filter((step) => sets.every((way) => way.has(step))));
}

function grid(
  columns: readonly string[],
  ways: readonly (readonly Literal[])[],
  heads: ReadonlyMap<string, string>,
): RootContent {
  const cell = (way: readonly Literal[], id: string) => {
    const asked = way.find(({ clause }) => clause === id);
    return asked === undefined ? '' : asked.met ? '●' : '○';
  };
  return table(
    [
      ['Path', ...columns.map((id) => heads.get(id) ?? id)],
      ...ways.map((way, index) => [String(index + 1), ...columns.map((id) => cell(way, id))]),
    ],
    { centredFrom: 1 },
  );
}

function clausesPart({ clauses }: Matrix): readonly RootContent[] {
  const file = clauses.find(({ source }) => source !== undefined)?.source?.file;
  const rows = clauses.map((clause): (PhrasingContent | string)[] => [
    clause.head,
    clause.bottom ? clause.facts.join(', ') : '(its parts)',
    clause.grade,
    clause.codes.map((each) => each.code).join(', '),
    placeText(clause, file),
    String(clause.evaluatorLine ?? ''),
  ]);
  return [
    heading(2, 'What each clause rests on'),
    prose(
      'Evidence: documented asks for a record; plain is met by a report as well. ',
      ...(file === undefined ? [] : ['Source is line and column in ', code(file), '. ']),
      'Evaluator is the line of evaluator.ts that decides the clause.',
    ),
    table([['Clause', 'Facts', 'Evidence', 'Codes', 'Source', 'Evaluator'], ...rows]),
    ...measuredTable(clauses),
    ...codesTable(clauses),
  ];
}

function placeText({ source }: ClauseRow, file: string | undefined): string {
  if (source === undefined) return '';
  return `${source.file === file ? '' : `${source.file}:`}${source.line}:${source.column}`;
}

/** The units and windows of what is measured or dated. */
function measuredTable(clauses: readonly ClauseRow[]): readonly RootContent[] {
  const rows = clauses.flatMap(({ head, measured }) =>
    measured.map(({ fact, units = [], window = '' }) => [head, fact, units.join(', '), window]),
  );
  return rows.length === 0
    ? []
    : [
        prose('Units and days of what is measured or dated:'),
        table([['Clause', 'Fact', 'Units', 'Days'], ...rows]),
      ];
}

/** What each code says of the clauses, and when it exists. */
function codesTable(clauses: readonly ClauseRow[]): readonly RootContent[] {
  const uses = clauses.flatMap(({ head, codes }) => codes.map((each) => ({ head, ...each })));
  if (uses.length === 0) return [];
  const names = [...new Set(uses.map((use) => use.code))];
  const measures = uses.some(({ says }) => says === 'measures');
  const codeColumns = ['Code', 'System', 'Exists', 'Supports', 'Leaves open', 'Bills'];
  const rows = names.map((name) => {
    const own = uses.filter((use) => use.code === name);
    const saying = (says: ClauseCode['says']) => own.filter((use) => use.says === says);
    const heads = (says: ClauseCode['says']) =>
      saying(says)
        .map(({ head }) => head)
        .join(', ');
    const { system = '', from, until } = own[0] ?? {};
    const exists = [
      ...(from === undefined ? [] : [`from ${from}`]),
      ...(until === undefined ? [] : [`before ${until}`]),
    ];
    const billed = saying('bills').map(
      ({ head, units }) => `${head}${units === undefined ? '' : `: ${units} units`}`,
    );
    const said = [
      name,
      system,
      exists.join(', '),
      heads('supports'),
      heads('leaves open'),
      billed.join(', '),
    ];
    return measures ? [...said, heads('measures')] : said;
  });
  return [
    prose('What a code says by itself, on the dates of service on which it exists:'),
    table([measures ? [...codeColumns, 'Measures'] : codeColumns, ...rows]),
  ];
}

function acceptedPart({ accepted, clauses }: Matrix): readonly RootContent[] {
  if (accepted.length === 0) return [];
  const head = (at: string) => clauses.find(({ id }) => id === at)?.head ?? at;
  return [
    heading(2, 'Findings let stand'),
    list(
      accepted.map(({ check, at, because }) =>
        item([prose(bold(head(at)), ' ', code(check), ` ${because}`)]),
      ),
    ),
  ];
}

function casesPart(matrix: Matrix): readonly RootContent[] {
  const { cases, clauses, coverage } = matrix;
  if (cases.length === 0) return [heading(2, 'Cases'), prose('No case is on file.')];
  const never = unshown(matrix);
  const heads = new Map(clauses.map(({ id, head }) => [id, head]));
  const gaps = never.map(({ id, status }) => `${heads.get(id) ?? id} ${statusWords[status]}`).join(', ');
  return [
    heading(2, 'What the cases show'),
    prose(
      never.length === 0
        ? `The ${cases.length} worked cases show each clause met, not met and unknown at least once.`
        : `Of the ${cases.length} worked cases none shows: ${gaps}.`,
    ),
    table(
      [
        ['Clause', 'Met', 'Not met', 'Unknown'],
        ...coverage.map(({ id, shown }) => [
          heads.get(id) ?? id,
          ...[shown.met, shown['not-met'], shown.unknown].map(String),
        ]),
      ],
      { centredFrom: 1 },
    ),
    heading(2, 'Cases against clauses'),
    prose('● met, ○ not met, ? unknown. The legend names the cases.'),
    ...grouped(clauses).map((group) =>
      table(
        [
          ['Case', 'Outcome', ...group.map(({ head }) => head)],
          ...cases.map(({ outcome, clauses: statuses }, index) => [
            String(index + 1),
            outcome,
            ...group.map(({ id }) => marks[statuses.get(id) ?? 'unknown']),
          ]),
        ],
        { centredFrom: 2 },
      ),
    ),
  ];
}

/** The clauses in groups that a page holds side by side: the criteria, and what stands beside them. */
function grouped(clauses: readonly ClauseRow[]): readonly (readonly ClauseRow[])[] {
  const criteria = clauses.filter(({ section }) => section === 'medicalNecessity');
  const beside = clauses.filter(({ section }) => section !== 'medicalNecessity');
  return [criteria, beside].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / widest) }, (_, index) =>
      group.slice(index * widest, (index + 1) * widest),
    ),
  );
}

function legendLine({ head, number, id, text }: ClauseRow) {
  const printed = number === head || number === id ? [] : [words(` ${number}`)];
  return item([prose(bold(head), ...printed, ' ', code(id), ` ${text}`)]);
}
