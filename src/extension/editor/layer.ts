/**
 * The ways a stretch of text is drawn. The first code gives the tint, a second one a dashed underline in its own colour,
 * three or more a double line: never colour alone, and never two tints over each other. Where two stretches side by side
 * would look the same, an edge says where a quotation starts or ends. In the margin each code has a stripe.
 */
export type Layer =
  | { readonly kind: 'tint'; readonly color: string }
  | { readonly kind: 'second'; readonly color: string }
  | { readonly kind: 'more' }
  | { readonly kind: 'uncoded' }
  | { readonly kind: 'review' }
  | { readonly kind: 'startEdge' | 'endEdge'; readonly color?: string }
  | { readonly kind: 'stripe'; readonly lane: number; readonly color: string }
  | { readonly kind: 'moreStripes' };

/** What tells one look from another. */
export function keyOfLayer(layer: Layer): string {
  return Object.values(layer).join(' ');
}
