// The code that the system gives a failure, such as `EEXIST`.

/** The code of an error of Node's; null for any other value. */
export function errorCode(error: unknown): string | null {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : null;
}
