/** What events and commands have in common. `at` is the instant of recording, RFC 3339 in UTC, given by the caller. */
export type Step<T extends string, P> = { readonly type: T; readonly at: string; readonly payload: P }
