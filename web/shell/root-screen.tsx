// The frame with the screen of the present address in it; in front of it the way in.
import { lazyRouteComponent, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useSignOut } from '../people/use-sign-out.ts';
import { WaitingScreen } from '../people/waiting-screen.tsx';
import { useMe, type Me } from '../server-state/use-me.ts';
import { useWorkspaceId } from '../server-state/use-workspace-id.ts';
import { Frame } from './frame.tsx';
import { NoWorkspaceScreen } from './no-workspace-screen.tsx';
import { sessionOf } from './session.ts';

/** Who is signed in already does not wait for the way in. */
const SignInScreen = lazyRouteComponent(() => import('../people/sign-in-screen.tsx'), 'SignInScreen');

export function RootScreen() {
  const { pathname } = useLocation();
  // The parts themselves, with samples in them: nobody's data, and looked at without a server too.
  return pathname.startsWith('/styleguide') ? <Outlet /> : <Entrance />;
}

function Entrance() {
  const me = useMe();
  if (me.data !== undefined && me.error?.code !== 'not-signed-in') return <SignedIn me={me.data} />;
  if (me.error?.code === 'not-signed-in') {
    return (
      <Suspense fallback={<WaitingScreen error={null} refetch={me.refetch} />}>
        <SignInScreen />
      </Suspense>
    );
  }
  return <WaitingScreen error={me.error} refetch={me.refetch} />;
}

function SignedIn({ me }: { me: Me }) {
  const workspaceId = useWorkspaceId();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const session = sessionOf(me, workspaceId);
  if (session === undefined) return <NoWorkspaceScreen />;
  const first = session.workspaces[0]?.id;
  return (
    <Frame
      session={session}
      onWorkspace={({ id }) =>
        // The first one needs no mention: addresses stay short for those who have only one.
        void navigate({ to: '/', search: { workspace: id === first ? undefined : id } })
      }
      onSignOut={signOut}
    >
      {/* Another workspace is another set of things: no screen keeps what it held of the one before. */}
      <Outlet key={session.workspace.id} />
    </Frame>
  );
}
