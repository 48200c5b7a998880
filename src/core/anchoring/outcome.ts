import type { Place } from '../study/model.ts';

/** Why a quotation needs a look, as a key of the message catalogue. */
export type DoubtReason =
  | 'reason.ambiguous'
  | 'reason.boundary'
  | 'reason.changed'
  | 'reason.moved'
  | 'reason.replaced'
  | 'reason.scattered';

/**
 * What became of a quotation when its text was changed elsewhere. `exact`: the same words at the same offset; `moved`: the
 * same words at another offset; `changed`: surely here, with its text corrected; `review`: probably here; `lost`: not found.
 */
export type Outcome = { readonly id: string } & (
  | { readonly outcome: 'exact' | 'moved' | 'changed'; readonly place: Place }
  | {
      readonly outcome: 'review';
      readonly place: Place;
      readonly reason: DoubtReason;
      /** Where it could be, best first; the first is `place`. */
      readonly candidates: readonly Place[];
    }
  | { readonly outcome: 'lost'; readonly reason: LossReason }
);

type LossReason = 'reason.deleted' | 'reason.notFound';
