"""Names in sources: what is one, what is a role, and who is the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extraction.actors import make_id, split_name
from firsthand.extraction.roster import NamedActor, Roster, guess_kind
from firsthand.records import ActorKind

WORDS = st.sampled_from(
    """the The a of and for Anna Roux Bob Falk Ms. Mr Dr. President minister spokesman Ministry Finance Brost Bank he
    who Officials Sanders UNN Reuters , ( “ ' ’s Roux’s said close to""".split()
)
SOURCES = st.one_of(st.lists(WORDS, max_size=7).map(" ".join), st.text(max_size=20))


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("Anna Roux", "Anna Roux", None),
        ("Roux", "Roux", None),
        ("Roux himself", "Roux", None),
        ("J. Falk", "J. Falk", None),
        ("O'Neill", "O'Neill", None),
        ("Hans Berg", "Hans Berg", None),
        ("Ursula von der Weyden", "Ursula von der Weyden", None),
        ("Anna Roux’s", "Anna Roux", None),
        ("Anna Roux, the mayor of Brost,", "Anna Roux", None),
        ("Anna Roux (left)", "Anna Roux", None),
        ("Anna Roux who leads the council", "Anna Roux", None),
        ("Ms. Anna Roux", "Anna Roux", None),
        ("Mr Roux", "Roux", None),
        ("Mayor Roux", "Roux", "Mayor"),
        ("Brost Mayor Anna Roux", "Anna Roux", "Brost Mayor"),
        ("former Brost mayor Anna Roux", "Anna Roux", "former Brost mayor"),
        ("the prime minister Vera Lind", "Vera Lind", "prime minister"),
        ("Mayor-elect Anna Roux", "Anna Roux", "Mayor-elect"),
        ("Vice-President Ada Falk", "Ada Falk", "Vice-President"),
        ("Secretary-General Ada Falk", "Ada Falk", "Secretary-General"),
        ("chief executive Ada Falk", "Ada Falk", "chief executive"),
        ("co-founder Ada Falk", "Ada Falk", "co-founder"),
        ("Northmark Defence Minister Ada Falk", "Ada Falk", "Northmark Defence Minister"),
        ("Minister of Defence Ada Falk", "Ada Falk", "Minister of Defence"),
        ("Minister of Foreign Affairs Ada Falk", "Ada Falk", "Minister of Foreign Affairs"),
        ("Minister for Health Ada Falk", "Ada Falk", "Minister for Health"),
        ("Secretary of State Ada Falk", "Ada Falk", "Secretary of State"),
        ("Health Ministry spokeswoman Ada Falk", "Ada Falk", "Health Ministry spokeswoman"),
        ("University of Brost professor Ada Falk", "Ada Falk", "University of Brost professor"),
        ("Sen. Ada Falk of Northmark", "Ada Falk", "Sen."),
        ("senior analyst Max Berg at Finch Bank", "Max Berg", "senior analyst"),
        ("Rep. Paul King", "Paul King", "Rep."),
        ("Paul King", "Paul King", None),
        ("UNN", "UNN", None),
        ("Reuters", "Reuters", None),
        ("the Kremlin", "Kremlin", None),
        ("The New York Times", "New York Times", None),
        ("Acme Corp.", "Acme Corp", None),
        ("Bank of Northmark", "Bank of Northmark", None),
        ("the Finance Ministry", "Finance Ministry", None),
        ("The Ministry of Defence", "Ministry of Defence", None),
        ("the Ministry of Foreign Affairs", "Ministry of Foreign Affairs", None),
        ("Ministry of Defence spokesman Max Falk", "Max Falk", "Ministry of Defence spokesman"),
        ("the Justice Department", "Justice Department", None),
        ("Department of Health and Human Services", "Department of Health and Human Services", None),
        ("Harbour Workers Union", "Harbour Workers Union", None),
        ("the material of Finch News", "Finch News", None),
        ("a statement from Finch Bank", "Finch Bank", None),
        ("the city of Brost", "Brost", None),
    ],
)
def test_sources_with_a_name(source: str, name: str, role: str | None) -> None:
    assert split_name(source) == (name, role)


