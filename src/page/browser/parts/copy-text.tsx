import { useRef, useState } from 'preact/hooks';

export interface CopyTextProps {
  readonly label: string;
  /** The name of the button. */
  readonly button: string;
  readonly text: string;
}

/** A text to be copied. */
export function CopyText({ label, button, text }: CopyTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // A browser that keeps pages from the clipboard leaves the text selected, for the keyboard.
      area.current?.select();
    }
  };
  return (
    <div class="copy-text">
      <textarea ref={area} readOnly aria-label={label} rows={12} spellcheck={false} value={text} />
      <button type="button" onClick={copy}>
        {copied ? 'Copied' : button}
      </button>
    </div>
  );
}
