// Says that somebody else's edit came first, and what became of the one made here.
import { toast } from '../ui/toast.tsx';

export function sayMerged(): void {
  toast({
    says: 'This was changed elsewhere meanwhile.',
    about: 'Your change was made on top of it: nothing is lost.',
  });
}
