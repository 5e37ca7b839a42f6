import type { ListItem, Paragraph as Prose, PhrasingContent, Root, RootContent } from 'mdast';
import { clausesOf, drugName, outline, type OutlineClause } from '../../../dsl/policy/outline.ts';
import type { Paragraph } from '../../../dsl/policy/paragraph.ts';
import type { Policy } from '../../../dsl/policy/policy.ts';
import { capitalised, phrase, plainText } from '../../../dsl/text.ts';
import type { Product } from '../../../dsl/vocabulary/product.ts';
import { anchorOf, bold, heading, item, link, list, prose, root, table, words } from '../../markdown.ts';
import { appendixHeading, citation, phrasing } from './phrase.ts';

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
    list(headerLines(policy).map((line) => item([line]))),
    heading(2, 'Table of Contents'),
    list(parts.map(({ title }) => item([prose(link(title, anchorOf(title)))]))),
    ...parts.flatMap(({ title, content }) => [heading(2, title), ...content]),
    ...(policy.boilerplate ?? []).map((text) => prose(text)),
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

function headerLines({ number, effective, nextReview, product }: Policy): readonly Prose[] {
  return [
    prose(bold('Coverage Policy Number'), ` ${number}`),
    prose(bold('Effective Date'), ` ${american(effective)}`),
    ...(nextReview === undefined ? [] : [prose(bold('Next Review Date'), ` ${american(nextReview)}`)]),
    prose(
      bold('Product'),
      ` ${product.brand}${product.mark} (${product.nonproprietaryName} ${product.form})`,
    ),
  ];
}

/** A date as the published policies print it: `3/1/2024`. */
function american(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${month ?? ''}/${day ?? ''}/${year ?? ''}`;
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
  return [
    prose(
      ...phrasing(capitalised(phrase(drugName(policy)))),
      ' is considered medically necessary when the following are met:',
    ),
    prose(bold(`${policy.medicalNecessity.disease.name}.`), ' ', ...phrasing(medicalNecessity.text)),
    ...clauseList(medicalNecessity.children),
    ...(dosing === undefined
      ? []
      : [prose(bold('Dosing.'), ' ', ...phrasing(dosing.text)), ...clauseList(dosing.children)]),
    ...(remark === undefined ? [] : [prose(remark)]),
  ];
}

function reauthorization(policy: Policy): readonly RootContent[] {
  const { reauthorization: given } = outline(policy);
  return given === undefined ? [] : [prose(...phrasing(given.text)), ...clauseList(given.children)];
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

function conditionsNotCovered({ exclusions }: Policy): readonly RootContent[] {
  const named = Object.values(exclusions?.exclusions ?? {});
  const general = 'Any other use is considered experimental, investigational or unproven';
  if (named.length === 0) return [prose(`${general}.`)];
  return [
    prose(`${general}, including the following (this list may not be all inclusive):`),
    list(
      named.map(({ name, reason, cites }) => item([prose(bold(`${name}.`), ` ${reason}${citation(cites)}`)])),
    ),
  ];
}

function coding({ coding: given }: Policy): readonly RootContent[] {
  if (given === undefined) return [];
  const { notes, codes } = given;
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
    prose(
      bold(
        'Considered Medically Necessary when criteria in the applicable policy statements listed above are met:',
      ),
    ),
    table([['HCPCS Codes', 'Description'], ...codes.map(({ code, description }) => [code, description])]),
  ];
}

function appendix({ appendix: given }: Policy): readonly RootContent[] {
  if (given === undefined) return [];
  return [
    table([
      ['Medication', 'Mode of Administration'],
      ...given.products.map((product) => [medication(product), product.mode]),
    ]),
  ];
}

function medication({ brand, mark, nonproprietaryName, form, generic }: Product): string {
  return `${brand}${mark} (${nonproprietaryName} ${form}${generic ? ', generic' : ''})`;
}

function references({ references: given = [] }: Policy): readonly RootContent[] {
  return given.length === 0
    ? []
    : [
        list(
          given.map((text) => item([prose(text)])),
          { ordered: true },
        ),
      ];
}

/** How the compiler reads what the wording leaves open: no part of the published policy, so it stands apart. */
function readingPart(policy: Policy): readonly RootContent[] {
  const notes = clausesOf(outline(policy)).flatMap(({ number, id, reading, text }) => {
    if (reading === undefined) return [];
    const named = number === id ? plainText(text) : number;
    return [item([prose(bold(`${named}.`), ` ${reading}`)])];
  });
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

/** Criteria with the marks that the policy prints before them, each list below the criterion that opens it. */
function clauseList(clauses: readonly OutlineClause[]): readonly [] | readonly [ReturnType<typeof list>] {
  if (clauses.length === 0) return [];
  return [list(clauses.map(clauseItem))];
}

function clauseItem({ mark, text, children }: OutlineClause): ListItem {
  const published = mark === '' || mark === '•' ? undefined : mark;
  return item([prose(...phrasing(text)), ...clauseList(children)], published);
}

function explained({ text, cites }: Paragraph): Prose {
  const raised = citation(cites);
  const children: readonly PhrasingContent[] = [words(`${text}${raised}`)];
  return prose(...children);
}

function bullets(texts: readonly string[]): readonly RootContent[] {
  return texts.length === 0 ? [] : [list(texts.map((text) => item([prose(text)])))];
}
