import { cleanName, codeNamed } from '../study/codebook/names.ts';
import { type Refusal, refusal } from '../study/codebook/refusal.ts';
import type { Settings } from '../study/model.ts';
import { fieldsChanged, type Operation, type SettingsChange } from '../study/operation.ts';
import type { Study } from '../study/study.ts';
import { queryIn } from './check.ts';
import { placesOfSaved, withNameAt } from './codesInQuery.ts';
import { written } from './completions.ts';
import { type SavedQuery, savedQueries, savedQueryNamed } from './saved.ts';

/** What is wrong with a name for a saved query, if anything: it must not be that of a code or of another one. */
export function refusedSavedName(
  { codebook, settings }: Study,
  name: string,
  own?: string,
): Refusal | undefined {
  const clean = cleanName(name);
  if (clean === '') return refusal('smartCode.nameEmpty');
  const code = codeNamed(codebook, clean) ?? codebook.codes.get(clean);
  if (code) return refusal('smartCode.isCode', { name: code.name });
  const other = savedQueryNamed(settings, clean);
  return other && other.name !== own ? refusal('smartCode.nameTaken', { name: other.name }) : undefined;
}

/** Keeps a query under a new name. Refused when it cannot be answered, or the name cannot be had. */
export function saveQuery(study: Study, name: string, text: string): Operation | Refusal {
  const clean = cleanName(name);
  return (
    refusedSavedName(study, clean) ??
    refusedText(study, clean, text) ?? {
      label: { key: 'done.saveQuery', values: { name: clean } },
      changes: queriesChanged(study.settings, [...savedQueries(study.settings), { name: clean, text }]),
    }
  );
}

/** Lets a saved query ask something else. Refused when that cannot be answered: when it would use itself, for one. */
export function changeSavedQuery(study: Study, name: string, text: string): Operation | Refusal {
  return (
    refusedText(study, name, text) ?? {
      label: { key: 'done.changeQuery', values: { name } },
      changes: queriesChanged(
        study.settings,
        savedQueries(study.settings).map((one) => (one.name === name ? { name, text } : one)),
      ),
    }
  );
}

/** Renames a saved query, also in the saved queries that use it. */
export function renameSavedQuery(study: Study, from: string, to: string): Operation | Refusal {
  const clean = cleanName(to);
  return (
    refusedSavedName(study, clean, from) ?? {
      label: { key: 'done.renameQuery', values: { name: clean } },
      changes: queriesChanged(
        study.settings,
        savedQueries(study.settings).map(({ name, text }) => ({
          name: name === from ? clean : name,
          text: withNameAt(text, placesOfSaved(study, text, from), clean),
        })),
      ),
    }
  );
}

/** Forgets saved queries; the quotations that they find stay. */
export function deleteSavedQueries({ settings }: Study, names: readonly string[]): Operation {
  return {
    label: { key: 'done.deleteQuery', values: { name: names.join(', ') } },
    changes: queriesChanged(
      settings,
      savedQueries(settings).filter(({ name }) => !names.includes(name)),
    ),
  };
}

/** The change that makes these the saved queries of a study; none when they are so already. */
function queriesChanged(settings: Settings, queries: readonly SavedQuery[]): readonly SettingsChange[] {
  const after = Object.fromEntries(queries.map(({ name, text }) => [name, text]));
  const sides = fieldsChanged(settings, { queries: queries.length > 0 ? after : undefined });
  return sides ? [{ record: 'settings', id: 'settings', ...sides }] : [];
}

/** The study with a query saved under a name, whatever it says. */
export function withSaved(study: Study, name: string, text: string): Study {
  return { ...study, settings: { ...study.settings, queries: { ...study.settings.queries, [name]: text } } };
}

/** A query is checked as it would be once it is saved: only then can it use itself. */
function refusedText(study: Study, name: string, text: string): Refusal | undefined {
  const after = withSaved(study, name, text);
  for (const asked of [text, written(name)]) {
    const answer = queryIn(after, asked);
    if ('error' in answer) return { refused: answer.error.message };
  }
  return undefined;
}
