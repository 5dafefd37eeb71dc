// The page of one part: where one is, its name, and the acts that rename and remove it.
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { AppPart } from '@bellwire/model/app.ts';
import { partNames, partWords } from '@bellwire/model/app-part.ts';
import { putBack } from '@bellwire/model/changes/put-back.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toast } from '../ui/toast.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { partSections } from './part-sections.ts';
import { RenamePartDialog } from './rename-part-dialog.tsx';

export interface PartPageProps {
  part: AppPart;
  name: string;
  label: string;
  /** The keys of the part whose problems stand beside a field. */
  shownBeside: readonly string[];
  children: ReactNode;
}

export function PartPage({ part, name, label, shownBeside, children }: PartPageProps) {
  const builder = useBuilder();
  const navigate = useNavigate();
  const [renaming, setRenaming] = useState(false);
  const list = { appId: builder.view.id, section: partSections[part] };
  const remove = () => {
    const back = putBack(builder.app, part, partNames(builder.app, part).indexOf(name));
    if (!builder.change([{ is: 'remove-part', part, name }])) return;
    void navigate({ to: '/mini-apps/$appId/$section', params: list });
    toast({
      says: `Removed the ${partWords[part]} "${label}".`,
      onUndo: () => void builder.change([back]),
    });
  };
  const others = complaintsOf(builder, part, name).filter(
    ({ path }) => !shownBeside.includes(String(path[0])),
  );
  return (
    <div className="part-page">
      <header className="part-page-head">
        <Link to="/mini-apps/$appId/$section" params={list} className="part-page-back">
          <ArrowLeft size={14} aria-hidden /> All {partWords[part]}s
        </Link>
        <div className="part-page-title">
          <h2>{label}</h2>
          <code>{name}</code>
          <IconButton
            size="small"
            label="Rename"
            icon={<Pencil size={13} aria-hidden />}
            onClick={() => setRenaming(true)}
          />
          <Button look="quiet" size="small" icon={<Trash2 size={14} aria-hidden />} onClick={remove}>
            Remove
          </Button>
        </div>
        {others.map(({ says, level }) => (
          <ProblemNote key={says} problem={{ says, ...(level === 'warning' && { level }) }} />
        ))}
      </header>
      {children}
      <RenamePartDialog
        key={name}
        part={part}
        name={name}
        open={renaming}
        onClose={() => setRenaming(false)}
      />
    </div>
  );
}
