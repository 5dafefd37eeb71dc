// Content: a file to be kept.
import { z } from 'zod';
import { contentKind, withReplies } from './content-kind.ts';
import { mediaAddressSchema } from './media-address.ts';

export const fileContent = contentKind({
  name: 'file',
  label: 'File',
  schema: z.strictObject({
    is: z.literal('file'),
    url: mediaAddressSchema,
    /** As whoever keeps it should see it. */
    name: z.string().min(1).max(200),
    /** In bytes, where it is known. */
    size: z.int().min(0).optional(),
    caption: z.string().max(1000).optional(),
    ...withReplies,
  }),
  words: ({ url, name, caption = '' }) => `${caption || name}: ${url}`,
});
