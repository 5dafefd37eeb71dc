// A picture, sound, film or file in a conversation, in a box whose size is known before it has come.
import { FileDown } from 'lucide-react';
import { isMediaAddress } from '@bellwire/model/content/is-media-address.ts';
import type { Content } from '@bellwire/model/message.ts';
import { sizeWords } from '../chat/size-words.ts';

export function MediaContent({ content }: { content: Extract<Content, { url: string }> }) {
  const { caption = '' } = content;
  return (
    <figure className="content-media" data-kind={content.is}>
      <Shown content={content} />
      {caption === '' ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}

function Shown({ content }: { content: Extract<Content, { url: string }> }) {
  // Checked again where it is used: a page does not rely on what was checked before it was stored.
  const url = isMediaAddress(content.url) ? content.url : undefined;
  const outside = { href: url, target: '_blank', rel: 'noopener noreferrer' };
  if (content.is === 'image')
    return (
      <a {...outside}>
        <img
          src={url}
          alt={content.alt ?? 'Picture'}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
        />
      </a>
    );
  if (content.is === 'audio') return <audio controls preload="none" src={url} />;
  if (content.is === 'video') return <video controls preload="none" src={url} />;
  return (
    <a {...outside} download={content.name} className="content-file">
      <FileDown size={16} aria-hidden />
      <span>{content.name}</span>
      {content.size === undefined ? null : <small>{sizeWords(content.size)}</small>}
    </a>
  );
}
