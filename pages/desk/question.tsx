import { useMemo } from 'preact/hooks';
import { isRecord } from '../../compiler/case-files/values.ts';
import { visible } from '../../compiler/visible-text.ts';
import type { MissingFact } from '../../dsl/kernel/determination.ts';
import type { Field } from './fields.ts';
import { Fields, type SetFact } from './fields-view.tsx';
import { entriesOf, type Question } from './questions.ts';
import { Rows } from './rows.tsx';
import { valueAt, type Tree } from './tree.ts';

export interface QuestionProps {
  readonly question: Question;
  readonly tree: Tree;
  readonly problems: ReadonlyMap<string, string>;
  readonly missing?: readonly MissingFact[] | undefined;
  readonly onSet: SetFact;
}

const noProblems: ReadonlyMap<string, string> = new Map();
const nothingMissing: readonly MissingFact[] = [];

/** A question and its fields. It is drawn again where a fact of its own changed, not where another's did. */
export function QuestionView({ question, tree, problems, missing = nothingMissing, onSet }: QuestionProps) {
  const { form } = question;
  const values =
    form.kind === 'rows'
      ? [valueAt(tree, [form.list]), valueAt(tree, ['complete']), valueAt(tree, ['drugsComplete'])]
      : form.fields.map(({ path }) => valueAt(tree, form.kind === 'finding' ? path.slice(0, 2) : path));
  const own = ownProblems(question, problems);
  const asked = missing.map(({ settle }) => settle).join('\n');
  return useMemo(
    () => <QuestionBody question={question} tree={tree} problems={own} missing={missing} onSet={onSet} />,
    [question, own, asked, ...values],
  );
}

function ownProblems(
  { key, form }: Question,
  problems: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (problems.size === 0) return noProblems;
  const start = form.kind === 'rows' ? form.list : (key.split('.')[0] ?? '');
  return [...problems.keys()].some((place) => place.startsWith(start)) ? problems : noProblems;
}

function QuestionBody({ question, tree, problems, missing = nothingMissing, onSet }: QuestionProps) {
  const { key, title, help, clauses, form } = question;
  const isAlone = form.kind === 'fields' && form.fields.length === 1;
  return (
    <fieldset class="question" data-question={key} id={`q-${key}`}>
      <legend>
        <span class="title">{visible(title)}</span>
      </legend>
      {clauses.length > 0 && <p class="serves">{servedText(clauses)}</p>}
      {help !== '' && <p class="help">{help}</p>}
      {missing.length > 0 && (
        <ul class="settles" role="list">
          {missing.map(({ settle, needsReview }) => (
            <li key={settle}>
              {visible(settle)}
              {needsReview && <span class="review"> For a reviewer.</span>}
            </li>
          ))}
        </ul>
      )}
      {form.kind === 'rows' ? (
        <Rows form={form} entries={entriesOf(form, tree)} tree={tree} problems={problems} onSet={onSet} />
      ) : (
        <Fields
          fields={form.fields}
          valueOf={(field) =>
            form.kind === 'finding' ? partOfFinding(tree, field) : valueAt(tree, field.path)
          }
          problems={problems}
          isAlone={isAlone}
          onSet={form.kind === 'finding' ? setsFinding(tree, onSet) : onSet}
        />
      )}
    </fieldset>
  );
}

function servedText(clauses: readonly string[]): string {
  const numbers = clauses.map((number) => visible(number.replace(/^exclusions\./, 'exclusion ')));
  return `For ${numbers.join(', ')}`;
}

/** A part of a finding, which as its grade alone has no other. */
function partOfFinding(tree: Tree, { path }: Field): unknown {
  const finding = valueAt(tree, path.slice(0, 2));
  if (isRecord(finding)) return finding[String(path[2])];
  return path[2] === 'evidence' ? finding : undefined;
}

/** Writes a finding that has a grade alone as that. */
function setsFinding(tree: Tree, onSet: SetFact): SetFact {
  return (path, value) => {
    const place = path.slice(0, 2);
    const before = valueAt(tree, place);
    const whole: Tree = isRecord(before) ? before : { evidence: before };
    const { evidence, on }: Tree = { ...whole, [String(path[2])]: value };
    onSet(place, on === undefined ? evidence : { ...(evidence === undefined ? {} : { evidence }), on });
  };
}
