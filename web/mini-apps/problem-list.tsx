// All that the check says of the draft, each with a link to where it is mended.
import { Link } from '@tanstack/react-router';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Complaint } from '@bellwire/model/problem.ts';
import { useBuilder } from './builder.ts';
import { problemPlace } from './problem-place.ts';

export function ProblemList({ onGo }: { onGo: () => void }) {
  const { complaints } = useBuilder();
  return (
    <ul className="problem-list">
      {complaints.map((complaint) => (
        <ProblemLine
          key={`${complaint.path.join('.')} ${complaint.says}`}
          complaint={complaint}
          onGo={onGo}
        />
      ))}
    </ul>
  );
}

function ProblemLine({ complaint, onGo }: { complaint: Complaint; onGo: () => void }) {
  const { app, view } = useBuilder();
  const { section, search, says } = problemPlace(app, complaint.path);
  const isWarning = complaint.level === 'warning';
  return (
    <li data-level={isWarning ? 'warning' : 'problem'}>
      {isWarning ? (
        <TriangleAlert size={15} aria-label="Warning" />
      ) : (
        <CircleAlert size={15} aria-label="Problem" />
      )}
      <div>
        <Link
          to="/mini-apps/$appId/$section"
          params={{ appId: view.id, section }}
          search={search}
          onClick={onGo}
        >
          {says}
        </Link>
        <p>{complaint.says}</p>
      </div>
    </li>
  );
}
