// What a payload from outside says of a contact: the identities found at the paths that were declared.
import { pickByPath } from '@bellwire/engine/pick-by-path.ts';
import { asText } from '@bellwire/engine/language/as-text.ts';
import {
  identitiesOf,
  identitiesSchema,
  identityKinds,
  type Identity,
  type IdentityKind,
} from '@bellwire/model/identity.ts';
import type { Json } from '@bellwire/model/json.ts';

const LONGEST = 254;

/** The surest first. What is no address or number names nobody; what else the payload brings still may. */
export function identitiesAt(
  paths: Readonly<Partial<Record<IdentityKind, string | undefined>>>,
  payload: Json,
): Identity[] {
  return identityKinds.flatMap((kind) => {
    const value = nameAt(paths[kind], payload);
    const read = value === undefined ? undefined : identitiesSchema.safeParse({ [kind]: value });
    return read?.success === true ? identitiesOf(read.data) : [];
  });
}

/** A short text at the path; undefined where there is none. */
export function nameAt(path: string | undefined, payload: Json): string | undefined {
  const found = path === undefined ? undefined : pickByPath(path, payload);
  const text = found === undefined || found === null || typeof found === 'object' ? '' : asText(found).trim();
  return text === '' || text.length > LONGEST ? undefined : text;
}
