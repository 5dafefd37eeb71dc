// All routes of the web room, one line each; every screen is a chunk of its own.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import type { RouteComponent } from '@tanstack/react-router';
import { appCategories } from '@bellwire/model/app.ts';
import { ErrorScreen } from './shell/error-screen.tsx';
import { NotFoundScreen } from './shell/not-found-screen.tsx';
import { RootScreen } from './shell/root-screen.tsx';

export interface RootSearch {
  /** The workspace one works in; without it the person's first. It stays in the address from screen to screen. */
  workspace?: string | undefined;
}

const root = createRootRoute({
  validateSearch: (search): RootSearch =>
    typeof search.workspace === 'string' ? { workspace: search.workspace } : {},
  search: { middlewares: [retainSearchParams<RootSearch>(['workspace'])] },
  component: RootScreen,
  notFoundComponent: NotFoundScreen,
  errorComponent: ErrorScreen,
});

/** Their types are written out: inferred, they would be made from the screens, whose links are made from the router. */
const comingScreen: RouteComponent = lazyRouteComponent(
  () => import('./shell/coming-screen.tsx'),
  'ComingScreen',
);
const styleguide: RouteComponent = lazyRouteComponent(
  () => import('./styleguide/styleguide-screen.tsx'),
  'StyleguideScreen',
);

const canvas: RouteComponent = lazyRouteComponent(
  () => import('./styleguide/canvas-screen.tsx'),
  'CanvasScreen',
);

const miniApps: RouteComponent = lazyRouteComponent(
  () => import('./mini-apps/mini-apps-screen.tsx'),
  'MiniAppsScreen',
);
const builder: RouteComponent = lazyRouteComponent(
  () => import('./mini-apps/builder-screen.tsx'),
  'BuilderScreen',
);

const store: RouteComponent = lazyRouteComponent(() => import('./store/store-screen.tsx'), 'StoreScreen');
const listing: RouteComponent = lazyRouteComponent(
  () => import('./store/listing-screen.tsx'),
  'ListingScreen',
);
const install: RouteComponent = lazyRouteComponent(
  () => import('./installs/install-screen.tsx'),
  'InstallScreen',
);
const installs: RouteComponent = lazyRouteComponent(
  () => import('./installs/installs-screen.tsx'),
  'InstallsScreen',
);
const installPage: RouteComponent = lazyRouteComponent(
  () => import('./installs/install-page-screen.tsx'),
  'InstallPageScreen',
);

/** A list of its own: written straight into addChildren(), each route's path would be inferred as any. */
const screens = [
  createRoute({ getParentRoute: () => root, path: '/', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/bots', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/inbox', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/contacts', component: comingScreen }),
  createRoute({ getParentRoute: () => root, path: '/apps', component: installs }),
  createRoute({ getParentRoute: () => root, path: '/apps/$installId', component: installPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/store',
    component: store,
    validateSearch: (search): { search?: string; category?: (typeof appCategories)[number] } => {
      const category = appCategories.find((one) => one === search.category);
      return {
        ...(typeof search.search === 'string' ? { search: search.search } : {}),
        ...(category === undefined ? {} : { category }),
      };
    },
  }),
  createRoute({ getParentRoute: () => root, path: '/store/$appId', component: listing }),
  createRoute({ getParentRoute: () => root, path: '/store/$appId/install', component: install }),
  createRoute({ getParentRoute: () => root, path: '/mini-apps', component: miniApps }),
  createRoute({
    getParentRoute: () => root,
    path: '/mini-apps/$appId/$section',
    component: builder,
    validateSearch: (search): { part?: string; step?: string } => ({
      ...(typeof search.part === 'string' ? { part: search.part } : {}),
      ...(typeof search.step === 'string' ? { step: search.step } : {}),
    }),
  }),
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
] as const;

export const router = createRouter({
  routeTree: root.addChildren(screens),
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
