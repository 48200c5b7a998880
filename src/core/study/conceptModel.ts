import { codeTreeOf } from './codeTree.ts';
import { shownColorOf } from './colors.ts';
import type { Level, Relation } from './model.ts';
import { isThere, readEnd, relationsAt } from './relationEnds.ts';
import { isSymmetric } from './relationTypes.ts';
import type { Study } from './study.ts';

/** The conceptual model of a study: the codes that have relations, and these. */
export interface ConceptModel {
  readonly nodes: readonly ConceptNode[];
  readonly edges: readonly ConceptEdge[];
}

export interface ConceptNode {
  /** Of the code. */
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  /** A palette slot or `#rrggbb`, as it flows down to the code. */
  readonly color: string;
}

export interface ConceptEdge {
  /** Of the relation. */
  readonly id: string;
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly isDirected: boolean;
  readonly comment?: string;
}

/**
 * The codes that are related and their relations, in the order of the code tree and of the ids of the relations. A
 * relation with a code that is gone is left out.
 *
 * @param top only relations between this code and those below it; all when there is no such code
 */
export function conceptModelOf(study: Study, top?: string): ConceptModel {
  const { codebook } = study;
  const tree = codeTreeOf(codebook);
  const among = new Set((top === undefined ? [] : tree.withDescendants(top)).map(({ id }) => id));
  const isMeant = (id: string) => codebook.codes.has(id) && (among.size === 0 || among.has(id));
  const edges = betweenCodes(study)
    .map(edgeOf)
    .filter(({ from, to }) => isMeant(from) && isMeant(to));
  const related = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = tree.all
    .filter(({ id }) => related.has(id))
    .map(({ id, name, level }) => ({ id, name, level, color: shownColorOf(codebook, id) }));
  return { nodes, edges };
}

/** The dimensions, and other tops of the tree, with a relation between codes at or below them. */
export function topsWithRelations(study: Study): readonly { readonly id: string; readonly name: string }[] {
  const tree = codeTreeOf(study.codebook);
  return tree.roots.filter(({ id }) => {
    const below = new Set(tree.withDescendants(id).map((code) => `code:${code.id}`));
    return tree
      .withDescendants(id)
      .some((code) =>
        relationsAt(study, `code:${code.id}`).some(({ from, to }) => below.has(from) && below.has(to)),
      );
  });
}

function betweenCodes(study: Study): readonly Relation[] {
  return [...study.relations.relations.values()]
    .filter(({ from, to }) => [from, to].every((end) => readEnd(end).kind === 'code' && isThere(study, end)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function edgeOf({ id, from, to, type, comment }: Relation): ConceptEdge {
  return {
    id,
    from: readEnd(from).id,
    to: readEnd(to).id,
    type,
    isDirected: !isSymmetric(type),
    ...(comment !== undefined && { comment }),
  };
}
