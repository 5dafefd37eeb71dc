// Reads the body of a request as JSON, within a limit that also holds where the sender does not say the length.
import { ProblemError } from '@bellwire/model/problem.ts';
import { parseStrictJson } from './strict-json.ts';

/**
 * What the body says as JSON; an empty body is an empty object. The route has decided that it takes JSON:
 * another content type is refused, never parsed another way.
 */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  if (bytes.byteLength === 0) return {};
  checkForm(request.headers);
  return parseStrictJson(bytes);
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(maxBytes: number): ProblemError {
  return new ProblemError('body-too-large', {
    says: `The body is larger than the ${maxBytes / 1024} KiB allowed here.`,
    facts: { maxBytes },
  });
}

function checkForm(headers: Headers): void {
  const type = headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i.test(type)) {
    throw new ProblemError('bad-json', {
      says: `The content type is ${type === '' ? 'missing' : `"${type.slice(0, 100)}"`}. Expected is application/json.`,
    });
  }
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity') {
    throw new ProblemError('bad-json', {
      says: `The content encoding "${encoding.slice(0, 100)}" is not taken. Send the body as it is.`,
    });
  }
}
