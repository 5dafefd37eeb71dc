// The pages of the docs that are printed from the code, one line each.
import { languagePage } from './language-page.ts';
import type { PrintedPage } from './printed-page.ts';
import { problemsPage } from './problems-page.ts';
import { stepTypesPage } from './step-types-page.ts';

export const printedPages: readonly PrintedPage[] = [stepTypesPage, languagePage, problemsPage];
