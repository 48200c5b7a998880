/**
 * Prose as it stands in results chapters, in Dutch and English, with all that looks like a quotation of a respondent and is
 * none: apostrophes, scare quotes, titles, terms, names of codes, literature, inches and minutes, code. A source is named in
 * most paragraphs, as the subject or in passing.
 */
const paragraphs: readonly string[] = [
  `'s Ochtends zijn de bestuurders van {a} er meestal vroeg bij; 's middags is het de beurt aan de collega's van {b}. Zo'n ritme
lijkt vanzelfsprekend, maar in de jaren '90 was het dat allerminst. De foto's van toen laten lege zalen zien, en in de notulen
van '98 staat dat men 't liefst ieder voor zich bleef. Pas na {n} jaar, aldus het jaarverslag, kwam daar verandering in.`,
  `De term 'relatie-specifieke middelen' komt uit de literatuur over allianties. Dyer en Singh (1998) verstaan eronder "middelen die
alleen binnen een bepaalde relatie hun waarde hebben en daarbuiten nauwelijks". In dit onderzoek is die omschrijving overgenomen,
zij het dat {a} en {b} er eerder "gedeelde spullen" onder verstaan.`,
  `Wie de codes “Zeggen wat schuurt” en “In elkaars keuken kijken” naast elkaar legt, ziet dat zij in dezelfde gesprekken voorkomen.
Bij {a} is dat {n} keer het geval. De code ‘Openheid en transparantie’ is ruimer, en wordt hier als thema opgevat. In de kantlijn
staat er vaak een potloodstreepje bij: 'zie ook {b}'.`,
  `Het rapport "Samenwerken in de Nederlandse Gezondheidszorg" (Van Dijk, 2015) noemt drie voorwaarden. Over de eerste zegt het dat
partners “elkaar moeten kunnen aanspreken op wat zij hebben beloofd” (Van Dijk, 2015, p. 44). Dat past bij wat in {a} en {b} is
gevonden, al lopen de accenten uiteen.`,
  `Een 'echte' alliantie, zoals {a} haar soms noemt, vraagt om tijd. Tussen de regels door klinkt iets van "eerst zien".
De afstand tussen de vestigingen is {n}' met de auto, en het scherm in de vergaderzaal meet 65". Niemand van de geïnterviewden hechtte
daar betekenis aan.`,
  `Het begrip «sociaal kapitaal» is in hoofdstuk 2 omschreven als „het geheel van banden waarop leden van een netwerk een beroep kunnen
doen” [@putnam2000, p. 19]. Daarmee wijkt dit onderzoek af van eerdere studies, waarin {a} noch {b} voorkwam. De codering is in {n}
rondes verfijnd; wat overbleef, staat in bijlage C.`,
  `Tijdens de analyse is steeds gevraagd: wat staat hier eigenlijk? Bij {a} bleek dat "vertrouwen" en "elkaar kennen" door elkaar
gebruikt werden. Bij {b} gebeurde dat niet. Het verschil zit volgens de onderzoeker in de duur: {n} jaar tegenover twee. De auteurs'
van het oorspronkelijke model zouden dat waarschijnlijk 'pad-afhankelijkheid' noemen, en de managers' agenda's wijzen in die richting.`,
  `In de spec van een tabel staat bijvoorbeeld \`where: text:"een zin die niemand heeft gezegd"\`, en dat is geen citaat. Ook een
<!-- opmerking met "woorden die nergens in een interview staan" --> telt niet mee. Een koppeling als [de website](https://example.org
"de voorpagina van de website van de vereniging") evenmin. Wie {a} met {b} vergelijkt, doet dat in tabel {n}.`,
  `The interviews with {a} and {b} don't lend themselves to a single reading. It's tempting to call the first a "success story" and the
second a "cautionary tale", but the respondents' own marks, {n} apart, tell otherwise. Rock 'n' roll it isn't; governance seldom is.
The alliances' boards met in the '80s already, and the board members' files go back to '79.`,
  `Gulati (1995) asks whether "familiarity breeds trust in the choice of governance structures", and many have asked since. In "The
Relational View: Cooperative Strategy and Sources of Interorganizational Competitive Advantage" the answer is yes. Neither {a} nor {b}
figures there. The present study adds {n} interviews, and a reading of "trust" that is closer to the ground.`,
  `As the saying goes, ‘good fences’ make for something or other; {a}'s lawyers would agree. The contracts of {b} run to {n} pages. In
the words of the codebook, a code is applied “begrijpen wat de ander met zijn woorden bedoelt”. Such rules of thumb keep coders
honest, and they're listed in appendix B [see @miles1994].`,
  `| Begrip | Omschrijving | Bron |
| --- | --- | --- |
| "formele governance" | contracten, stuurgroepen, {n} indicatoren | {a} |
| 'informele governance' | "de wandelgangen" | {b} |`,
  `- Eerst zijn de transcripten van {a} gelezen, daarna die van {b}; zo'n volgorde is 'willekeurig'.
- De coder noteerde per turn een trefwoord, in totaal {n}.
- Wat "klein" leek, bleek dat niet altijd te zijn.`,
  `\`\`\`markdown
> "Een citaat in een voorbeeld, dat niemand ooit zo heeft gezegd." ({a})

<!-- codeboom
table: cases
-->
\`\`\`

Zo'n voorbeeld laat zien hoe het hoofdstuk is opgebouwd; {b} komt er {n} keer in voor.`,
];

const organisations = ['SecureCo', 'UniCo', 'NedCo', 'HighCo', 'CareCo', 'TieCo', 'AsCo', 'FlexCo', 'ApCo'];

/** So many words of it, a paragraph at a time, with other names and numbers each time. */
export function proseParagraphs(words: number): readonly string[] {
  const found: string[] = [];
  for (let count = 0, round = 0; count < words; round++) {
    const text = (paragraphs[round % paragraphs.length] ?? '')
      .replaceAll('{a}', organisations[round % organisations.length] ?? '')
      .replaceAll('{b}', organisations[(round * 2 + 1) % organisations.length] ?? '')
      .replaceAll('{n}', String(3 + (round % 17)));
    found.push(text);
    count += text.split(/\s+/).length;
  }
  return found;
}
