// The frame with the screen of the present address in it.
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { Frame } from './frame.tsx';
import { sampleSession } from './sample-session.ts';

export function RootScreen() {
  const [session, setSession] = useState(sampleSession);
  return (
    <Frame
      session={session}
      onWorkspace={(workspace) => setSession({ ...session, workspace })}
      onSignOut={() => undefined}
      counts={{ '/inbox': 3 }}
    >
      <Outlet />
    </Frame>
  );
}
