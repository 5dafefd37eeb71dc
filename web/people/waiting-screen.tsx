// What is shown for the moment in which nobody knows yet who is there, and where the server does not say it.
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { LogoMark } from '../design/logo-mark.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import './sign-in.css';

export function WaitingScreen({ error, refetch }: { error: ProblemError | null; refetch: () => unknown }) {
  return (
    <main className="sign-in" aria-busy={error === null}>
      {error === null ? <LogoMark size={40} /> : <QueryProblem error={error} refetch={refetch} />}
    </main>
  );
}
