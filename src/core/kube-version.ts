// Versions of Kubernetes, as far as the meaning of a manifest depends on them.

/** A release of Kubernetes 1. */
export interface KubeVersion {
  readonly minor: number;
  /** Null when only the minor version is known. */
  readonly patch: number | null;
}

/** Understands `1.34`, `v1.34.2` and `v1.34.2-gke.1`; null for anything else, such as another major version. */
export function readKubeVersion(text: string): KubeVersion | null {
  const [, minor, patch] = /^v?1\.(\d{1,4})(?:\.(\d{1,6}))?(?:[-+].*)?$/.exec(text) ?? [];
  return minor === undefined ? null : { minor: Number(minor), patch: patch === undefined ? null : Number(patch) };
}

/** True when the version is older than the given minor one; an unknown version is the newest there is. */
export function isBefore(version: KubeVersion | null, minor: number): boolean {
  return version !== null && version.minor < minor;
}

/** `Kubernetes 1.24.3`, for people; `Kubernetes` when the version is not known. */
export function describeVersion(version: KubeVersion | null): string {
  if (version === null) return "Kubernetes";
  return `Kubernetes 1.${version.minor}${version.patch === null ? "" : `.${version.patch}`}`;
}
