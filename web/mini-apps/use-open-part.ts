// Leads to the page of one part of the app, or to the list of all.
import { useNavigate } from '@tanstack/react-router';
import type { AppPart } from '@bellwire/model/app.ts';
import { useBuilder } from './builder.ts';
import { partSections } from './part-sections.ts';

export function useOpenPart(part: AppPart): (name: string | undefined, replace?: 'replace') => void {
  const { view } = useBuilder();
  const navigate = useNavigate();
  return (name, replace) =>
    void navigate({
      to: '/mini-apps/$appId/$section',
      params: { appId: view.id, section: partSections[part] },
      search: name === undefined ? {} : { part: name },
      replace: replace !== undefined,
    });
}
