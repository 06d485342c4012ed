"""Files of parties that are right, and files that are not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from whosays.ground.parties import Registry
from whosays.ground.parties.load import load_parties
from whosays.model.errors import InputError
from whosays.model.party import Label, Party, PartySort, Tie, TieKind


def written(folder: Path, text: str) -> Path:
    file = folder / "some.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_party_is_read_with_all_its_fields(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        """
        [river-guard]
        sort = "armed group"
        names = ["River Guard", "RG", "حرس النهر"]
        contested = [{ name = "river bandits", by = "the government of Exland" }]
        roles = ["rebels"]
        countries = ["XA", "XB"]
        parent = "river-front"
        since = 2012
        until = 2019-03-23
        wikidata = "Q1"
        ties = [{ kind = "fights", party = "exland", from = 2012, to = 2019, basis = "civil war" }]
        """,
    )
    assert list(load_parties(file)) == [
        Party(
            id="river-guard",
            sort=PartySort.ARMED_GROUP,
            names=("River Guard", "RG", "حرس النهر"),
            contested=(Label("river bandits", by="the government of Exland"),),
            roles=("rebels",),
            countries=("XA", "XB"),
            parent="river-front",
            since=date(2012, 1, 1),
            until=date(2019, 3, 23),
            wikidata="Q1",
            ties=(Tie(TieKind.FIGHTS, "exland", "civil war", 2012, 2019),),
        )
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[x", "some.toml: cannot be read as TOML"),
        ('x = "y"', "some.toml, party 'x': write it as a table"),
        ('[x]\nsort = "gang"\nnames = ["X"]', "sort is 'gang'; use one of state, armed forces"),
        ('[x]\nnames = ["X"]', "sort is None"),
        ('[x]\nsort = "state"', "names is None; write a list with at least 1 text"),
        ('[x]\nsort = "state"\nnames = []', "names is []; write a list"),
        ('[x]\nsort = "state"\nnames = ["X", 7]', "names is 7; write some text"),
        ('[x]\nsort = "state"\nnames = [" "]', "names is ' '; write some text"),
        ('[x]\nsort = "state"\nnames = ["X"]\nname = "X"', "there is no field 'name'"),
        (
            '[x]\nsort = "state"\nnames = ["X"]\nsince = "2012"',
            "since is '2012'; write a year (2017) or a day",
        ),
        ('[x]\nsort = "state"\nnames = ["X"]\nsince = true', "since is True"),
        ('[x]\nsort = "state"\nnames = ["X"]\nuntil = 0', "until is 0"),
        ('[x]\nsort = "state"\nnames = ["X"]\nties = ["y"]', "ties is ['y']; write a list of inline tables"),
        ('[x]\nsort = "state"\nnames = ["X"]\nties = [{ kind = "likes" }]', "the kind of a tie is 'likes'"),
        (
            '[x]\nsort = "state"\nnames = ["X"]\nties = [{ kind = "backs", party = "y" }]',
            "the basis of a tie",
        ),
        ('[x]\nsort = "state"\nnames = ["X"]\nties = [{ since = 2012 }]', "a tie has since = 2012; it takes"),
        ('[x]\nsort = "state"\nnames = ["X"]\nties = [{ from = "2012" }]', "a tie has from = '2012'"),
        ('[x]\nsort = "state"\nnames = ["X"]\ncontested = [{ name = "Y" }]', "'by' is None"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(InputError) as refused:
        list(load_parties(written(tmp_path, text)))
    assert says in str(refused.value)
    assert str(refused.value).startswith("some.toml")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "latin.toml"
    file.write_bytes('[x]\nnames = ["Élysée"]'.encode("latin-1"))
    with pytest.raises(InputError, match=r"latin\.toml: cannot be read as TOML in UTF-8"):
        list(load_parties(file))


def party(id_: str, **fields: object) -> Party:
    return Party(id=id_, sort=PartySort.ARMED_GROUP, names=(id_,), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parties", "says"),
    [
        ([party("a"), party("a")], "party 'a': is defined twice"),
        ([party("A b")], "party 'A b': has an id that is no slug"),
        ([party("a", countries=("Syria",))], "has country 'Syria'; use ISO 3166"),
        ([party("a", wikidata="858")], "has wikidata '858'"),
        ([party("a", since=date(2012, 1, 1), until=date(2011, 1, 1))], "before it begins (2012-01-01)"),
        ([party("a", roles=("rebels",))], "has roles but no country"),
        ([party("a", parent="b")], "has an unknown parent, 'b'"),
        ([party("a", parent="a")], "has itself among its parents"),
        ([party("a", parent="b"), party("b", parent="c"), party("c", parent="b")], "among its parents"),
        ([party("a", ties=(Tie(TieKind.BACKS, "b", "arms"),))], "has a tie to 'b', no other party"),
        ([party("a", ties=(Tie(TieKind.BACKS, "a", "arms"),))], "has a tie to 'a', no other party"),
        ([party("a", ties=(Tie(TieKind.BACKS, "b", "arms", 2015, 2012),)), party("b")], "from 2015 to 2012"),
    ],
)
def test_parties_that_do_not_fit_together_are_refused(parties: list[Party], says: str) -> None:
    with pytest.raises(InputError) as refused:
        Registry(parties)
    assert says in str(refused.value)


def test_a_registry_of_nobody_links_nothing() -> None:
    assert Registry([]).link("Syrian army", near=["SY"]) is None
