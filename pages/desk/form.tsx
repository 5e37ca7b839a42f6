import type { MissingFact } from '../../dsl/kernel/determination.ts';
import { visible } from '../../compiler/visible-text.ts';
import type { Group, Layout } from './layout.ts';
import type { SetFact } from './fields-view.tsx';
import { QuestionView } from './question.tsx';
import type { Question } from './questions.ts';
import type { Tree } from './tree.ts';
import { counted } from './words.ts';

/** The disclosures of the form. */
export type Disclosure = 'answered' | 'idle' | 'foreign';

interface FormProps {
  readonly request: Question;
  readonly layout: Layout;
  readonly tree: Tree;
  readonly problems: ReadonlyMap<string, string>;
  readonly missing: ReadonlyMap<string, readonly MissingFact[]>;
  readonly isEvaluated: boolean;
  readonly opened: ReadonlySet<Disclosure>;
  readonly onToggle: (disclosure: Disclosure, isOpen: boolean) => void;
  readonly onSet: SetFact;
}

/** The facts of a case: the request, what still matters, and the rest a click away. */
export function Form(props: FormProps) {
  const { request, layout, missing, isEvaluated, ...rest } = props;
  const { tree, problems, onSet } = rest;
  const ask = (question: Question) => (
    <QuestionView
      key={question.key}
      question={question}
      tree={tree}
      problems={problems}
      missing={missing.get(question.key)}
      onSet={onSet}
    />
  );
  return (
    <>
      {ask(request)}
      <section class="open" aria-labelledby="open-title">
        <h2 id="open-title">What to ask next</h2>
        {layout.open.length === 0 ? (
          <p class="note">
            {isEvaluated
              ? 'Nothing more is needed: no fact that is still to come changes the outcome.'
              : 'Fill in the date of service: then what matters is asked here.'}
          </p>
        ) : (
          <Groups groups={layout.open} ask={ask} />
        )}
      </section>
      <Folded disclosure="answered" title="Answered" groups={layout.answered} ask={ask} {...rest} />
      <Folded
        disclosure="idle"
        title={isEvaluated ? 'Does not matter now' : 'All other facts'}
        groups={layout.idle}
        ask={ask}
        {...rest}
      />
      <Folded
        disclosure="foreign"
        title="On file, but not read by this policy"
        groups={layout.foreign}
        ask={ask}
        {...rest}
      />
    </>
  );
}

function Folded({
  disclosure,
  title,
  groups,
  ask,
  opened,
  onToggle,
}: Pick<FormProps, 'opened' | 'onToggle'> & {
  readonly disclosure: Disclosure;
  readonly title: string;
  readonly groups: readonly Group[];
  readonly ask: (question: Question) => preact.VNode;
}) {
  const count = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  if (count === 0) return null;
  const isOpen = opened.has(disclosure);
  return (
    <details
      class="folded"
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(disclosure, currentTarget.open)}
    >
      <summary>
        <h2>{title}</h2> <span class="count">{counted(count, 'question')}</span>
      </summary>
      {isOpen && <Groups groups={groups} ask={ask} />}
    </details>
  );
}

function Groups({
  groups,
  ask,
}: {
  readonly groups: readonly Group[];
  readonly ask: (question: Question) => preact.VNode;
}) {
  return (
    <>
      {groups.map(({ clause, questions }) => (
        <section class="group" key={clause?.id ?? ''}>
          {clause !== undefined && (
            <h3>
              <span class="number">
                {visible(clause.section === 'exclusions' ? 'Exclusion' : clause.number)}
              </span>{' '}
              {visible(clause.text)}
            </h3>
          )}
          {questions.map(ask)}
        </section>
      ))}
    </>
  );
}
