const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new id of a record: a letter that tells its kind and nine of `a-z 0-9`, 36^9 in all. */
export function randomId(kind: 'q' | 'r'): string {
  let id: string = kind;
  while (id.length < 10) id += alphabet.charAt(Math.floor(Math.random() * alphabet.length));
  return id;
}

const idPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether text can be the id of a record or a coder: 1–64 of `A-Z a-z 0-9 _ -`. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** The id of a new code: a slug of its name, with a number after it when a code has that id already. */
export function codeIdFor(name: string, isTaken: (id: string) => boolean): string {
  const slug = slugOf(name) || 'code';
  for (let number = 1; ; number++) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!isTaken(id)) return id;
  }
}

/** A name as a part of an id or a file name: letters without accents, digits and `-`; empty when it has none of these. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 56)
    .replace(/-+$/, '');
}
