"""ICE's own words in a box, with our translation above them where the page is in another language."""

from collections.abc import Iterable

from markupsafe import Markup

from wizard.languages import SOURCE_LANGUAGE
from wizard.library import source, statements
from wizard.wording import Wording

from .ice_answers import translation_of, words_of


def quotation(identities: tuple[str, ...], say: Wording) -> str:
    """ICE's sentences, each once, in a box each."""
    first: dict[str, str] = {}
    for identity in identities:
        first.setdefault(statements()[identity].sentence, identity)
    return "\n\n".join(quoted_box([identity], say) for identity in first.values())


def quoted_box(parts: Iterable[str], say: Wording) -> str:
    """What ICE says in *parts* (ids of statements or of `ice_answers.other_sentences`), our translation first."""
    words, ours = " ".join(map(words_of, parts)), Markup()
    if say.language != SOURCE_LANGUAGE:
        told = " ".join(translation_of(part, say) for part in parts)
        ours = Markup("<p>{} {}</p>").format(say("ui.our_translation"), told)
    box = Markup('<blockquote class="guide-quote" cite="{}">{}<p lang="en">{}</p></blockquote>')
    return str(box.format(source().url, ours, words))
