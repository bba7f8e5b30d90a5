/** The five ways of saying no, with the HTTP status of each. */
const REFUSAL_STATUS = { invalid: 422, forbidden: 403, missing: 404, conflict: 409, too_many: 429 } as const;
export type RefusalKind = keyof typeof REFUSAL_STATUS;

/** A message key with its parameters: why something is refused, withheld or wrong. */
export type Reason = { code: string; params?: Record<string, string | number> };

/**
 * The one class of refusal. `code` is a message key; `fields` maps an input's name to what is wrong with it.
 * `keep` commits what the transaction has written so far (a lockout count must survive its refusal).
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly reason: Reason;
  readonly fields: Record<string, Reason>;
  readonly keep: boolean;

  constructor(
    kind: RefusalKind,
    code: string,
    more: { params?: Reason['params']; fields?: Record<string, Reason>; keep?: boolean } = {},
  ) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.reason = more.params ? { code, params: more.params } : { code };
    this.fields = more.fields ?? {};
    this.keep = more.keep ?? false;
  }

  get status(): number {
    return REFUSAL_STATUS[this.kind];
  }
}

/** Ends the act at once: see `Refusal`. */
export function refuse(...said: ConstructorParameters<typeof Refusal>): never {
  throw new Refusal(...said);
}
