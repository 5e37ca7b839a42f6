import type { Expression } from '../kernel/expression.ts';
import type { Section } from '../kernel/kernel.ts';
import type { Criterion, Member, Numbering } from '../member.ts';
import { phrase, plainText, proseList, strong, uncapitalised, type Phrase } from '../text.ts';
import type { Disease } from '../vocabulary/disease.ts';
import { joining, whole } from '../whole.ts';
import { withNumbers } from './clause-numbers.ts';
import { coveredName } from './covered.ts';
import type { Course } from './dosing.ts';
import { diseasesOf, type Indication, type Indications } from './indication.ts';
import { defaultMarks, label, mark } from './list-marks.ts';
import { clausesOf, type Outline, type OutlineClause } from './outline-clause.ts';
import type { Policy } from './policy.ts';
import type { Reauthorization } from './reauthorization.ts';

/** Numbers the clauses of a policy; where a text refers to a clause, the number is put in its place. */
export function outline(policy: Policy): Outline {
  const numbered = clausesOfSections(policy);
  return withNumbers(numbered, clausesOf(numbered));
}

function clausesOfSections(policy: Policy): Outline {
  const { medicalNecessity, dosing, reauthorization, exclusions } = policy;
  const diseases = diseasesOf(medicalNecessity);
  return {
    medicalNecessity: necessity(policy),
    ...(dosing === undefined
      ? {}
      : { dosing: recommendations(policy, Object.entries(dosing.courses), dosing.numbering ?? 'A.') }),
    ...(reauthorization === undefined ? {} : { reauthorization: renewal(policy, reauthorization) }),
    exclusions: [
      {
        id: 'exclusions.otherUse',
        number: 'exclusions.otherUse',
        mark: '',
        text: phrase('Any other use'),
        section: 'exclusions',
        reading: `A use for anything but ${diseaseNames(diseases)} is not covered, whatever else the file shows.`,
        expression: {
          kind: 'not',
          of: { kind: 'choice', field: 'indication', among: diseases.map(({ id }) => id) },
        },
        children: [],
      },
      ...Object.entries(exclusions?.exclusions ?? {}).map(([key, { name, criterion }]): OutlineClause => ({
        id: `exclusions.${key}`,
        number: `exclusions.${key}`,
        mark: '',
        text: phrase(name),
        section: 'exclusions',
        ...(criterion.reading === undefined ? {} : { reading: criterion.reading }),
        expression: whole(criterion),
        children: [],
      })),
    ],
  };
}

/** What the policy covers, as it names it: `alemtuzumab (Lemtrada)`; a device or service by its name. */
export function drugName(policy: Policy): string {
  return coveredName(policy);
}

function diseaseNames(diseases: readonly Disease[]): string {
  return plainText(
    proseList(
      diseases.map(({ name }) => phrase(name)),
      'or',
    ),
  );
}

function necessity({ medicalNecessity }: Policy): OutlineClause {
  return medicalNecessity.kind === 'indications'
    ? severalIndications(medicalNecessity)
    : oneIndication(medicalNecessity, 'indication', { id: '', number: '' });
}

/** Each indication binds the requests for it alone, so that all of them together decide any request. */
function severalIndications({ indications }: Indications<Member>): OutlineClause {
  const entries = Object.entries(indications);
  const children = entries.map(([key, given]) =>
    oneIndication(given, key, { id: key, number: given.disease.name }),
  );
  return {
    id: 'indication',
    number: 'Indication',
    mark: '',
    text: phrase(
      'Individual meets the criteria under the heading of the use that is asked for: ',
      diseaseNames(entries.map(([, { disease }]) => disease)),
    ),
    section: 'medicalNecessity',
    expression: {
      kind: 'all',
      of: entries.map(([key, { disease }]) => ({
        kind: 'any',
        of: [
          { kind: 'not', of: { kind: 'choice', field: 'indication', among: [disease.id] } },
          { kind: 'clause', id: key },
        ],
      })),
    },
    children,
  };
}

function oneIndication(
  { disease, criteria }: Indication<Member>,
  id: string,
  place: Pick<Place, 'id' | 'number'>,
): OutlineClause {
  const children = below(criteria, { ...place, section: 'medicalNecessity', depth: 0 });
  const lead =
    criteria.members === undefined
      ? phrase('Individual meets the following: ', criteria.wording.plain)
      : opening(criteria);
  return {
    id,
    number: disease.name,
    mark: '',
    text: lead,
    isIndication: true,
    section: 'medicalNecessity',
    ...(criteria.reading === undefined ? {} : { reading: criteria.reading }),
    expression: children.length === 0 ? whole(criteria) : joined(criteria, children),
    children,
  };
}

function opening({ wording }: Member): Phrase {
  const words = plainText(wording.plain);
  if (!words.endsWith(' of the following:')) return wording.plain;
  return phrase(
    'Individual meets ',
    uncapitalised(wording.plain.slice(0, -1)),
    ' of the following criteria:',
  );
}

