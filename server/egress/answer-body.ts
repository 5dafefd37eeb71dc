// Reads an answer's body into text and cuts it at the limit, counted both as it arrives and after decompression.
import { Readable, type Transform, pipeline } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { EgressFailure } from './egress-answer.ts';

interface BodyForm {
  readonly encoding: string | undefined;
  readonly contentType: string | undefined;
  readonly maxBytes: number;
}

/** @throws EgressFailure `bad-answer` for an encoding other than one layer of gzip, deflate or br, or a broken one. */
export async function readAnswerBody(stream: Readable, form: BodyForm): Promise<{ text: string; truncated: boolean }> {
  const arrived = await collect(stream, form.maxBytes);
  const body = await decompress(arrived, form);
  return { text: decodeText(body, form.contentType), truncated: body.truncated };
}

interface Collected {
  readonly bytes: Buffer;
  readonly truncated: boolean;
}

async function collect(stream: Readable, maxBytes: number): Promise<Collected> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('The stream of an answer must carry bytes.');
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop destroys the stream: nothing more is received or unpacked.
    if (size > maxBytes) break;
  }
  return { bytes: Buffer.concat(chunks, Math.min(size, maxBytes)), truncated: size > maxBytes };
}

async function decompress(arrived: Collected, { encoding = '', maxBytes }: BodyForm): Promise<Collected> {
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity' || arrived.bytes.length === 0) return arrived;
  const decoder = decoderFor(name, arrived);
  // `pipeline` hands a decoder's error to whoever reads from it; its own callback has nothing to add.
  pipeline(Readable.from([arrived.bytes]), decoder, () => {});
  const unpacked = await collect(decoder, maxBytes).catch((error: unknown) => {
    throw new EgressFailure('bad-answer', `The answer says it is packed with ${name}, but cannot be unpacked.`, error);
  });
  return { bytes: unpacked.bytes, truncated: unpacked.truncated || arrived.truncated };
}

function decoderFor(name: string, { bytes, truncated }: Collected): Transform {
  // Of a body that was cut, what is there is unpacked; a whole one must also end as it should.
  const zlibOptions = truncated ? { finishFlush: constants.Z_SYNC_FLUSH } : {};
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip(zlibOptions);
    case 'deflate':
      // Half of the world sends it without the zlib header, whose first byte always ends in 8.
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? createInflate(zlibOptions) : createInflateRaw(zlibOptions);
    case 'br':
      return createBrotliDecompress(truncated ? { finishFlush: constants.BROTLI_OPERATION_FLUSH } : {});
    default:
      throw new EgressFailure(
        'bad-answer',
        `The answer is packed as "${name}". Expected nothing, gzip, deflate or br, in one layer.`,
      );
  }
}

function decodeText({ bytes, truncated }: Collected, contentType = ''): string {
  const [, charset = 'utf-8'] = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType) ?? [];
  // Streaming leaves a character that was cut in half away, instead of showing a replacement sign.
  return decoderOf(charset).decode(bytes, { stream: truncated });
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
