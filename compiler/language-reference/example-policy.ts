import { Node, Project, ts } from 'ts-morph';
import * as language from '../../dsl/index.ts';
import * as sharedNames from '../../policies/vocabulary/index.ts';

/** Where in the criteria text of its policy an example prints; nowhere, where it only declares a name or a code. */
export type PrintedIn =
  | 'its own clause'
  | 'Medical Necessity Criteria'
  | 'Dosing'
  | 'Reauthorization Criteria'
  | 'Conditions Not Covered'
  | 'Coding / Billing Information'
  | 'Background'
  | 'nowhere';

/** A small policy that an example stands in. */
export interface ExamplePolicy {
  /** The module, as an author would write it. */
  readonly text: string;
  readonly printedIn: PrintedIn;
  /** The criterion around an example that is none by itself; `…` stands for the example. */
  readonly around?: string;
}

/** The policy for an example of a builder, by the builder's name and the type that it returns. */
export function examplePolicy(example: string, builder: string, returns: string): ExamplePolicy {
  const { consts, expression } = partsOf(example);
  const { around, place = 'criterion' } = hosts.get(builder) ?? hosts.get(returns) ?? {};
  const placed = around === undefined ? expression : around.replace('…', () => expression);
  const { keys, printedIn } = places[place](placed);
  const body = returns === 'Policy' ? expression : `policy({ ${frame}, ${keys} })`;
  const module = `${consts}\nexport const example = ${body};\n`;
  return {
    text: `${importsFor(module)}${module}`,
    printedIn: returns === 'Policy' ? 'Medical Necessity Criteria' : printedIn,
    ...(around === undefined ? {} : { around }),
  };
}

/** The last statement of an example is what it shows; consts may stand before it. */
function partsOf(example: string): { readonly consts: string; readonly expression: string } {
  const statements = parsed(example).getStatements();
  const last = statements.at(-1);
  return {
    consts: statements
      .slice(0, -1)
      .map((statement) => statement.getText())
      .join('\n'),
    expression: (last?.getText() ?? '').replace(/;$/, ''),
  };
}

const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });

function parsed(text: string) {
  return project.createSourceFile('example.ts', text, { overwrite: true });
}

/** The imports of a module: what it names of the language and of the shared vocabulary. */
function importsFor(module: string): string {
  const used = new Set(
    parsed(module)
      .getDescendantsOfKind(ts.SyntaxKind.Identifier)
      .filter((identifier) => {
        const parent = identifier.getParent();
        return !(Node.isPropertyAssignment(parent) && parent.getNameNode() === identifier);
      })
      .map((identifier) => identifier.getText()),
  );
  const line = (exported: object, from: string) => {
    const names = Object.keys(exported).filter((name) => used.has(name));
    return names.length === 0 ? '' : `import { ${names.sort().join(', ')} } from '${from}';\n`;
  };
  return line(language, 'triplicate') + line(sharedNames, 'triplicate/vocabulary');
}

const frame = "number: 'EX0001', title: 'An example', effective: '2024-01-01', product: lemtrada";
const shared = 'vocabulary: sharedVocabulary';
const anyCriteria = 'medicalNecessity: indication(multipleSclerosis, allOf({ age: ageAtLeast(17) }))';

interface Placed {
  readonly keys: string;
  readonly printedIn: PrintedIn;
}

/** Where in a policy an example may stand. */
const places = {
  criterion: (text: string): Placed => ({
    keys: `${shared}, medicalNecessity: indication(multipleSclerosis, allOf({ example: ${text} }))`,
    printedIn: 'its own clause',
  }),
  necessity: (text: string): Placed => ({
    keys: `${shared}, medicalNecessity: ${text}`,
    printedIn: 'Medical Necessity Criteria',
  }),
  dosing: (text: string): Placed => ({
    keys: `${shared}, ${anyCriteria}, dosing: ${text}`,
    printedIn: 'Dosing',
  }),
  reauthorization: (text: string): Placed => ({
    keys: `${shared}, ${anyCriteria}, reauthorization: ${text}`,
    printedIn: 'Reauthorization Criteria',
  }),
  exclusions: (text: string): Placed => ({
    keys: `${shared}, ${anyCriteria}, exclusions: ${text}`,
    printedIn: 'Conditions Not Covered',
  }),
  coding: (text: string): Placed => ({
    keys: `${shared}, ${anyCriteria}, coding: ${text}`,
    printedIn: 'Coding / Billing Information',
  }),
  background: (text: string): Placed => ({
    keys: `${shared}, ${anyCriteria}, background: ${text}, references: ['A reference.']`,
    printedIn: 'Background',
  }),
  accepted: (text: string): Placed => ({
    keys: `${shared}, ${anyCriteria}, accepted: ${text}`,
    printedIn: 'nowhere',
  }),
  vocabulary: (text: string): Placed => ({
    keys: `vocabulary: ${text}, ${anyCriteria}`,
    printedIn: 'nowhere',
  }),
} as const;

