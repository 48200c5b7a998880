const svgNamespace = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number>>;

/** Makes an element of a drawing, inside another. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  parent?: Element,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(svgNamespace, name);
  parent?.append(element);
  return element;
}

/** Sets those attributes that differ. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}

/** Makes an element of the page, with text. What it says is never read as HTML. */
export function htmlElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
  parent?: Element,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  parent?.append(element);
  return element;
}

/** An element of the page that the extension wrote. */
export function elementById<Kind extends Element>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The panel has no #${id}.`);
  return element;
}
