// Puts a text into the clipboard and says so; or says that it could not.
import { toast } from './toast.tsx';

/** @param what Begins the sentence that tells of it: "The link". */
export async function copyText(text: string, what: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers refuse the clipboard on plain http and without a click; the text is still there to be selected.
    toast({ says: `${what} could not be copied.`, about: 'Select it and copy it by hand.', tone: 'bad' });
    return false;
  }
  toast({ says: `${what} is copied.` });
  return true;
}
