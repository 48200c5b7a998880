/** The id that a record gets when another has its own: always the same for the same ids taken. */
export function derivedId(id: string, isTaken: (id: string) => boolean): string {
  for (let number = 2; ; number++) {
    const ending = `-${number}`;
    const derived = id.slice(0, 64 - ending.length) + ending;
    if (!isTaken(derived)) return derived;
  }
}
