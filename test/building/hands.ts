// What hands do in the builder: each function is one thing that a developer or a bot's owner does on the screen, by its visible words.
import type { Locator, Page } from 'playwright-core';

export async function signUp(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole('button', { name: 'Make an account' }).click();
  await page.getByLabel('Your name').fill('Mina');
  await page.getByLabel('E-mail').fill('mina@example.com');
  await page.getByLabel('Password').fill('a long enough one');
  await page.getByLabel('Workspace').fill('Mina builds');
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await page.getByRole('link', { name: 'My mini-apps' }).first().waitFor();
}

export async function makeApp(page: Page, label: string): Promise<void> {
  await page.getByRole('link', { name: 'My mini-apps' }).first().click();
  await page.getByRole('button', { name: 'New mini-app' }).first().click();
  await page.getByRole('dialog').getByLabel('Label').fill(label);
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { level: 1, name: label }).waitFor();
}

export async function openSection(page: Page, name: string): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Sections of the mini-app' });
  await sections.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
}

/** @param word as "New …" says it: action, trigger, one-time URL, flow. */
export async function makePart(page: Page, section: string, word: string, label: string): Promise<void> {
  await openSection(page, section);
  await page
    .getByRole('button', { name: `New ${word}` })
    .first()
    .click();
  await page.getByRole('dialog').getByLabel('Label').fill(label);
  await page.getByRole('button', { name: `Make the ${word}` }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

export async function openPart(page: Page, section: string, label: string): Promise<void> {
  await openSection(page, section);
  await page.getByRole('link', { name: label, exact: true }).first().click();
}

/** Presses a button that adds by an app field, and makes the field on the spot. */
export async function addWithNewField(
  page: Page,
  adder: string,
  label: string,
  type = 'Text',
): Promise<void> {
  await page.getByRole('button', { name: adder }).click();
  await createField(page, label, type);
}

/** In the menu of fields that is open. */
export async function createField(page: Page, label: string, type: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'Create field here…' }).click();
  await fillFieldDialog(page, label, type);
}

/** The same for a setting of a step. */
export async function chooseNewField(
  page: Page,
  within: Locator,
  setting: string,
  label: string,
  type = 'Text',
): Promise<void> {
  await within.getByRole('combobox', { name: setting }).click();
  await page.getByRole('button', { name: 'Create field here' }).click();
  await fillFieldDialog(page, label, type);
}

async function fillFieldDialog(page: Page, label: string, type: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Create a field' });
  await dialog.getByLabel('Label').fill(label);
  if (type !== 'Text') await choose(page, dialog, 'Type', type);
  await dialog.getByRole('button', { name: 'Create field' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function addWithField(page: Page, adder: string, label: string): Promise<void> {
  await page.getByRole('button', { name: adder }).click();
  await pickField(page, label);
}

/** In the menu of fields that is open, where the type stands before the label. */
export async function pickField(page: Page, label: string): Promise<void> {
  await page.getByRole('menuitem', { name: new RegExp(`^\\w+ ${label}$`) }).click();
}

export async function choose(page: Page, within: Locator, label: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** From the open end of a step, by the words beside it: "Start", "Then", "Paid". */
export async function addStep(page: Page, exit: string, type: string): Promise<Locator> {
  await page
    .getByRole('button', { name: `Exit ${exit}: choose what comes next` })
    .last()
    .click();
  await page.getByRole('combobox', { name: 'Steps' }).fill(type);
  await page.keyboard.press('Enter');
  return chosenStep(page);
}

function chosenStep(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Chosen step' });
}

async function saved(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'Saved as draft' }).waitFor();
}

export async function publishApp(page: Page): Promise<void> {
  await saved(page);
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function installApp(
  page: Page,
  label: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  await page.getByRole('link', { name: 'Store', exact: true }).click();
  await page.getByRole('link', { name: label }).first().click();
  await page.getByRole('link', { name: 'Install' }).click();
  await page.getByRole('button', { name: 'I agree' }).click();
  for (const [question, answer] of Object.entries(answers)) await page.getByLabel(question).fill(answer);
  await page.getByRole('button', { name: 'Install', exact: true }).click();
  await page
    .getByRole('heading', { name: 'Key of the install' })
    .or(page.getByText('Key of the install'))
    .first()
    .waitFor();
}

export async function makeBot(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: 'Bots' }).first().click();
  await page.getByRole('button', { name: 'New bot' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Make bot' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return (await page.getByRole('link', { name: 'Open web chat' }).getAttribute('href')) ?? '';
}

export async function makeFlow(page: Page, name: string, keywords: string): Promise<void> {
  await page.getByRole('tab', { name: 'Flows' }).click();
  await page.getByRole('button', { name: 'New flow' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New flow' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Keywords').fill(keywords);
  await dialog.getByRole('button', { name: 'Make flow' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function publishFlow(page: Page): Promise<void> {
  await saved(page);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Published' }).waitFor();
}
