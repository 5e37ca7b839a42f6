import { visible } from '../../compiler/visible-text.ts';

/** What was not taken, and why. */
export function Refused({
  title,
  lines,
  onDismiss,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly onDismiss: () => void;
}) {
  return (
    <div role="alert" class="refused">
      <p>
        <strong>{visible(title)}</strong>
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{visible(line)}</li>
        ))}
      </ul>
      <button type="button" onClick={onDismiss}>
        Dismiss
      </button>
    </div>
  );
}
