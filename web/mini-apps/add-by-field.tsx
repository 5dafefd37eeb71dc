// Adds an entry by choosing the app field it is about.
import { Plus } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { FieldMenu, type FieldMenuProps } from './field-menu.tsx';

export interface AddByFieldProps extends Pick<FieldMenuProps, 'without'> {
  /** What is added: "item". */
  word: string;
  onAdd: FieldMenuProps['onPick'];
}

export function AddByField({ word, onAdd, ...menu }: AddByFieldProps) {
  return (
    <FieldMenu
      {...menu}
      says="From the app field"
      onPick={onAdd}
      opener={
        <Button size="small" icon={<Plus size={14} aria-hidden />}>
          Add {word}
        </Button>
      }
    />
  );
}
