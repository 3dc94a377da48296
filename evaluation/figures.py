"""What the gates take from the reports of the scorers: a figure's name → where it stands there.

Places are keys joined by dots; `a / b` is the share of one count in another. Rates in the reports are fractions.
"""

ATTRIBUTION_FIGURES = {
    "polnear.detect": "detect.f",
    "polnear.whole_overlap": "whole.overlap.f",
    "polnear.whole_exact_np": "whole.exact_np.f",
    "polnear.source_chunk": "source.chunk.f",
    "polnear.cue_chunk": "cue.chunk.f",
    "polnear.content_chunk": "content.chunk.f",
    "polnear.direct_recall": "by_gold_type.direct.recall",
}

# Who spoke, and what stands inside what: measured on the packs and on the real articles.
RESOLUTION_FIGURES = {
    "speaker": "speaker.lenient.accuracy",
    "pronouns": "speaker.by_source_form.pronoun.lenient.accuracy",
    "nominals": "speaker.by_source_form.nominal.lenient.accuracy",
    "end_to_end": "speaker.end_to_end.f",
    "nested_p": "detection.nested.p",
    "nested_r": "detection.nested.r",
    "nested_parent": "detection.nested_parent.tp / detection.nested.tp",
}
SPEAKER_FIGURES = {
    **{f"speakers.{name}": place for name, place in RESOLUTION_FIGURES.items()},
    "speakers.groups": "speaker.groups.lenient.accuracy",
}
PACK_FIGURES = {
    "packs.detection": "detection.outermost.f",
    "packs.whole_overlap": "whole.overlap.f",
    "packs.direct_recall": "whole.content_found.direct.recall",
    **{f"packs.{name}": place for name, place in RESOLUTION_FIGURES.items()},
    "packs.carriers": "chain.stated.carriers.f",
    "packs.chain_exact": "chain.stated.exact.accuracy",
    "packs.hops": "chain.stated.hops.f",
    "packs.anonymous": "anonymous.f",
    "packs.covers": "covers.f",
    "packs.background": "background.f",
    "packs.medium": "medium.recall",
    "packs.said_on": "said_on.compatible.accuracy",
    "packs.form": "form.macro_f",
    "packs.act": "act.accuracy",
    "packs.status": "status.macro_f",
}
TIMEX_FIGURES = {
    "timexes.relaxed": "relaxed.f",
    "timexes.value": "value.f",
    "timexes.type": "type.f",
    "timexes.value_of_dates": "by_type.DATE.accuracy",
    "timexes.value_of_times": "by_type.TIME.accuracy",
    "timexes.value_of_durations": "by_type.DURATION.accuracy",
    "timexes.value_of_sets": "by_type.SET.accuracy",
}

# Across articles. The mean error of counts is in hundredths: 12 means that a count is off by 0.12 on average.
CORPUS_FIGURES = {
    "corpus.claims_found": "claims_found.f",
    "corpus.claims": "claims.f",
    "corpus.corroborated_p": "origins.corroborated.p",
    "corpus.corroborated_r": "origins.corroborated.r",
    "corpus.exact": "origins.count.exact",
    "corpus.error": "origins.count.mae",
    "corpus.identity": "origins.identity.f",
    "corpus.anonymous_only": "origins.anonymous_only.f",
    "corpus.copies": "copies.undirected.f",
    "corpus.copies_directed": "copies.directed.f",
    "corpus.copies_kind": "copies.kind.accuracy",
    "corpus.relations": "relations.without_kind.f",
    "corpus.actors_found": "actors_found.f",
    "corpus.timeline": "timeline.recall.same_claim",
    "corpus.timeline_status": "timeline.status.accuracy",
}
