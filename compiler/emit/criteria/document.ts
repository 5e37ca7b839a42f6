import type { List, ListData, ListItem, Paragraph as Prose, Root, RootContent } from 'mdast';
import type { Member } from '../../../dsl/member.ts';
import { isNumbered } from '../../../dsl/policy/clause-numbers.ts';
import { coveredBy, type Covered } from '../../../dsl/policy/covered.ts';
import { drugName, outline } from '../../../dsl/policy/outline.ts';
import { clausesOf, type OutlineClause } from '../../../dsl/policy/outline-clause.ts';
import type { Paragraph } from '../../../dsl/policy/paragraph.ts';
import type { Policy } from '../../../dsl/policy/policy.ts';
import { capitalised, phrase, plainText, uncapitalised } from '../../../dsl/text.ts';
import { inLine } from '../../../dsl/whole.ts';
import type { Product } from '../../../dsl/vocabulary/product.ts';
import {
  anchorOf,
  bold,
  heading,
  item,
  link,
  list,
  prose,
  root,
  table,
  type ClauseAnchor,
} from '../../markdown.ts';
import { visible } from '../../visible-text.ts';
import { appendixHeading, cited, dated, phrasing } from './phrase.ts';

/** A part of the document under a heading of its own; one that holds nothing is left out. */
interface Part {
  readonly title: string;
  readonly content: readonly RootContent[];
}

/** The whole policy as its reader knows it, from which each form of the criteria text is printed. */
export function criteriaDocument(policy: Policy): Root {
  const parts = partsOf(policy).filter(({ content }) => content.length > 0);
  return root(
    heading(1, policy.title),
    inRole('facts', list(headerLines(policy).map((line) => item([line])))),
    heading(2, 'Table of Contents'),
    inRole('contents', list(parts.map(({ title }) => item([prose(link(title, anchorOf(title)))])))),
    ...parts.flatMap(({ title, content }) => [heading(2, title), ...content]),
    ...(policy.boilerplate ?? []).map((text): Prose => ({ ...prose(text), data: { role: 'boilerplate' } })),
    ...readingPart(policy),
  );
}

function partsOf(policy: Policy): readonly Part[] {
  const { overview = [], background = [], related = [] } = policy;
  return [
    { title: 'Related Coverage Resources', content: bullets(related) },
    { title: 'Instructions for Use', content: instructions(policy) },
    { title: 'Overview', content: overview.map(explained) },
    { title: 'Medical Necessity Criteria', content: criteria(policy) },
    { title: 'Reauthorization Criteria', content: reauthorization(policy) },
    { title: 'Authorization Duration', content: durations(policy) },
    { title: 'Conditions Not Covered', content: conditionsNotCovered(policy) },
    { title: 'Coding / Billing Information', content: coding(policy) },
    { title: 'Background', content: background.map(explained) },
    { title: appendixHeading, content: appendix(policy) },
    { title: 'References', content: references(policy) },
  ];
}

function headerLines(policy: Policy): readonly Prose[] {
  const { number, effective, nextReview, appliesTo } = policy;
  const covered = coveredBy(policy);
  const what = covered.every(({ kind }) => kind === 'item') ? 'Item' : 'Product';
  const names = covered.map(headerName).join('; ');
  return [
    prose(bold('Coverage Policy Number'), ` ${number}`),
    prose(bold('Effective Date'), ' ', dated(effective)),
    ...(nextReview === undefined ? [] : [prose(bold('Next Review Date'), ' ', dated(nextReview))]),
    prose(bold(covered.length > 1 ? `${what}s` : what), ` ${names}`),
    ...(appliesTo === undefined
      ? []
      : [prose(bold('Applies to:'), ' ', ...phrasing(uncapitalised(inLine(appliesTo))))]),
  ];
}

function headerName(covered: Covered): string {
  if (covered.kind === 'item') return covered.name;
  const { brand, mark, nonproprietaryName, form } = covered;
  return `${brand}${mark} (${nonproprietaryName} ${form})`;
}

function instructions({ instructions: given }: Policy): readonly RootContent[] {
  if (given === undefined) return [];
  return [
    prose('A coverage determination considers, each before those below it:'),
    list(
      given.considerations.map((text) => item([prose(text)])),
      { ordered: true },
    ),
    ...given.remarks.map((text) => prose(text)),
  ];
}

function criteria(policy: Policy): readonly RootContent[] {
  const { medicalNecessity, dosing } = outline(policy);
  const remark = policy.dosing?.remark;
  const isOne = medicalNecessity.isIndication === true;
  const opening = prose(
    ...phrasing(capitalised(phrase(drugName(policy)))),
    isOne
      ? ' is considered medically necessary when the following are met:'
      : ' is considered medically necessary when the criteria under the heading of its use are met:',
  );
  return [
    isOne ? opening : clauseProse(medicalNecessity, opening),
    ...(isOne ? [medicalNecessity] : medicalNecessity.children).flatMap((clause) =>
      runIn(clause, clause.number),
    ),
    ...(dosing === undefined ? [] : runIn(dosing, 'Dosing')),
    ...(remark === undefined ? [] : [prose(remark)]),
  ];
}

/** The clauses below one, as of an indication, under its run-in heading. */
function runIn(clause: OutlineClause, name: string): readonly RootContent[] {
  const opening = prose(bold(`${name}.`), ' ', ...phrasing(clause.text));
  return [{ ...opening, data: { clause: anchor(clause), role: 'heading' } }, ...clauseList(clause.children)];
}

