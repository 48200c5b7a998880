/** Every sentence that Codeboom says about a study, by key. Placeholders in braces take the values of the message. */
export const english = {
  'study.notFound': 'There is no codeboom.json in {folder} or above it. Choose New Study to make one there.',
} as const satisfies Readonly<Record<string, string>>;

export type MessageKey = keyof typeof english;
