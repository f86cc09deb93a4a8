import type { WordClasses } from '../phrase';

/** Words that judge whatever they stand with, whether of a person, a practice or a thing. */
export const judgingWords = {
  /** Adjectives that no machine earns. */
  poor:
    'abysmal|amateurish|amateur|antiquated|appalling|archaic|atrocious|awful|botched|chaotic|clumsy|clunky|cumbersome|cursory|' +
    'deplorable|deficient|dire|disappointing|disastrous|disjointed|dismal|disorganised|disorganized|dreadful|dysfunctional|' +
    'embarrassing|feeble|flawed|flimsy|haphazard|halfhearted|hasty|hopeless|horrendous|horrible|incoherent|ineffective|ineffectual|' +
    'inept|inflexible|inexcusable|lacklustre|lackluster|lackadaisical|lamentable|laughable|lax|lousy|messy|misguided|muddled|murky|' +
    'nightmarish|outmoded|overcomplicated|painful|pathetic|perfunctory|primitive|rampant|regrettable|ridiculous|rickety|rudimentary|' +
    'shabby|shaky|shambolic|shoddy|shortsighted|simplistic|slapdash|sloppy|subpar|substandard|suboptimal|superficial|terrible|unacceptable|' +
    'uncoordinated|underfunded|underresourced|understaffed|underwhelming|unhelpful|unintuitive|unmaintainable|unmanageable|' +
    'unprofessional|unrealistic|unsatisfactory|unsustainable|untenable|unwieldy|woeful|worthless',
  /** What only a judgement calls a thing. */
  mess:
    'shambles|fiasco|debacle|joke|nightmare|mess|formality|afterthought|disgrace|embarrassment|muddle|disarray|farce|travesty|' +
    'catastrophe|blunder|blunders|neglect|mismanagement|incompetence|indifference',
  /** What a review says was short. */
  shortcoming:
    'shortcoming|shortcomings|inadequacy|inadequacies|deficiency|deficiencies|failings|lapses|oversights|missteps|misstep|misjudgement|misjudgment|' +
    'misjudgements|misjudgments|miscommunication|misalignment|misunderstandings|miscalculation|miscalculations|negligence|complacency',
} satisfies WordClasses;