interface Host {
  readonly place?: keyof typeof places;
  readonly around?: string;
}

const visit = "event({ id: 'clinic-visit', name: 'visit to the clinic' })";
const glucose =
  "measure({ id: 'glucose', name: 'plasma glucose', units: { 'mg/dL': 1, 'mmol/L': 18.0156 } })";
const igE = "measure({ id: 'ige', name: 'total IgE', units: { '[iU]/mL': 1 } })";

/** What an example of a type, or of one builder, stands in; one that is missing here is a criterion by itself. */
const hosts: ReadonlyMap<string, Host> = new Map<string, Host>([
  ['QuantityBounds', { around: `measured(${glucose}, …)` }],
  ['TimeWindow', { around: `occurred(${visit}, { within: … })` }],
  ['Milestone', { around: `occurred(${visit}, { within: before(…) })` }],
  ['Quantity', { around: `measured(${glucose}, atOrAbove(…))` }],
  ["Quantity<'mg'>", { around: 'quantityAtMost(…)' }],
  ["Quantity<'days'>", { around: `occurred(${visit}, { within: inTheLast(…) })` }],
  ["Quantity<'months'>", { around: `occurred(${visit}, { within: inTheLast(…) })` }],
  [
    "Quantity<'{titer}'>",
    {
      around:
        "measured(measure({ id: 'antibody-titre', name: 'antibody titre', units: { '{titer}': 1 } }), atOrBelow(…))",
    },
  ],
  [
    "Quantity<'percent of baseline'>",
    {
      around: `changedBy(${igE}, atOrBelow(…), { from: before(milestone({ id: 'first-dose', name: 'the first dose' })) })`,
    },
  ],
  ["Quantity<'upper limit'>", { around: `measured(${igE}, above(…))` }],
  ["Quantity<'lower limit'>", { around: `measured(${igE}, below(…))` }],
  ['AgentList', { around: 'trialOf(…, { count: 2 })' }],
  ['Ingredient', { around: 'trialOf(…, {})' }],
  ['Product', { around: 'previousTreatmentWith(…)' }],
  ['Diagnosis', { around: 'diagnosedWith(…)' }],
  ['EventTerm', { around: 'occurred(…)' }],
  ['Measure', { around: "measured(…, atOrAbove(quantity(126, 'mg/dL')))" }],
  ['Attribute', { around: "requested(…, 'laparoscopic')" }],
  ['Disease', { around: 'requestedFor(…)' }],
  ['Specialty', { around: 'prescribedByOrInConsultationWith(…)' }],
  [
    'meets',
    {
      place: 'necessity',
      around:
        "indication(multipleSclerosis, allOf({ diagnosis: diagnosedWith(rrms), training: commitment({ id: 'device-training', name: 'will be trained in its use' }), example: … }))",
    },
  ],
  ['Indication', { place: 'necessity' }],
  ['Indications', { place: 'necessity' }],
  ['Dosing', { place: 'dosing' }],
  ['Course', { place: 'dosing', around: 'dosing({ example: … })' }],
  ['Reauthorization', { place: 'reauthorization' }],
  ['ConditionsNotCovered', { place: 'exclusions' }],
  ['Exclusion', { place: 'exclusions', around: 'conditionsNotCovered({ example: … })' }],
  ['BillingCode', { place: 'coding', around: '{ codes: […], notes: [] }' }],
  ['Paragraph', { place: 'background', around: '[…]' }],
  ['Acceptance', { place: 'accepted', around: '[…]' }],
  ['Vocabulary', { place: 'vocabulary' }],
  [
    'Item',
    {
      place: 'vocabulary',
      around: 'vocabulary({ products: [lemtrada], diseases: [multipleSclerosis], items: […] })',
    },
  ],
  [
    'DiseaseCourse',
    {
      place: 'vocabulary',
      around: 'vocabulary({ products: [lemtrada], diseases: [multipleSclerosis], courses: […] })',
    },
  ],
  [
    'DiagnosisCode',
    {
      place: 'vocabulary',
      around:
        "vocabulary({ products: [lemtrada], diseases: [multipleSclerosis], courses: [diseaseCourse({ id: 'multiple-sclerosis-course', name: 'multiple sclerosis', states: [rrms], codes: […] })] })",
    },
  ],
]);
