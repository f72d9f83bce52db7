"""Dutch words that hold a sentence together and say nothing of what it is about.

Two sentences that have only these in common are not alike, and a change does not end at one. Words
that turn a rule round ("niet", "geen", "alleen") are not among them.
"""

from __future__ import annotations

_LIDWOORDEN = "de het een der des den 't"
_VOORZETSELS = (
    "aan achter af bij binnen boven buiten door gedurende in inzake jegens langs met na naar naast"
    " nabij namens om omtrent onder op over per sinds te tegen ten ter tijdens tot tussen uit van"
    " vanaf vanuit via volgens voor voorbij wegens zonder betreffende krachtens"
)
_VOEGWOORDEN = (
    "alsmede als alsook dan dat dus en hetzij hoewel indien maar mits noch of ofwel omdat opdat"
    " respectievelijk terwijl toen totdat want wanneer zoals zodat zodra zowel doch evenals"
    " onderscheidenlijk"
)
_VOORNAAMWOORDEN = (
    "daar daarbij daarin daarmee daarop daartoe daarvan daarvoor deze die dit diens haar hem hen"
    " hetgeen hetwelk hier hierbij hierin hiertoe hiervan hij hun ieder iedere elk elke er men"
    " waar waaraan waarbij waarin waarmee waarop waartoe waarvan waarvoor wat welk welke wie wiens"
    " ze zich zij zijn zulk zulke dezelfde hetzelfde degene"
)
_HULPWERKWOORDEN = (
    "ben bent is was waren geweest wordt worden werd werden geworden heeft hebben had hadden kan"
    " kunnen kon konden zal zullen zou zouden mag mogen mocht mochten moet moeten moest moesten"
)
_BIJWOORDEN = "al alsdan bovendien eveneens nog ook reeds steeds tevens toch voorts weer zo wel"

FUNCTIEWOORDEN = frozenset(
    word
    for words in (
        *(_LIDWOORDEN, _VOORZETSELS, _VOEGWOORDEN),
        *(_VOORNAAMWOORDEN, _HULPWERKWOORDEN, _BIJWOORDEN),
    )
    for word in words.split()
)
