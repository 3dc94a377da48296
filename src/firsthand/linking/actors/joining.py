"""Actors across articles: the forms of all articles in, the actors of the corpus out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from firsthand.linking.actors.across_stories import join_across
from firsthand.linking.actors.bodies_in_story import join_bodies
from firsthand.linking.actors.forms import ActorForm, Anchor
from firsthand.linking.actors.groups import Group, GroupId, Partition, group_forms
from firsthand.linking.actors.judged import Rules, join_judged, read_judgements, split_apart
from firsthand.linking.actors.links import Finding, Link
from firsthand.linking.actors.office_holders import join_office_holders
from firsthand.linking.actors.persons_in_story import join_persons
from firsthand.linking.actors.portraits import choose_aliases, choose_kind, choose_name, choose_roles
from firsthand.records import Actor, ActorKind, Judgement

MOST_REASONS = 12


class NearActor(msgspec.Struct, frozen=True):
    """Somebody who may be the same, and is kept apart: a form of that actor's, and why one may think so."""

    anchor: Anchor
    name: str
    because: str


class JoinedActor(msgspec.Struct, frozen=True):
    """An actor of the corpus. `members` are (article id, the article's own actor id), sorted.

    `because` says why the members are one, `unsure` who is near and kept apart.
    """

    members: tuple[Anchor, ...]
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    unsure: tuple[NearActor, ...] = ()

    def as_actor(self, id: str) -> Actor:
        """The record of the contract, under an id of the corpus."""
        return Actor(id, self.name, self.kind, self.aliases, self.roles)


def join_actors(
    forms: Iterable[ActorForm], story_of: Mapping[str, str], judgements: Sequence[Judgement] = ()
) -> tuple[JoinedActor, ...]:
    """The actors of the corpus, in the order of their first members: a function of the set of forms and judgements.

    story_of: article id → story; only which articles share a story counts. Each anchor may come once.
    """
    known = {form.anchor: form for form in forms}
    stories = group_forms(known.values(), story_of)
    groups = {group.id: group for story in sorted(stories) for group in stories[story]}
    partition: Partition[GroupId] = Partition()
    findings = find_links(stories, partition)
    clusters = [
        [form for id in ids for form in groups[id].forms] for ids in partition.sets(groups).values()
    ]
    rules = read_judgements(judgements, known)
    actors = [part for forms in join_judged(clusters, rules) for part in split_apart(forms, rules, story_of)]
    return tell_actors(actors, findings, groups, rules)


def find_links(stories: Mapping[str, Sequence[Group]], partition: Partition[GroupId]) -> list[Finding]:
    """What the program finds in each story and then across them; the partition is grown by the links."""
    findings: list[Finding] = []
    for story in sorted(stories):
        findings += join_persons(stories[story], partition)
        findings += join_bodies(stories[story], partition)
    groups = [group for story in sorted(stories) for group in stories[story]]
    findings += take_links(join_across(groups), partition)
    findings += take_links(join_office_holders(groups, partition), partition)
    return findings


def take_links(findings: Iterable[Finding], partition: Partition[GroupId]) -> list[Finding]:
    """The findings, after the partition was grown by the links among them."""
    taken = list(findings)
    for finding in taken:
        if isinstance(finding, Link):
            partition.join(finding.left, finding.right)
    return taken


def tell_actors(
    actors: Iterable[Sequence[ActorForm]],
    findings: Iterable[Finding],
    groups: Mapping[GroupId, Group],
    rules: Rules,
) -> tuple[JoinedActor, ...]:
    """The actors with names, kinds, and the reasons that still hold after the judgements."""
    ordered = sorted((sorted(forms, key=lambda form: form.anchor) for forms in actors), key=lambda one: one[0].anchor)
    place_of = {form.anchor: place for place, forms in enumerate(ordered) for form in forms}
    because: defaultdict[int, set[str]] = defaultdict(set)
    near: defaultdict[int, set[tuple[Anchor, str, str]]] = defaultdict(set)
    for finding in findings:
        left, right = groups[finding.left].forms[0], groups[finding.right].forms[0]
        places = place_of[left.anchor], place_of[right.anchor]
        if places[0] == places[1] and isinstance(finding, Link):
            because[places[0]].add(finding.because)
        elif places[0] != places[1]:
            near[places[0]].add((right.anchor, right.name, finding.because))
            near[places[1]].add((left.anchor, left.name, finding.because))
    for left_anchor, reason in rules.reasons:
        because[place_of[left_anchor]].add(reason)
    return tuple(_tell(forms, because[place], near[place]) for place, forms in enumerate(ordered))


def _tell(forms: Sequence[ActorForm], because: set[str], near: set[tuple[Anchor, str, str]]) -> JoinedActor:
    kind = choose_kind(forms)
    name = choose_name(forms, kind)
    return JoinedActor(
        tuple(form.anchor for form in forms), name, kind, choose_aliases(forms, name), choose_roles(forms),
        tuple(sorted(because)[:MOST_REASONS]), tuple(NearActor(*one) for one in sorted(near)[:MOST_REASONS]),
    )  # fmt: skip
