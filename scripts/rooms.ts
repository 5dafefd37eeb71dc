// The rooms of the house and what each of them may import.

export type Room = {
  /** Rooms it may import, by package name. */
  mayImport: readonly string[];
  /** Whether its code may use Node's own modules; tests always may. */
  usesNode: boolean;
  /** Whether others import it as `@bellwire/<room>/…`. */
  isPackage: boolean;
};

const everything = ['model', 'engine', 'server', 'web', 'sdk', 'apps', 'examples'];

export const rooms: Readonly<Record<string, Room>> = {
  model: { mayImport: [], usesNode: false, isPackage: true },
  engine: { mayImport: ['model'], usesNode: false, isPackage: true },
  server: { mayImport: ['model', 'engine'], usesNode: true, isPackage: true },
  web: { mayImport: ['model', 'engine', 'sdk'], usesNode: false, isPackage: true },
  sdk: { mayImport: ['model'], usesNode: true, isPackage: true },
  apps: { mayImport: ['sdk'], usesNode: false, isPackage: true },
  examples: { mayImport: ['sdk'], usesNode: true, isPackage: false },
  scripts: { mayImport: everything, usesNode: true, isPackage: false },
  bench: { mayImport: [...everything, 'scripts'], usesNode: true, isPackage: false },
  test: { mayImport: [...everything, 'scripts', 'bench'], usesNode: true, isPackage: false },
};
