// In the step "Send message": a picture, a sound, a film or a file, by its address.
import { isMediaAddress } from '@bellwire/model/content/is-media-address.ts';
import type { Content } from '@bellwire/model/message.ts';
import { brief, savedText } from '../saved.ts';
import type { MessagePart } from './message-part.ts';
import type { MessageValues } from './settings.ts';

/** @param make The content, once it is known that the address can be one. */
function mediaPart(noun: string, make: (url: string, values: MessageValues) => Content): MessagePart {
  return {
    compose: (values) => {
      const url = (values.url ?? '').trim();
      if (url === '') return { is: 'nothing', says: `No ${noun} was sent: its address is empty.` };
      if (!isMediaAddress(url))
        return {
          is: 'nothing',
          says: `No ${noun} was sent: "${brief(url)}" is no address that begins with https://.`,
        };
      return { is: 'content', content: make(url, values) };
    },
    summary: (saved) =>
      `${noun}: ${brief(savedText(saved, 'caption') || savedText(saved, 'url')) || 'no address yet'}`,
    exits: () => [],
  };
}

export const imagePart = mediaPart('picture', (url, { alt = '', caption = '' }) => ({
  is: 'image',
  url,
  ...(alt !== '' && { alt }),
  ...captionOf(caption),
}));

export const audioPart = mediaPart('sound', (url, { caption = '' }) => ({
  is: 'audio',
  url,
  ...captionOf(caption),
}));

export const videoPart = mediaPart('film', (url, { caption = '' }) => ({
  is: 'video',
  url,
  ...captionOf(caption),
}));

export const filePart = mediaPart('file', (url, { name = '', caption = '' }) => ({
  is: 'file',
  url,
  name: name.trim() || lastPart(url),
  ...captionOf(caption),
}));

function captionOf(caption: string): { caption?: string } {
  return caption.trim() === '' ? {} : { caption };
}

/** @example lastPart('https://shop.example/a/invoice.pdf?x=1') // 'invoice.pdf' */
function lastPart(url: string): string {
  return (
    url
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1)
      ?.slice(0, 200) || 'file'
  );
}
