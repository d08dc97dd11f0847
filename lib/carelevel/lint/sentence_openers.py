"""Words that a sentence begins with: capitalized there, and no part of the name that may follow."""

from __future__ import annotations

from carelevel.lint.word_lists import words

OPENERS = words(
    """a about above according across actually after afterwards again against ago ahead all almost alone along
    already also although always am among an and another any anybody anyone anything anyway apart
    apparently are around as ask asked asks at away back be because been before behind being below
    beneath beside besides best better between beyond big both but by call can cannot certainly clearly
    come could dear did do does done down downstairs during each earlier early either else elsewhere
    enough even evenings eventually ever every everybody everyone everything everywhere except few
    finally fine first five for forget former four friday from further get give given go good great had
    half has have he hello help hence her here hers herself hi him himself his how however i if imagine
    in indeed indoors inside instead into is it its itself just keep know last lately later least leave
    left less let like likewise little look lots lovely many maybe me meanwhile might mind mine more
    mornings most mostly much must my myself near nearby nearly neither never nevertheless new next nice
    nights no nobody none nor normally not nothing now nowadays occasionally of off often oh ok old on
    once one only onto opposite or other others otherwise our out outdoors outside over own past patient
    people perhaps please poor presumably probably quite rarely rather really remember right round same
    say see seldom seven several shall she should show silly since six so some somebody somehow someone
    something sometimes somewhere soon still strangely such suddenly sure surely take tell ten than
    thank thanks that the their theirs them themselves then there therefore these they think this those
    though three through throughout thus till to today together tomorrow tonight too toward towards
    tried tries true try two under unless unlike until up upon upstairs us use used usually very wait
    was watch we well were what whatever when whenever where wherever whether which whichever while who
    whoever whole whom whose why will with within without would yes yesterday yet you young your yours
    yourself twice thrice mark rise"""
)
_ENDINGS = ("ing", "ly", "ed", "wards", "n't", "n’t")


def opens(word: str) -> bool:
    """Whether *word* is one that a sentence begins with, rather than a name."""
    small = word.lower()
    return small in OPENERS or (len(small) > 5 and small.endswith(_ENDINGS))
