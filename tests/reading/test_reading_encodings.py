import pytest

from firsthand.errors import EncodingError, SizeError
from firsthand.reading.encodings import MAX_BYTES, check_characters, decode_text, replace_surrogates

NEWS = {  # one sentence each is all that a short item gives
    "cp1252": "Le président a déclaré que la grève était terminée à Paris.",
    "cp1250": "Ministr řekl, že vláda příští týden předloží nový návrh zákona.",
    "cp1251": "Міністр повідомив, що перемовини відбудуться наступного тижня у Києві.",
    "koi8_r": "Президент заявил, что переговоры ещё не начались.",
    "cp1253": "Ο πρωθυπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν.",
    "cp1254": "Başbakan, görüşmelerin önümüzdeki hafta süreceğini söyledi.",
    "shift_jis": "首相は来週も協議を続けると述べた。政府は発表した。",
    "euc_kr": "총리는 다음 주에도 회담이 계속될 것이라고 말했다.",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_forms_give_the_same_text(encoding: str) -> None:
    decoded = decode_text("“Ні,” сказав він.".encode(encoding))
    assert decoded.text == "“Ні,” сказав він."
    assert decoded.flags == ()


@pytest.mark.parametrize("encoding", NEWS)
def test_older_encodings_are_guessed_from_one_sentence(encoding: str) -> None:
    decoded = decode_text(NEWS[encoding].encode(encoding))
    assert decoded.text == NEWS[encoding]
    assert len(decoded.flags) == 1
    assert decoded.flags[0].startswith("guessed_encoding:")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Er sagte, die Gespräche würden fortgeführt."),
        ("cp1252", "El señor dijo que “mañana” habrá más."),
        ("cp1252", "Ela disse não às negociações, põe fim."),
        ("cp1252", "Það var sagt að ræðurnar héldu áfram."),
        ("cp1250", "Premier powiedział, że rząd się nie zgodził."),
        ("cp1250", "A miniszter szerint a tárgyalások jövő héten folytatódnak."),
        ("gb18030", "总理说，会谈将于下周继续举行。政府发表声明。"),
        ("big5", "總理說，會談將於下週繼續舉行。政府發表聲明。"),
    ],
)
def test_more_languages_in_their_code_pages(encoding: str, text: str) -> None:
    assert decode_text(text.encode(encoding)).text == text


def test_curly_marks_alone_are_western() -> None:
    decoded = decode_text("“We’re ready” — he said".encode("cp1252"))
    assert decoded.text == "“We’re ready” — he said"
    assert decoded.flags == ("guessed_encoding:cp1252",)


def test_damaged_bytes_in_utf8_are_replaced_and_counted() -> None:
    decoded = decode_text("Él dijo que sí, señor. ".encode() + b"\xff rest \xe2\x82 end")
    assert decoded.text == "Él dijo que sí, señor. \ufffd rest \ufffd end"
    assert decoded.flags == ("replaced_bytes:2",)


def test_stray_bytes_in_ascii_are_damage_and_no_letters() -> None:
    assert decode_text(b"He said that \xff talks go on.").flags == ("replaced_bytes:1",)


def test_own_replacement_characters_are_not_counted() -> None:
    assert decode_text("é é \ufffd ".encode() + b"\xff").flags == ("replaced_bytes:1",)


def test_a_declared_encoding_helps_where_bytes_are_no_utf8() -> None:
    assert decode_text("Ł".encode("iso8859-2"), "iso-8859-2").text == "Ł"
    assert decode_text(b"\x93quoted\x94", "ISO-8859-1").text == "“quoted”"
    assert decode_text("日本の首相".encode("iso2022_jp"), "iso-2022-jp").text == "日本の首相"


@pytest.mark.parametrize("declared", ["utf-16", "nonsense", "hex", "", "\x00"])
def test_impossible_declarations_are_ignored(declared: str) -> None:
    assert decode_text("Ні".encode(), declared).text == "Ні"


@pytest.mark.parametrize("data", [bytes(range(256)), b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x00" * 50])
def test_binary_data_are_refused(data: bytes) -> None:
    with pytest.raises(EncodingError, match="binary"):
        check_characters(decode_text(data).text)


def test_a_stray_nul_stays_and_is_flagged() -> None:
    assert check_characters("He said\x00 so.") == ("control_characters:1",)
    assert check_characters("Tabs\tand\r\nlines\n") == ()


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(SizeError, match="20 MB"):
        decode_text(b"a" * (MAX_BYTES + 1))


def test_lone_surrogates_are_replaced() -> None:
    decoded = replace_surrogates("a\ud800b\udfffc😀")
    assert (decoded.text, decoded.flags) == ("a\ufffdb\ufffdc😀", ("replaced_surrogates:2",))
