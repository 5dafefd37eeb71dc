// Starts the web room: theme, server state, router.
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import './design/base.css';
import { applyTheme } from './design/theme.ts';
import { router } from './router.ts';
import { createQueries } from './server-state/create-queries.ts';

// Our pages forbid making code from text, which zod would try for speed.
z.config({ jitless: true });
applyTheme();

const queries = createQueries();
const place = document.getElementById('root');
if (place === null) throw new Error('The page has no element "root" to stand in: index.html is not ours.');

createRoot(place).render(
  <StrictMode>
    {/* Our pages allow no style elements either: what they would say stands in base.css. */}
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