function clauseProse(clause: OutlineClause, content: Prose): Prose {
  return { ...content, data: { clause: anchor(clause) } };
}

function anchor(clause: OutlineClause): ClauseAnchor {
  const { id, number } = clause;
  return isNumbered(clause) ? { id, number: visible(number) } : { id };
}

function reauthorization(policy: Policy): readonly RootContent[] {
  const { reauthorization: given } = outline(policy);
  return given === undefined
    ? []
    : [clauseProse(given, prose(...phrasing(given.text))), ...clauseList(given.children)];
}

function durations({ durations: given }: Policy): readonly RootContent[] {
  const line = (name: string, months: number | undefined) =>
    months === undefined
      ? []
      : [prose(`${name} approval duration is up to ${months} ${months === 1 ? 'month' : 'months'}.`)];
  return [
    ...line('Initial', given?.initial?.value),
    ...line('Reauthorization', given?.reauthorization?.value),
  ];
}

function conditionsNotCovered(policy: Policy): readonly RootContent[] {
  const named = Object.values(policy.exclusions?.exclusions ?? {});
  const [otherUse, ...clauses] = outline(policy).exclusions;
  const general = 'Any other use is considered experimental, investigational or unproven';
  const opening = prose(
    named.length === 0
      ? `${general}.`
      : `${general}, including the following (this list may not be all inclusive):`,
  );
  const items = named.map(({ name, reason, cites }, place): ListItem => {
    const printed = item([prose(bold(`${name}.`), ` ${reason}`, ...cited(cites))]);
    const clause = clauses[place];
    return clause === undefined ? printed : { ...printed, data: { clause: anchor(clause) } };
  });
  return [
    otherUse === undefined ? opening : clauseProse(otherUse, opening),
    ...(items.length === 0 ? [] : [list(items)]),
  ];
}

function coding({ coding: given }: Policy): readonly RootContent[] {
  if (given === undefined) return [];
  const { notes, codes, services = [] } = given;
  return [
    ...(notes.length === 0
      ? []
      : [
          prose(bold('Note:')),
          list(
            notes.map((text) => item([prose(text)])),
            { ordered: true },
          ),
        ]),
    {
      ...prose(
        bold(
          'Considered Medically Necessary when criteria in the applicable policy statements listed above are met:',
        ),
      ),
      data: { role: 'caption' },
    },
    table([
      [services.length === 0 ? 'HCPCS Codes' : 'Codes', 'Description'],
      ...[...codes, ...services].map(({ code, description }) => [code, description]),
    ]),
  ];
}

function appendix({ appendix: given }: Policy): readonly RootContent[] {
  if (given === undefined) return [];
  const { name, plural = name, products } = given;
  return [
    {
      ...table([
        ['Medication', 'Mode of Administration'],
        ...products.map((product) => [medication(product), product.mode]),
      ]),
      data: { caption: visible(plainText(capitalised(phrase(plural)))) },
    },
  ];
}

function medication({ brand, mark, nonproprietaryName, form, generic }: Product): string {
  return `${brand}${mark} (${nonproprietaryName} ${form}${generic ? ', generic' : ''})`;
}

function references({ references: given = [] }: Policy): readonly RootContent[] {
  return given.length === 0
    ? []
    : [
        inRole(
          'references',
          list(
            given.map((text) => item([prose(text)])),
            { ordered: true },
          ),
        ),
      ];
}

/** How the compiler reads what the wording leaves open: no part of the published policy, so it stands apart. */
function readingPart(policy: Policy): readonly RootContent[] {
  const note = (named: string, reading: string) => item([prose(bold(`${named}.`), ` ${reading}`)]);
  const notes = [
    ...readingsOf(policy.appliesTo).map((reading) => note('Applies to', reading)),
    ...clausesOf(outline(policy)).flatMap((clause) => {
      const { number, reading, text } = clause;
      return reading === undefined ? [] : [note(isNumbered(clause) ? number : plainText(text), reading)];
    }),
  ];
  if (notes.length === 0) return [];
  return [
    { type: 'thematicBreak' },
    heading(2, 'How these criteria are read'),
    prose(
      'These notes are no part of the published policy. They say how its wording is decided where it leaves that open.',
    ),
    list(notes),
  ];
}

/** The readings of a criterion that prints in line, and of all that it holds. */
function readingsOf(member: Member | undefined): readonly string[] {
  if (member === undefined) return [];
  const { reading, members = {} } = member;
  return [...(reading === undefined ? [] : [reading]), ...Object.values(members).flatMap(readingsOf)];
}

/** Criteria with the marks that the policy prints before them, each list below the criterion that opens it. */
function clauseList(clauses: readonly OutlineClause[]): readonly [] | readonly [ReturnType<typeof list>] {
  if (clauses.length === 0) return [];
  return [list(clauses.map(clauseItem))];
}

function clauseItem(clause: OutlineClause): ListItem {
  const { mark, text, children } = clause;
  const published = mark === '' || mark === '•' ? undefined : mark;
  const printed = item([prose(...phrasing(text)), ...clauseList(children)], published);
  return { ...printed, data: { ...printed.data, clause: anchor(clause) } };
}

function explained({ text, cites }: Paragraph): Prose {
  return prose(text, ...cited(cites));
}

function inRole(role: NonNullable<ListData['role']>, content: List): List {
  return { ...content, data: { role } };
}

function bullets(texts: readonly string[]): readonly RootContent[] {
  return texts.length === 0 ? [] : [list(texts.map((text) => item([prose(text)])))];
}