@pytest.mark.parametrize(
    "source",
    """he|She|the minister|the Mayor|President|Officials|Two officials|Some|French President|Brost Mayor|Prime Minister
    |the Attorney General|Rep. King|Residents of Brost|people familiar with the matter
    |Roux’s office|Roux's lawyer|Roux campaign|Kremlin officials|U.S. officials|a Finch News report|police|X|The|A|“||,
    |Representatives of the Fund|sources close to Vera Lind|the wife of Vera Lind
    |an aide to President Vera Lind|analysts at Finch|a spokesman for Mayor Anna Roux|the mayor of Brost
    |a woman who knows Vera Lind|A witness|Critics of the plan""".replace("\n    ", "").split("|"),
)
def test_sources_without_a_name(source: str) -> None:
    assert split_name(source) == (None, None)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Anna Roux", ActorKind.PERSON), ("Roux", ActorKind.PERSON), ("Finch Bank", ActorKind.ORGANISATION),
        ("Ministry of Defence", ActorKind.ORGANISATION), ("Acme Inc.", ActorKind.ORGANISATION),
        ("Bank of Northmark", ActorKind.ORGANISATION), ("NATO", ActorKind.ORGANISATION),
        ("WikiLeaks", ActorKind.ORGANISATION),
        ("Reuters", ActorKind.OUTLET), ("UNN", ActorKind.OUTLET), ("The Guardian", ActorKind.OUTLET),
        ("New York Times", ActorKind.OUTLET), ("Bloomberg", ActorKind.OUTLET),
    ],
)  # fmt: skip
def test_kinds(name: str, kind: ActorKind) -> None:
    assert guess_kind(name) is kind


def join(*sources: str) -> tuple[list[NamedActor], list[str | None]]:
    """The actors whose names the sources give, and for each source its actor's name."""
    roster, places = Roster(), []
    for source in sources:
        name, role = split_name(source)
        has_article = name is not None and source.lower().startswith(f"the {name.lower()}")
        places.append(None if name is None else roster.add(name, role, has_article))
    return roster.actors, [None if place is None else roster.actors[place].name for place in places]


def test_a_last_name_joins_the_full_name_before_and_after_it() -> None:
    actors, names = join("Mayor Anna Roux", "Roux", "she", "Ms. Roux", "Falk", "Ada Falk", "spokesman Falk")
    assert names == ["Anna Roux", "Anna Roux", None, "Anna Roux", "Ada Falk", "Ada Falk", "Ada Falk"]
    assert [(a.name, a.kind, a.aliases, a.roles) for a in actors] == [
        ("Anna Roux", ActorKind.PERSON, ["Roux"], ["Mayor"]),
        ("Ada Falk", ActorKind.PERSON, ["Falk"], ["spokesman"]),
    ]


def test_roles_gather_and_are_not_repeated() -> None:
    actors, _ = join("Mayor Anna Roux", "the mayor Anna Roux", "Mayor Roux", "former senator Roux")
    assert [actor.roles for actor in actors] == [["Mayor", "mayor", "former senator"]]


def test_different_people_stay_apart() -> None:
    actors, _ = join("Anna Roux", "Bob Roux", "Anna Falk", "Finch Bank", "Northmark Bank")
    assert [actor.name for actor in actors] == ["Anna Roux", "Bob Roux", "Anna Falk", "Finch Bank", "Northmark Bank"]


def test_the_article_makes_a_bare_name_an_organisation_but_not_a_described_one() -> None:
    actors, names = join("the Kremlin", "Kremlin", "the late Anna Roux", "The Kremlin")
    assert names == ["Kremlin", "Kremlin", "Anna Roux", "Kremlin"]
    assert [actor.kind for actor in actors] == [ActorKind.ORGANISATION, ActorKind.PERSON]


def test_sources_without_a_name_give_no_actors() -> None:
    assert join("", "he", "the mayor") == ([], [None, None, None])


def test_ids_are_the_articles_own_and_stable() -> None:
    assert make_id("x", "Anna Roux") == make_id("x", "ANNA ROUX")
    assert len({make_id("x", "Anna Roux"), make_id("y", "Anna Roux"), make_id("x", "Roux")}) == 3
    assert re.fullmatch("a[0-9a-f]{12}", make_id("x", "Anna Roux"))


@given(SOURCES)
def test_any_source_gives_a_name_of_its_own_words_or_none(source: str) -> None:
    name, role = split_name(source)
    assert name is None or (len(name) > 1 and any(letter.isupper() for letter in name))
    assert name is not None or role is None
    assert set((name or "").replace(" ", "")) <= set(source)


@given(st.lists(SOURCES, max_size=8))
def test_actors_of_any_sources_are_consistent(sources: list[str]) -> None:
    actors, names = join(*sources)
    known = [actor.name for actor in actors]
    assert len(names) == len(sources)
    assert {name for name in names if name} == set(known)
    for actor in actors:
        assert actor.name not in actor.aliases
        assert len(set(actor.aliases)) == len(actor.aliases)


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("its chairman, Pavel Orlik,", "Pavel Orlik", "chairman"),
        ("a neighbour, Mrs Petra Klein", "Petra Klein", "neighbour"),
        ("the operator, Nordkraft,", "Nordkraft", "operator"),
        ("the minister, who left early,", None, None),
        ("the minister, his office and others", None, None),
        ("Officials, Anne Roux among them", None, None),
    ],
)
def test_a_name_in_apposition(source: str, name: str | None, role: str | None) -> None:
    assert split_name(source) == (name, role)
