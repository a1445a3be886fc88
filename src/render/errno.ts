// Error numbers of WASI preview 1.
// https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md#-errno-variant

export const errno = {
  success: 0,
  badf: 8,
  fbig: 22,
  inval: 28,
  io: 29,
  isdir: 31,
  loop: 32,
  nametoolong: 37,
  noent: 44,
  nosys: 52,
  notdir: 54,
  rofs: 69,
} as const;
