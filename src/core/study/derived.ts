/**
 * Remembers what was worked out from an immutable value for as long as that value lives. Since every change of a study
 * makes new values only for what changed, this keeps indexes up to date at the cost of the change, not of the study.
 *
 * @param derive a pure function of one immutable object
 */
export function derived<From extends object, To>(derive: (from: From) => To): (from: From) => To {
  const known = new WeakMap<From, { readonly value: To }>();
  return (from) => {
    const found = known.get(from);
    if (found) return found.value;
    const value = derive(from);
    known.set(from, { value });
    return value;
  };
}
