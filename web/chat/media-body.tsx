// Pictures, sounds, films and files: each in a box whose size is known before it has come, so that nothing jumps.
/** @jsxImportSource preact */
import { isMediaAddress } from '@bellwire/model/content/is-media-address.ts';
import type { Content } from '@bellwire/model/message.ts';
import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { MessageText } from './message-text.tsx';
import { sizeWords } from './size-words.ts';

type Of<Name extends Content['is']> = Extract<Content, { is: Name }>;

export function ImageBody({ url, alt = '', caption }: Of<'image'>) {
  return (
    <figure className="media">
      <a className="picture-place" {...hrefOf(url)} target="_blank" rel="noopener noreferrer">
        <Picture url={url} alt={alt || 'Picture'} />
        <span className="unseen"> (opens in a new tab)</span>
      </a>
      <Caption text={caption} />
    </figure>
  );
}

/** Says what it would have shown where it does not come. */
export function Picture({ url, alt }: { url: string; alt: string }) {
  const [isGone, setGone] = useState(false);
  if (isGone) return <span className="picture-gone">{alt}</span>;
  return (
    <img
      className="picture"
      src={addressOf(url)}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      onError={() => setGone(true)}
    />
  );
}

export function AudioBody({ url, caption }: Of<'audio'>) {
  return (
    <figure className="media">
      <audio controls preload="metadata" src={addressOf(url)} aria-label={caption ?? 'Sound'} />
      <Caption text={caption} />
    </figure>
  );
}

export function VideoBody({ url, caption }: Of<'video'>) {
  return (
    <figure className="media">
      <video controls preload="metadata" playsInline src={addressOf(url)} aria-label={caption ?? 'Film'} />
      <Caption text={caption} />
    </figure>
  );
}

export function FileBody({ url, name, size, caption }: Of<'file'>) {
  return (
    <figure className="media">
      <a className="file" {...hrefOf(url)} target="_blank" rel="noopener noreferrer" download={name}>
        <Icon name="file" size={20} />
        <span>
          {name}
          <small>{size === undefined ? 'File' : sizeWords(size)}</small>
        </span>
        <Icon name="down" size={14} />
      </a>
      <Caption text={caption} />
    </figure>
  );
}

function Caption({ text = '' }: { text: string | undefined }) {
  if (text === '') return null;
  return (
    <figcaption>
      <MessageText text={text} />
    </figcaption>
  );
}

/** Checked again where it is used: a page does not rely on what was checked before it was stored. */
function addressOf(url: string): string | undefined {
  return isMediaAddress(url) ? url : undefined;
}

function hrefOf(url: string): { href?: string } {
  return isMediaAddress(url) ? { href: url } : {};
}
