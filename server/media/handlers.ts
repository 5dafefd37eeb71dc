// Uploading by members and keys.
import type { mediaOperations } from '@bellwire/model/operations/media.ts';
import type { Handlers } from '../http/handler.ts';
import { keepMedia } from './keep-media.ts';

export const mediaHandlers: Handlers<keyof typeof mediaOperations> = {
  async uploadMedia({ name, data }, context) {
    const bytes = Buffer.from(data, 'base64');
    return context.inWorkspace((tx) =>
      keepMedia(tx, { workspaceId: context.workspaceId, name, bytes, visitor: null }),
    );
  },
};
