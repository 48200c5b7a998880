/** Any value that a JSON file can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The keys of a record that this version does not know: kept as they were read and written after the known ones. */
export type UnknownKeys = { readonly [key: string]: Json };
