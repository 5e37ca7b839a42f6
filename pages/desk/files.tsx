import { useRef } from 'preact/hooks';
import type { DeskCase } from '../../compiler/site/desk-data.ts';
import { visible } from '../../compiler/visible-text.ts';

/** What the bar of files does. */
export interface FileActions {
  readonly onNew: () => void;
  readonly onFile: (file: File) => void;
  readonly onPaste: (text: string) => void;
  readonly onShipped: (name: string) => void;
  readonly onSave: () => void;
  readonly onUndo: () => void;
}

/** Opens, pastes, loads and saves cases. */
export function Files({
  cases,
  casesLeftOut,
  canUndo,
  onNew,
  onFile,
  onPaste,
  onShipped,
  onSave,
  onUndo,
}: FileActions & {
  readonly cases: readonly DeskCase[];
  readonly casesLeftOut: number;
  readonly canUndo: boolean;
}) {
  const picker = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const shipped = useRef<HTMLSelectElement>(null);
  return (
    <div class="files" role="group" aria-label="Case">
      <button type="button" onClick={onNew}>
        New
      </button>
      <button type="button" onClick={() => picker.current?.click()}>
        Open…
      </button>
      <input
        ref={picker}
        id="case-file"
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file may be opened again after it was mended.
          currentTarget.value = '';
        }}
      />
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Paste…
      </button>
      <button type="button" onClick={onSave}>
        Save
      </button>
      <button type="button" onClick={onUndo} disabled={!canUndo}>
        Undo
      </button>
      {cases.length > 0 && (
        <span class="shipped">
          <label for="shipped-case">Worked case</label>
          <select id="shipped-case" ref={shipped}>
            {cases.map(({ name }) => (
              <option key={name} value={name}>
                {visible(name.replaceAll('-', ' '))}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => onShipped(shipped.current?.value ?? '')}>
            Load
          </button>
        </span>
      )}
      {casesLeftOut > 0 && <p class="note">{casesLeftOut} more cases stand in the policy’s folder.</p>}
      <dialog ref={dialog} aria-labelledby="paste-title">
        <form
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            dialog.current?.close();
            onPaste(area.current?.value ?? '');
          }}
        >
          <h2 id="paste-title">Paste a case</h2>
          <label for="paste-text">The text of a case file, as JSON</label>
          <textarea id="paste-text" ref={area} rows={14} spellcheck={false} />
          <div class="buttons">
            <button type="submit" class="main">
              Take it
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
          </div>
        </form>
      </dialog>
    </div>
  );
}
