// For tests: people with a session, installs and keys, written as rows, because signing up takes the time of a password's hash.
import type { Role } from '@bellwire/model/operation.ts';
import type { KeyScope } from '@bellwire/model/scope.ts';
import { parseApp } from '@bellwire/model/app.ts';
import type { Tenants } from '../database/tenant.ts';
import { uuidV7 } from '../database/uuid.ts';
import { sessionCookie } from '../people/session-cookie.ts';
import { createSessions } from '../people/sessions.ts';
import { createToken } from '../people/token.ts';
