// Packaged charts that the user gives with `--chart-cache` stand in every tree of the run, beside what the repository holds.

/** The folder they stand in. No repository can hold such a path: git refuses to track `.git`. */
export const GIVEN_CHARTS = ".git/chart-cache";
