// What the requests outside of flows can read beside app fields and auth inputs, for the menu that inserts a place.
import type { App } from '@bellwire/model/app.ts';
import type { Surroundings, PlaceGroup } from '../settings-form/surroundings.ts';

/** Of subscribe and unsubscribe: the platform's four fields. */
export const installPlaces: PlaceGroup = {
  label: 'This install',
  places: [
    { path: 'install.api_key', label: 'Key of the install', type: 'text' },
    { path: 'install.workspace_id', label: 'Workspace id', type: 'text' },
    { path: 'install.workspace_name', label: 'Workspace name', type: 'text' },
    { path: 'install.id', label: 'Install id', type: 'text' },
  ],
};

const client: PlaceGroup = {
  label: 'Client',
  places: [
    { path: 'client.id', label: 'Client ID', type: 'text' },
    { path: 'client.secret', label: 'Client secret', type: 'text' },
  ],
};

const signIn: PlaceGroup = {
  label: 'Sign-in',
  places: [
    { path: 'oauth.code', label: 'Code', type: 'text' },
    { path: 'oauth.redirect_uri', label: 'Redirect address', type: 'text' },
    { path: 'oauth.code_verifier', label: 'Verifier', type: 'text' },
  ],
};

/** Of the requests by which something is granted. */
export function grantPlaces({ auth }: App, which: 'request' | 'refresh'): PlaceGroup[] {
  if (auth.is !== 'oauth2') return [];
  return which === 'request' ? [signIn, client] : [client];
}

/** There is no run, and no contact, where these requests are sent. */
export function withPlaces(surroundings: Surroundings, groups: readonly PlaceGroup[]): Surroundings {
  const places = surroundings.places.filter(({ label }) => label !== 'This run');
  return { ...surroundings, places: [...groups, ...places] };
}
