// All routes of the web room, one line each; every screen is a chunk of its own.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ErrorScreen } from './shell/error-screen.tsx';
import { NotFoundScreen } from './shell/not-found-screen.tsx';
import { RootScreen } from './shell/root-screen.tsx';

const root = createRootRoute({
  component: RootScreen,
  notFoundComponent: NotFoundScreen,
  errorComponent: ErrorScreen,
});

const comingScreen = lazyRouteComponent(() => import('./shell/coming-screen.tsx'), 'ComingScreen');
const styleguide = lazyRouteComponent(() => import('./styleguide/styleguide-screen.tsx'), 'StyleguideScreen');

const canvas = lazyRouteComponent(() => import('./styleguide/canvas-screen.tsx'), 'CanvasScreen');

const routes = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/bots', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/inbox', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/contacts', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/apps', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/store', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/mini-apps', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/events', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/settings', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/styleguide', component: styleguide }),
  createRoute({
    getParentRoute: () => root,
    path: '/styleguide/canvas',
    component: canvas,
    validateSearch: (search): { steps?: number; run?: boolean; down?: boolean; chosen?: string } => ({
      ...(typeof search.steps === 'number' ? { steps: search.steps } : {}),
      ...(search.run === true ? { run: true } : {}),
      ...(search.down === true ? { down: true } : {}),
      ...(typeof search.chosen === 'string' ? { chosen: search.chosen } : {}),
    }),
  }),
]);

export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  // Server state lives in react-query; the router must not keep a second copy of it.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
