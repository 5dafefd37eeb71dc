// Copies a text and says that it did.
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { toast } from './toast.tsx';

export function CopyButton({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Browsers refuse the clipboard on plain http and without a click; the text is still there to be selected.
      toast({ says: `${what} could not be copied.`, about: 'Select it and copy it by hand.', tone: 'bad' });
      return;
    }
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <IconButton
      size="small"
      label={copied ? 'Copied' : `Copy ${what}`}
      icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      onClick={() => void copy()}
    />
  );
}
