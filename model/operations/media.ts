// Uploading pictures, sounds, films and files for messages.
import { z } from 'zod';
import { mediaSchema, MOST_MEDIA_BYTES, MOST_MEDIA_MIB } from '../media.ts';
import { operation } from '../operation.ts';

/** Base64 makes four signs of three bytes. */
const mostSigns = Math.ceil(MOST_MEDIA_BYTES / 3) * 4;

export const mediaOperations = {
  uploadMedia: operation({
    method: 'POST',
    path: '/api/media',
    group: 'conversations',
    about: `Keeps a file of at most ${MOST_MEDIA_MIB} MiB, and gives the address by which a message can show it.`,
    who: 'agent',
    scope: 'messages:send',
    input: z.object({
      /** As whoever gets it should see it. */
      name: z.string().trim().min(1).max(200),
      /** Its bytes in base64. */
      data: z.base64().min(4).max(mostSigns),
    }),
    output: mediaSchema,
    status: 201,
    maxBodyBytes: mostSigns + 10_000,
    problems: ['conflict'],
  }),
};
