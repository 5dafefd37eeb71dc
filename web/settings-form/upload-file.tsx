// A button beside an address: uploads a file of this computer, whose address then stands there.
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { MOST_MEDIA_BYTES, MOST_MEDIA_MIB } from '@bellwire/model/media.ts';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';

export interface UploadFileProps {
  /** Of the address. */
  label: string;
  onUploaded: (url: string) => void;
}

export function UploadFile({ label, onUploaded }: UploadFileProps) {
  const picker = useRef<HTMLInputElement>(null);
  const upload = useChange('uploadMedia');
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File) => {
    setTooLarge(file.size > MOST_MEDIA_BYTES);
    if (file.size > MOST_MEDIA_BYTES) return;
    upload.mutate(
      { name: file.name, data: base64(new Uint8Array(await file.arrayBuffer())) },
      { onSuccess: ({ url }) => onUploaded(url) },
    );
  };
  return (
    <div className="upload-file">
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={`File for ${label}`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void take(file);
          currentTarget.value = '';
        }}
      />
      <Button
        look="quiet"
        size="small"
        icon={<Upload size={14} aria-hidden />}
        busy={upload.isPending}
        onClick={() => picker.current?.click()}
      >
        Upload a file
      </Button>
      {tooLarge ? <ProblemNote problem={{ says: `A file has at most ${MOST_MEDIA_MIB} MiB.` }} /> : null}
      {upload.error === null ? null : <ProblemNote problem={problemWords(upload.error)} />}
    </div>
  );
}

/** Piece by piece: a call takes a limited number of arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

const PIECE = 32_768;
