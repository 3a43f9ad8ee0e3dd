/** The safety modules by name. Paths from the project's folder; tests may be patterns. */
export const MODULES: Readonly<
  Record<
    string,
    {
      readonly subjects: readonly string[];
      readonly tests: readonly string[];
      readonly pool: 'threads' | 'forks';
      readonly only?: Readonly<Record<string, readonly string[]>>;
    }
  >
>;