function renewal(policy: Policy, { criteria, repeats }: Reauthorization<Criterion>): OutlineClause {
  const children = below(criteria, {
    id: 'reauthorization',
    number: 'Reauthorization',
    section: 'reauthorization',
    depth: 3,
  });
  const opens = `Continuation of ${drugName(policy)} is considered medically necessary for ${diseaseNames(diseasesOf(policy.medicalNecessity))} when`;
  const again = phrase(`${opens} the above medical necessity criteria are met `, strong('AND'), ' ');
  const text =
    repeats === 'medicalNecessity'
      ? phrase(again, children.length === 0 ? `the following: ` : following(criteria))
      : phrase(`${opens} `, children.length === 0 ? 'the following is met: ' : alone(criteria));
  return {
    id: 'reauthorization',
    number: 'Reauthorization',
    mark: '',
    text: children.length === 0 ? phrase(text, uncapitalised(criteria.wording.plain)) : text,
    section: 'reauthorization',
    ...(criteria.reading === undefined ? {} : { reading: criteria.reading }),
    expression: children.length === 0 ? whole(criteria) : joined(criteria, children),
    children,
  };
}

/** Whether all of a list and nothing beside it is asked for, so that it needs no words of its own. */
function isPlainly({ join }: Member): boolean {
  const { kind = 'all', negated = false, besides = [] } = join ?? {};
  return kind === 'all' && !negated && besides.length === 0;
}

/** How a list goes on after "AND". */
function following(criteria: Member): Phrase {
  return isPlainly(criteria) ? phrase('the following:') : uncapitalised(criteria.wording.plain);
}

/** How a list goes on after "when". */
function alone(criteria: Member): Phrase {
  return isPlainly(criteria)
    ? phrase('the following are met:')
    : phrase('the following is met: ', uncapitalised(criteria.wording.plain));
}

function recommendations(
  policy: Policy,
  courses: readonly (readonly [string, Course])[],
  numbering: Numbering,
): OutlineClause {
  const children = courses.map(([key, course], index): OutlineClause => {
    const id = `dosing.${key}`;
    return {
      id,
      number: numbering === '•' ? id : `Dosing.${label(numbering, index)}`,
      mark: mark(numbering, index),
      text: phrase(courseText(course)),
      section: 'dosing',
      expression: courseMeaning(course),
      children: [],
    };
  });
  return {
    id: 'dosing',
    number: 'Dosing',
    mark: '',
    text: phrase(`The recommended dose of ${drugName(policy)} is `, strong('ONE'), ' of the following:'),
    section: 'dosing',
    reading:
      'A dose that is none of these is no ground for denial: the recommended course is approved in its place. A first course is one without any earlier course, one from samples included.',
    expression: { kind: 'any', of: children.map(({ id }) => ({ kind: 'clause', id })) },
    children,
  };
}

function courseText({ kind, product, mgPerDay, days, totalMg, afterMonths }: Course): string {
  const dose = `${mgPerDay} mg/day by ${product.form} on ${days} consecutive days (${totalMg} mg total dose)`;
  return kind === 'firstCourse'
    ? `First treatment course is ${dose}`
    : `For additional treatment courses, the dose is ${dose} administered ${afterMonths ?? 0} months after the last ${product.brand} treatment course`;
}

function courseMeaning({ kind, product, mgPerDay, days, afterMonths }: Course): Expression {
  const products = { products: [product.id], siblings: 'different' as const };
  const regimen: Expression = { kind: 'regimen', mgPerDay, days };
  const earlier: Expression = { kind: 'treated', products, samples: true };
  return kind === 'firstCourse'
    ? { kind: 'all', of: [regimen, { kind: 'not', of: earlier }] }
    : { kind: 'all', of: [regimen, earlier, { kind: 'elapsed', products, months: afterMonths ?? 0 }] };
}

interface Place {
  readonly id: string;
  readonly number: string;
  readonly section: Section;
  readonly depth: number;
}

function below(member: Member, place: Place): readonly OutlineClause[] {
  const numbering = member.numbering ?? defaultMarks[place.depth % defaultMarks.length] ?? 'A.';
  return Object.entries(member.members ?? {}).map(([key, part], index) => {
    const id = place.id === '' ? key : `${place.id}.${key}`;
    const counted =
      place.number === '' ? label(numbering, index) : `${place.number}.${label(numbering, index)}`;
    const number = numbering === '•' ? id : counted;
    const children = below(part, { ...place, id, number, depth: place.depth + 1 });
    return {
      id,
      number,
      mark: mark(numbering, index),
      text: part.wording.plain,
      section: place.section,
      ...(part.reading === undefined ? {} : { reading: part.reading }),
      expression: children.length === 0 ? whole(part) : joined(part, children),
      children,
    };
  });
}

/** A group over clauses that stand elsewhere. */
function joined(member: Member, children: readonly OutlineClause[]): Expression {
  return joining(
    member,
    children.map(({ id }) => ({ kind: 'clause', id })),
  );
}
