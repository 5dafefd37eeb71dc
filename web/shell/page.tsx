// One screen's body: the page header and what is under it, at reading width or filling the window.
import type { ReactNode } from 'react';
import { PageHeader } from '../ui/page-header.tsx';
import type { PageHeaderProps } from '../ui/page-header.tsx';

export interface PageProps extends PageHeaderProps {
  /** "full" gives the whole window to the content, for the canvas and the inbox. */
  width?: 'reading' | 'wide' | 'full';
  children: ReactNode;
}

export function Page({ width = 'wide', children, ...header }: PageProps) {
  return (
    <div className="page" data-width={width}>
      <PageHeader {...header} />
      <div className="page-body">{children}</div>
    </div>
  );
}
