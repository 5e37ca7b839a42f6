import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { CompiledPolicy } from '../compiled-policy.ts';
import { sectionNotes, sectionTitles } from '../emit/matrix/words.ts';
import { policyLinks } from '../html/policy-links.ts';
import { printPage } from '../html/page.ts';
import { matrixData } from './build-matrix-data.ts';
import type { Bundle } from './bundle.ts';
import { decisionDiagrams, type DecisionDiagram } from './decision-diagram.ts';
import { clauseAddress, diagramFigure } from './diagram/drawing.ts';
import { diagramTitle, stageNames, type ClauseNames } from './diagram/words.ts';
import type { MatrixData } from './matrix-data.ts';

/**
 * The matrix page of a policy: its paths against its clauses, how it decides, what its cases show and what its analysis
 * found. The tables are made by the bundle's script from the page's data; without scripts a summary stands in their place,
 * and the diagrams and clauses are there all the same.
 * @param bundle the script and style of `pages/matrix/`
 */
export async function matrixPage(policy: CompiledPolicy, bundle: Bundle): Promise<string> {
  const data = matrixData(policy);
  const { number, title } = data.policy;
  return printPage({
    title: `${number} ${title}: coverage matrix`,
    description: `Every way to an approval under ${number} ${title}, what each criterion rests on, and how a request is decided.`,
    style: bundle.style,
    body: [
      h('a', { className: ['skip'], href: '#content' }, 'Skip to the content'),
      h('header', { className: ['page-head'] }, [
        policyLinks('Matrix'),
        h('h1', [h('span', { className: ['number'] }, number), ` ${title}: coverage matrix`]),
        h('p', `Version effective ${policy.kernel.effective}.`),
      ]),
      h('main', { id: 'content', tabIndex: -1 }, [
        h('div', { id: 'matrix-app' }, summary(data)),
        ...(await decisionPart(policy, data)),
        clausesPart(data),
      ]),
      h('div', { id: 'clause-panel' }),
    ],
    data: { 'matrix-data': data },
    scripts: [bundle.script],
  });
}

/** What the page says while no script runs. */
function summary(data: MatrixData): ElementContent[] {
  return [
    h('section', [
      h('h2', 'Paths and findings'),
      h(
        'p',
        'This page lists the paths, and opens what is told of each clause, by a script. Without it: how many there are.',
      ),
      h(
        'ul',
        data.sections.map(({ section, indication, count, exact }) => {
          const name = indication === undefined ? '' : `: ${data.clauses[indication]?.number ?? ''}`;
          return h('li', [
            h('strong', `${sectionTitles[section]}${name}. `),
            `${exact ? '' : 'At most '}${count} ${count === '1' ? 'way' : 'ways'}. ${sectionNotes[section]}`,
          ]);
        }),
      ),
      h('p', `${data.cases.length} worked cases are on file.`),
      ...((data.findings ?? []).length === 0
        ? []
        : [
            h('p', 'What the analysis found:'),
            h(
              'ul',
              (data.findings ?? []).map(({ code, severity, sentence }) =>
                h('li', `${code} (${severity}): ${sentence}`),
              ),
            ),
          ]),
    ]),
  ];
}

async function decisionPart(policy: CompiledPolicy, data: MatrixData): Promise<readonly ElementContent[]> {
  const clauses: ClauseNames = new Map(
    policy.kernel.printed.flatMap((id, place) => {
      const clause = data.clauses[place];
      return clause === undefined ? [] : [[id, clause] as const];
    }),
  );
  const diagrams = decisionDiagrams(policy);
  const figures = await Promise.all(
    diagrams.map((diagram, place) => diagramFigure(diagram, clauses, `decision-${place + 1}`)),
  );
  return [
    h('section', { id: 'decision' }, [
      h('h2', 'How it is decided'),
      h('p', { className: ['about'] }, [
        'Each box is a clause; a line leads on from where it is met, and a broken one from where it is not. A clause that is ',
        h('strong', 'unknown'),
        ' and can still change the outcome leaves the request ',
        h('strong', 'pended'),
        ', with the facts that are missing. What the policy does not apply to, a mandate and the plan document are looked at before.',
        diagrams.length > 1 || policy.kernel.reauthorization !== undefined
          ? ''
          : ' A reauthorization is decided as a first request is.',
      ]),
      ...diagrams.map((diagram, place) =>
        h('details', { open: place === 0 }, [
          h('summary', h('h3', diagramTitle(diagram, clauses))),
          ...groupedNote(diagram),
          figures[place] ?? '',
        ]),
      ),
    ]),
  ];
}

function groupedNote({ grouped }: DecisionDiagram): readonly ElementContent[] {
  return grouped.length === 0
    ? []
    : [
        h(
          'p',
          `By single clauses this would be too large for a picture: ${grouped.map((stage) => stageNames[stage]).join(' and ')} stand by groups of clauses, each one box.`,
        ),
      ];
}

/** Every clause with its wording: what heads of columns are described by, and where links go without a script. */
function clausesPart({ clauses }: MatrixData): ElementContent {
  return h('section', { id: 'clauses' }, [
    h('h2', 'Clauses'),
    h(
      'ul',
      { className: ['legend'] },
      clauses.map(({ id, head, number, text, section }, place) =>
        h('li', { id: `clause-${id}`, className: [section] }, [
          h('a', { href: clauseAddress(id) }, head),
          ' ',
          h('span', { id: `wording-${place}` }, [
            number === head || section === 'exclusions' || text.startsWith(number) ? '' : `${number}: `,
            text,
          ]),
        ]),
      ),
    ),
  ]);
}
