// The OpenAPI 3.1 document of the API, derived from the list of operations and the table of problems.
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Operation } from '@bellwire/model/operation.ts';
import { pathPlaces, takesBody } from '@bellwire/model/operation.ts';
import { operationNames, operationOf } from '@bellwire/model/operations/all.ts';
import { problemView } from '@bellwire/model/operations/views.ts';
import type { ProblemCode } from '@bellwire/model/problem.ts';
import { problems } from '@bellwire/model/problem.ts';
import { streamNames, streamOf } from '@bellwire/model/streams.ts';
import { workspaceHeader } from '../people/find-caller.ts';
import { sessionCookie } from '../people/session-cookie.ts';
import type { SchemaPrinter } from './schema-printer.ts';
import { schemaPrinter } from './schema-printer.ts';

export function openApiDocument(publicUrl: string): JsonObject {
  const printer = schemaPrinter();
  const paths: Record<string, JsonObject> = {};
  for (const name of operationNames) {
    const { method, path } = operationOf(name);
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(name, operationOf(name), printer) };
  }
  for (const name of streamNames) {
    const stream = streamOf(name);
    paths[stream.path] = { get: describe(name, stream, printer, 'text/event-stream') };
  }
  const problem = printer.print(problemView, 'output');
  return {
    openapi: '3.1.0',
    info: { title: 'Bellwire', version: '1', description: 'Mini-apps that talk to chatbots.' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { ...printer.shared(), Problem: problem },
      parameters: { workspace },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie(publicUrl).name },
        key: { type: 'http', scheme: 'bearer', description: 'An API key: bw_key_…' },
      },
    },
  };
}

function describe(
  name: string,
  operation: Operation,
  printer: SchemaPrinter,
  media = 'application/json',
): JsonObject {
  const { about, group, who, scope, input, method, output, path, status = 200 } = operation;
  const schema = printer.printFields(input);
  const inPath = pathPlaces(path);
  const rest = schema.filter(({ name }) => !inPath.includes(name));
  const query = takesBody(method) ? [] : rest;
  const body = takesBody(method) ? rest : [];
  return {
    operationId: name,
    tags: [group],
    summary: about,
    'x-who': who,
    'x-scopes': scope === undefined ? [] : [scope],
    security: securityOf(operation),
    parameters: [
      ...schema
        .filter(({ name }) => inPath.includes(name))
        .map((field) => ({ ...field, in: 'path', required: true })),
      ...query.map((field) => ({ ...field, in: 'query' })),
      ...(who === 'anyone' || isForKeys(who) ? [] : [{ $ref: '#/components/parameters/workspace' }]),
    ],
    ...(body.length > 0 && { requestBody: bodyOf(body) }),
    responses: {
      [status]: { description: 'Done.', content: { [media]: { schema: printer.print(output, 'output') } } },
      ...problemResponses(operation, schema.length > 0),
    },
  };
}

const workspace = {
  name: workspaceHeader,
  in: 'header',
  description:
    'For a person who is a member of several workspaces: the id of the one to work in. Without it, the one joined first.',
  schema: { type: 'string', format: 'uuid' },
};

function isForKeys(who: Operation['who']): boolean {
  return who === 'key' || who === 'install';
}

function securityOf({ who, scope }: Operation): JsonObject[] {
  if (who === 'anyone') return [];
  const byKey = scope === undefined ? [] : [{ key: [scope] }];
  return isForKeys(who) ? byKey : [{ session: [] }, ...byKey];
}

type Fields = ReturnType<SchemaPrinter['printFields']>;

function bodyOf(fields: Fields): JsonObject {
  const required = fields.filter((field) => field.required).map((field) => field.name);
  const schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, field.schema])),
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  };
  return { required: required.length > 0, content: jsonContent(schema) };
}

function jsonContent(schema: JsonObject): JsonObject {
  return { 'application/json': { schema } };
}

function problemResponses(operation: Operation, hasInput: boolean): JsonObject {
  const byStatus = Map.groupBy(problemsOf(operation, hasInput), (code) => String(problems[code].status));
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: [...new Set(codes)].map((code) => `\`${code}\`: ${problems[code].title}`).join(' '),
        content: jsonContent({ $ref: '#/components/schemas/Problem' }),
      },
    ]),
  );
}

/** Those that the guards in front of every handler answer with, and those the operation itself declares. */
function problemsOf({ method, who, scope, problems: own = [] }: Operation, hasInput: boolean): ProblemCode[] {
  const takesKeys = scope !== undefined;
  return [
    ...(takesBody(method) ? (['bad-json', 'body-too-large'] as const) : []),
    ...(method === 'GET' ? [] : (['bad-origin'] as const)),
    ...(hasInput ? (['bad-input'] as const) : []),
    ...(who === 'anyone' ? [] : (['not-signed-in', 'forbidden'] as const)),
    ...(takesKeys ? (['key-unknown', 'key-expired', 'key-revoked', 'install-gone'] as const) : []),
    ...own,
    'internal',
    'not-ready',
  ];
}
