// Where most paths of the table were read: the schemas of custom resources, as a public catalogue collects them.

/** The schema of a kind, as `owner/repo: path`. */
export function catalogue(file: string): string {
  return `datreeio/CRDs-catalog: ${file}.json`;
}
