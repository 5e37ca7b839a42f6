import { gzipSync } from 'node:zlib';
import { h } from 'hastscript';
import { transform } from 'sucrase';
import { factsOf } from '../../dsl/kernel/facts.ts';
import type { Kernel, NamedRow } from '../../dsl/kernel/kernel.ts';
import { outline } from '../../dsl/policy/outline.ts';
import type { OutlineClause } from '../../dsl/policy/outline-clause.ts';
import { validatorSource } from '../case-files/validator.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { factsSchemaOf } from '../emit/facts-schema/facts-schema.ts';
import { evaluatorText } from '../emit/outputs.ts';
import { policyLinks } from '../html/policy-links.ts';
import { printPage } from '../html/page.ts';
import { visible } from '../visible-text.ts';
import type { Bundle } from './bundle.ts';
import {
  deskDataId,
  deskGlobals,
  type DeskCase,
  type DeskClause,
  type DeskData,
  type DeskNames,
  type Names,
} from './desk-data.ts';

/** The most that the shipped cases may weigh, in bytes of gzip: what else stands in the page leaves this and more. */
const roomForCases = 24_000;

/**
 * The reviewer's desk of a policy: a form over its facts and, beside it, what its own evaluator makes of them. The page runs
 * the evaluator that is generated, and checks a case as `decide` does.
 */
export function deskPage(policy: CompiledPolicy, bundle: Bundle): string {
  const data = deskData(policy);
  const { title, number, effective } = policy.kernel;
  return printPage({
    title: `Reviewer’s desk: ${title} (${number})`,
    description: `Fill in a request for ${title} and see what policy ${number} makes of it.`,
    style: bundle.style,
    data: { [deskDataId]: data },
    scripts: [
      evaluatorScript(evaluatorText(policy)),
      validatorScript(validatorSource(data.schema)),
      bundle.script,
    ],
    body: [
      h('a.skip', { href: '#desk-form' }, 'To the form'),
      h('a.skip', { href: '#result' }, 'To the determination'),
      h('header.head', [
        h('div.head-text', [
          h('p.brand', ['Reviewer’s desk · ', h('span.number', visible(number))]),
          h('h1', visible(title)),
          h('p.effective', `Effective ${effective}`),
        ]),
        policyLinks('Desk'),
      ]),
      h('main#desk', [h('noscript', h('p', 'The desk needs scripts; the policy can be read without them.'))]),
    ],
  });
}

function deskData(policy: CompiledPolicy): DeskData {
  const { kernel } = policy;
  const cases = policy.cases.map(({ name, about, record }): DeskCase => ({ name, about, record }));
  const shown = thatFit(cases);
  return {
    policy: {
      name: policy.name,
      number: kernel.number,
      title: kernel.title,
      effective: kernel.effective,
      digest: policy.digest,
    },
    schema: factsSchemaOf(kernel),
    clauses: clausesOf(policy),
    scope: kernel.scope === undefined ? [] : factsOf(kernel.scope),
    names: namesOf(kernel),
    cases: shown,
    casesLeftOut: cases.length - shown.length,
  };
}

/** The first cases that weigh no more than there is room for. */
function thatFit(cases: readonly DeskCase[]): readonly DeskCase[] {
  const weight = (count: number) => gzipSync(JSON.stringify(cases.slice(0, count))).length;
  if (weight(cases.length) <= roomForCases) return cases;
  // Halving finds the count: more cases weigh more.
  let [fits, tooMany] = [0, cases.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (weight(middle) <= roomForCases) fits = middle;
    else tooMany = middle;
  }
  return cases.slice(0, fits);
}

function clausesOf({ policy, kernel }: CompiledPolicy): readonly DeskClause[] {
  const { medicalNecessity, dosing, reauthorization, exclusions } = outline(policy);
  const texts = new Map(kernel.clauses.map(({ id, text }) => [id, text]));
  const flat = (clause: OutlineClause, parent?: string): readonly DeskClause[] => [
    {
      id: clause.id,
      number: clause.number,
      text: texts.get(clause.id) ?? '',
      section: clause.section,
      ...(parent === undefined ? {} : { parent }),
      isHeading: clause.isIndication === true || parent === undefined,
    },
    ...clause.children.flatMap((child) => flat(child, clause.id)),
  ];
  return [
    ...flat(medicalNecessity),
    ...(dosing === undefined ? [] : flat(dosing)),
    ...(reauthorization === undefined ? [] : flat(reauthorization)),
    ...exclusions.flatMap((clause) => flat(clause)),
  ];
}

function namesOf({ tables, products }: Kernel): DeskNames {
  const states = tables.axes.flatMap((axis) => axis.states);
  return {
    products: names(tables.products),
    covered: products,
    indications: names(tables.indications),
    conditions: Object.fromEntries(
      [...new Set(states.map(({ condition }) => condition))].map((condition) => [
        condition,
        states
          .filter((state) => state.condition === condition)
          .map(({ name }) => name)
          .join(' or '),
      ]),
    ),
    findings: names(tables.findings),
    judgements: names(tables.judgements),
    specialties: names(tables.specialties),
    events: names(tables.events),
    circumstances: names(tables.events.flatMap(({ conditions }) => conditions)),
    milestones: names(tables.milestones),
    attributes: names(tables.attributes),
    values: Object.fromEntries(tables.attributes.map(({ id, values }) => [id, names(values)])),
    commitments: names(tables.commitments),
  };
}

function names(rows: readonly NamedRow[]): Names {
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** A generated evaluator as a classic script: its exports become one global object. */
function evaluatorScript(text: string): string {
  const { code } = transform(text, { transforms: ['typescript', 'imports'], disableESTransforms: true });
  return `var ${deskGlobals.evaluator} = (function (exports) {${code}\nreturn exports; })({});`;
}

/** The compiled schema as a classic script: a global function that takes what it requires and gives the validator. */
function validatorScript(source: string): string {
  return `var ${deskGlobals.validator} = function (require) { var module = {};${source}\nreturn module.exports; };`;
}
