/** Public pages are read, not operated: they carry no script. */
export const csr = false;
