// The security schemes of an OpenAPI document as auth inputs, and what an operation sends of them.
import type { Input } from '@bellwire/model/input.ts';
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import { labelFrom, ourName } from '../names.ts';
import type { RequestAuth } from '../plan.ts';
import { entriesAt, listAt, resolve, textAt } from './document.ts';

export interface Security {
  readonly inputs: readonly Input[];
  /** What an operation adds to its request. */
  authOf(operation: JsonObject): RequestAuth;
  readonly notes: readonly string[];
}

interface Scheme {
  readonly inputs: readonly Input[];
  readonly auth: RequestAuth;
  readonly note?: string;
}

export function readSecurity(root: Json): Security {
  const components = isJsonObject(root) ? root['components'] : undefined;
  const schemes = new Map<string, Scheme>();
  for (const [name, value] of entriesAt(components, 'securitySchemes')) {
    const scheme = resolve(root, value);
    if (scheme !== undefined) schemes.set(name, schemeOf(name, scheme));
  }
  const used = new Set([...listAt(root, 'security'), ...operationsOf(root)].flatMap(namesOf));
  const taken = [...schemes].filter(([name]) => used.has(name)).map(([, scheme]) => scheme);
  return {
    inputs: unique(taken.flatMap(({ inputs }) => inputs)),
    notes: [...new Set(taken.flatMap(({ note }) => note ?? []))],
    authOf: (operation) => {
      const wanted = Array.isArray(operation['security']) ? operation['security'] : listAt(root, 'security');
      const name = wanted.flatMap(namesOf).find((one) => schemes.has(one));
      return (name === undefined ? undefined : schemes.get(name)?.auth) ?? {};
    },
  };
}

function operationsOf(root: Json): Json[] {
  return entriesAt(root, 'paths').flatMap(([, path]) =>
    isJsonObject(path) ? Object.values(path).flatMap((operation) => listAt(operation, 'security')) : [],
  );
}

function namesOf(requirement: Json): string[] {
  return isJsonObject(requirement) ? Object.keys(requirement) : [];
}

function schemeOf(name: string, scheme: JsonObject): Scheme {
  const type = textAt(scheme, 'type');
  const http = textAt(scheme, 'scheme').toLowerCase();
  const about = textAt(scheme, 'description').slice(0, 500);
  if (type === 'http' && http === 'basic') {
    const user = inputOf(`${name}_user`, 'User name', '', false);
    const password = inputOf(`${name}_password`, 'Password', about, true);
    return {
      inputs: [user, password],
      auth: { auth: 'basic', user: place(user), password: place(password) },
    };
  }
  if (type === 'apiKey') return keyScheme(name, scheme, about);
  const token = inputOf(name, http === 'bearer' ? labelFrom(name) : 'Access token', about, true);
  const bearer = { inputs: [token], auth: { auth: 'bearer', token: place(token) } } as const;
  if (type === 'http' && http === 'bearer') return bearer;
  const note = `"${name}" signs in by ${type === 'oauth2' ? 'OAuth 2' : type || 'an unknown way'}: for now the app asks for an access token. Set up the sign-in under Auth.`;
  return { ...bearer, note };
}

function keyScheme(name: string, scheme: JsonObject, about: string): Scheme {
  const key = inputOf(name, labelFrom(name), about, true);
  const keyName = textAt(scheme, 'name') || name;
  const isIn = textAt(scheme, 'in');
  if (isIn !== 'cookie')
    return {
      inputs: [key],
      auth: { auth: 'key', keyIn: isIn === 'query' ? 'query' : 'header', keyName, key: place(key) },
    };
  return {
    inputs: [key],
    auth: { auth: 'key', keyIn: 'header', keyName: 'cookie', key: `${keyName}=${place(key)}` },
  };
}

function inputOf(name: string, title: string, description: string, secret: boolean): Input {
  return {
    name: ourName(name),
    type: 'string',
    title,
    required: true,
    ...(description !== '' && { description }),
    ...(secret && { secret }),
  };
}

function place({ name }: Input): string {
  return `{{auth.${name}}}`;
}

function unique(inputs: readonly Input[]): Input[] {
  return [...new Map(inputs.map((input) => [input.name, input])).values()];
}
