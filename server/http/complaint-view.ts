// A complaint as the API gives it back: whatever is no warning is a problem.
import type { z } from 'zod';
import type { complaintView } from '@bellwire/model/operations/views.ts';
import type { Complaint } from '@bellwire/model/problem.ts';

export type ComplaintView = z.output<typeof complaintView>;

export function viewComplaint(complaint: Complaint): ComplaintView {
  return { path: [...complaint.path], says: complaint.says, level: complaint.level ?? 'problem' };
}

/** The path leads into a larger document, where the complaint's own begins at `base`. */
export function complaintAt(base: Complaint['path'], complaint: Complaint): Complaint {
  return { ...complaint, path: [...base, ...complaint.path] };
}
