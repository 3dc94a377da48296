"""The chain of a statement as a tree: when it is drawn, what stands in it, and that inferred hops are weaker."""

import io

import pytest
from rich.cells import cell_len

from firsthand.records import Actor, ActorKind, Annotations, Article, Certainty, Hop, HopRole, Statement
from firsthand.serving.report import print_report

TEXT = "The cranes are safe, Ines Caldo said."
LONG = "the Ministry of Ports, Lighthouses and Inland Waterways of Greater Vellmar and the Outer Islands"
ACTORS = (
    Actor("vna", "Vellmar News Agency", ActorKind.OUTLET),
    Actor("tide", "The Tide", ActorKind.OUTLET),
    Actor("audit", "the audit", ActorKind.DOCUMENT),
    Actor("ministry", LONG, ActorKind.GOVERNMENT),
    Actor("caldo", "Ines Caldo", ActorKind.PERSON),
)
PUBLISHER = Hop("vna", HopRole.PUBLISHER, Certainty.STATED)
SPEAKER = Hop("caldo", HopRole.SPEAKER, Certainty.STATED)


def carry(actor: str | None, certainty: Certainty = Certainty.STATED, description: str | None = None) -> Hop:
    return Hop(actor, HopRole.CARRIER, certainty, (), description)


def report(*chain: Hop, width: int = 80, color: bool = False) -> str:
    """The report of one statement by Ines Caldo, from its first line on."""
    statement = Statement("s", ((21, 31),), ((32, 36),), ((0, 20),), speaker="caldo", chain=chain, confidence=0.9)
    file = io.StringIO()
    record = Annotations(Article("a", TEXT, title="Cranes"), ACTORS, statements=(statement,))
    print_report([record], width=width, color=color, file=file)
    return file.getvalue().split("\n\n")[-1]


@pytest.mark.parametrize("chain", [(), (SPEAKER,), (PUBLISHER,), (PUBLISHER, SPEAKER)])
def test_publisher_and_speaker_alone_are_no_tree(chain: tuple[Hop, ...]) -> None:
    assert report(*chain).splitlines() == ["line 1  Ines Caldo · said", "        The cranes are safe,"]


def test_each_hop_stands_a_step_further_in() -> None:
    chain = (PUBLISHER, carry("tide"), carry("audit"), carry(None, description="A blog"), SPEAKER)
    assert report(*chain).splitlines()[2:] == [
        "        chain: Vellmar News Agency",
        "               └─ as retold by The Tide",
        "                  └─ as stated in the audit",
        "                     └─ as retold by a blog",
        "                        └─ Ines Caldo",
    ]


def test_a_nameless_speaker_is_no_pronoun() -> None:
    nameless = Hop(None, HopRole.SPEAKER, Certainty.STATED, (), "He")
    assert report(PUBLISHER, carry("tide"), nameless).splitlines()[-1].strip() == "└─ anonymous source"


def test_an_inferred_hop_is_marked_without_colour_and_dim_with_it() -> None:
    chain = (PUBLISHER, carry("tide", Certainty.INFERRED), SPEAKER)
    assert "└╌ as retold by The Tide (inferred)\n" in report(*chain)
    assert "\x1b[2mas retold by The Tide (inferred)\x1b[0m" in report(*chain, color=True)
    assert "\x1b[2mas retold by" not in report(PUBLISHER, carry("tide"), SPEAKER, color=True)


def test_an_inferred_speaker_is_marked_beside_the_name() -> None:
    inferred = Hop("caldo", HopRole.SPEAKER, Certainty.INFERRED)
    assert report(PUBLISHER, inferred).startswith("line 1  Ines Caldo (inferred) · said\n")


def test_a_chain_without_publisher_or_speaker_shows_what_is_known() -> None:
    assert report(carry("tide")).splitlines()[2:] == ["        chain: as retold by The Tide"]


@pytest.mark.parametrize("width", [20, 30, 60, 80, 100])
def test_long_names_and_long_chains_keep_to_the_width(width: int) -> None:
    output = report(PUBLISHER, *[carry("ministry"), carry("tide")] * 8, SPEAKER, width=width)
    assert max(map(cell_len, output.splitlines())) <= width
    joined = "".join(output.split())
    # Names are cut at a set length, the same at every width.
    assert joined.count("Lighthouses") == 8
    assert joined.count("asretoldby") == 16


def test_a_narrow_report_does_without_the_label() -> None:
    assert "chain" not in report(PUBLISHER, carry("tide"), SPEAKER, width=40)
    assert "chain" in report(PUBLISHER, carry("tide"), SPEAKER, width=60)
