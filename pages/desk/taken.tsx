import { useState } from 'preact/hooks';
import type { Determination } from '../../dsl/kernel/determination.ts';
import { CopyButton } from './copy-button.tsx';
import { printPart } from './print.ts';

/** Takes the determination elsewhere: as JSON, or on paper. */
export function Taken({ determination }: { readonly determination: Determination }) {
  const [isOpen, setOpen] = useState(false);
  const json = () => JSON.stringify(determination, null, 2);
  return (
    <div class="taken">
      <div class="buttons">
        <button type="button" onClick={() => printPart('determination')}>
          Print the determination
        </button>
        <CopyButton text={json}>Copy as JSON</CopyButton>
      </div>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>As JSON</summary>
        {isOpen && (
          <pre id="determination-json" tabIndex={0}>
            {json()}
          </pre>
        )}
      </details>
    </div>
  );
}
