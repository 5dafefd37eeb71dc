// Starts the web room: theme, server state, router.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './design/base.css';
import { applyTheme } from './design/theme.ts';
import { router } from './router.ts';

applyTheme();

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry: 1 } } });
const place = document.getElementById('root');
if (place === null) throw new Error('The page has no element "root" to stand in: index.html is not ours.');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
