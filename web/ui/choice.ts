// One thing a person may choose in a select, combobox or menu.
import type { ReactNode } from 'react';

export interface Choice {
  value: string;
  label: string;
  about?: string;
  icon?: ReactNode;
}
