/** The words that English prose repeats most, most frequent first; phrases are not found by these if they hold a rarer one. */
export const frequentWords: readonly string[] = (
  'the of and to a in is was that for it on as with be were this by are at we from an not which or had have but so ' +
  'has been all when no after our its they their there than will would could should can may if into then out up ' +
  'about more some any these those also only over made make makes making being did do does what who why how where ' +
  'i he she you us them us still yet just other most such because since due until while before during through ' +
  'new one two time down back off again lead led result cause issue problem reason'
).split(' ');
