// Signing up, in and out, and who one is.
import { z } from 'zod';
import { nothing, operation, roles } from '../operation.ts';

const emailSchema = z
  .email('An e-mail address such as ada@example.com is expected.')
  .max(254)
  .transform((email) => email.toLowerCase());
const passwordSchema = z
  .string()
  .min(10, 'A password has at least 10 characters.')
  .max(200, 'A password has at most 200 characters.');

const personView = z.object({ id: z.uuid(), name: z.string(), email: z.string() });
export const workspaceView = z.object({ id: z.uuid(), name: z.string(), role: z.enum(roles) });

const meView = z.object({
  person: personView,
  workspaces: z.array(workspaceView),
  /** Whether they decide about the mini-apps of the server. */
  isOperator: z.boolean(),
});

export const peopleOperations = {
  signUp: operation({
    method: 'POST',
    path: '/api/sign-up',
    group: 'people',
    about: 'Makes an account and its first workspace, and signs in.',
    who: 'anyone',
    input: z.object({
      name: z.string().trim().min(1).max(100),
      email: emailSchema,
      password: passwordSchema,
      workspaceName: z.string().trim().min(1).max(100),
    }),
    output: meView,
    status: 201,
    problems: ['conflict', 'too-many-requests'],
  }),
  signIn: operation({
    method: 'POST',
    path: '/api/sign-in',
    group: 'people',
    about: 'Signs in: the answer sets the session cookie.',
    who: 'anyone',
    input: z.object({ email: emailSchema, password: z.string().max(200) }),
    output: meView,
    problems: ['wrong-credentials', 'too-many-requests'],
  }),
  signOut: operation({
    method: 'POST',
    path: '/api/sign-out',
    group: 'people',
    about: 'Ends this session.',
    who: 'person',
    input: nothing,
    output: nothing,
  }),
  me: operation({
    method: 'GET',
    path: '/api/me',
    group: 'people',
    about: 'Who is signed in, and the workspaces they are a member of.',
    who: 'person',
    input: nothing,
    output: meView,
  }),
};
