// A problem beside the thing it is about: what is wrong, what was expected, and the way out.
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './problem-note.css';

export interface Problem {
  /** What is wrong, naming the thing. */
  says: string;
  expected?: string;
  /** What to do about it. */
  help?: string;
  /** Worth a look, but nothing is broken. */
  level?: 'warning';
}

export interface ProblemNoteProps {
  problem: Problem;
  id?: string;
  /** "line" stands under a field, "box" stands for itself. */
  look?: 'line' | 'box';
  /** One act that leads out, for instance a button "Try again". */
  act?: ReactNode;
}

export function ProblemNote({ problem, id, look = 'line', act }: ProblemNoteProps) {
  const Icon = problem.level === 'warning' ? TriangleAlert : CircleAlert;
  return (
    <div
      className="problem-note"
      id={id}
      data-look={look}
      data-level={problem.level}
      role={look === 'box' ? 'alert' : undefined}
    >
      <Icon size={look === 'box' ? 18 : 14} aria-hidden />
      <div className="problem-note-words">
        <p className="problem-note-says">{problem.says}</p>
        {problem.expected === undefined ? null : <p>Expected: {problem.expected}</p>}
        {problem.help === undefined ? null : <p>{problem.help}</p>}
      </div>
      {act}
    </div>
  );
}
