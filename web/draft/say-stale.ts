// Says that somebody else's edit came first, and what became of the one made here.
import type { Complaint } from '@bellwire/model/problem.ts';
import { toast } from '../ui/toast.tsx';

export function sayStale(complaint: Complaint | undefined): void {
  if (complaint === undefined) {
    toast({ says: 'Somebody else changed this meanwhile.', about: 'Your change was made on top of theirs.' });
    return;
  }
  toast({
    says: 'Somebody else changed this meanwhile, and yours could not be made on top.',
    about: `${complaint.says} This is the newest state.`,
    tone: 'bad',
  });
}
