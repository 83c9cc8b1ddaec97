/** What a ledger entry may hold. Numbers are safe integers only: the canonical form must not depend on a float printer. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
