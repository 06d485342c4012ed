"""Every route that reads: what it gives is what the ledger and the command line give."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from tests.ledger.scenes import POST, SHELLS, claim_of, put
from tests.reconcile.incidents.articles import article
from tests.reconcile.sentences import DAY, told
from tests.serve.conftest import API
from whosays.cli.main import app
from whosays.ledger import Ledger, Sort
from whosays.model import Kind

_HELD = "<a hill-rebels>Rebels</a> <x>hold</x> <p>Tel Asal</p>."
HELD = article(told(_HELD, Kind.CONTROL, when=DAY), outlet="Coast Post")
MARKET, PORT = claim_of(POST).id, claim_of(SHELLS).id


def get(client: TestClient, path: str, **parameters: str | int) -> Any:
    answer = client.get(f"{API}{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(listed: dict[str, Any]) -> list[str]:
    return [each["id"] for each in listed["items"]]


def test_the_ledger_in_numbers(client: TestClient, ledger: Ledger) -> None:
    found = get(client, "/ledger")
    assert (found["reports"], found["claims"]) == (7, len(list(ledger.claims())))
    assert found["incidents"] == len(list(ledger.incidents()))
    assert found["user"] == {"name": "mara", "role": "admin"}
    assert (found["team"], found["csrf"]) == (False, None)
    assert found["latest"]["at"].endswith(("Z", "+00:00"))


def test_the_vocabulary_has_all_that_filters_take(client: TestClient) -> None:
    found = get(client, "/vocabulary")
    assert {"airstrike", "control"} <= set(found["kinds"])
    assert "denied" in found["stances"]
    assert {"id", "name", "sort", "countries"} == found["parties"][0].keys()


@pytest.mark.parametrize(
    ("asked", "options"),
    [
        ({}, []),
        ({"kind": "airstrike"}, ["--kind", "airstrike"]),
        ({"place": "sunport"}, ["--place", "sunport"]),
        ({"voice": "vale"}, ["--voice", "vale"]),
        ({"stance": "denied"}, ["--stance", "denied"]),
        ({"since": "2031-05-05"}, ["--since", "2031-05-05"]),
        ({"until": "2031-05-04", "kind": "shelling"}, ["--until", "2031-05-04", "--kind", "shelling"]),
        ({"text": "surgeon"}, ["--text", "surgeon"]),
        ({"party": "hill-rebels"}, ["--party", "hill-rebels"]),
        ({"disputed": "true"}, ["--disputed"]),
    ],
)
def test_claims_are_those_of_the_command_line(
    client: TestClient, tmp_path: Any, asked: dict[str, str], options: list[str]
) -> None:
    told = CliRunner().invoke(
        app, ["claims", "--format", "jsonl", "--ledger", str(tmp_path / "test.db"), *options]
    )
    assert told.exit_code == 0, told.stderr
    expected = [json.loads(line)["id"] for line in told.stdout.splitlines()]
    assert ids(get(client, "/claims", limit=500, **asked)) == expected


@pytest.mark.parametrize("path", ["/claims", "/incidents", "/reports"])
@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_one_after_the_other_are_the_whole_list(client: TestClient, path: str, limit: int) -> None:
    key = "digest" if path == "/reports" else "id"
    whole = [each[key] for each in get(client, path, limit=500)["items"]]
    found, cursor = list[str](), dict[str, str]()
    for _ in whole:
        page = get(client, path, limit=limit, **cursor)
        found += [each[key] for each in page["items"]]
        assert len(page["items"]) <= limit
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert found == whole
    assert len(whole) > 2


def test_pages_hold_while_others_add(client: TestClient, ledger: Ledger) -> None:
    whole = ids(get(client, "/claims", limit=500))
    first = get(client, "/claims", limit=2)
    ledger.add(POST)  # known already; nothing moves
    rest = get(client, "/claims", limit=500, cursor=first["next"])
    assert ids(first) + ids(rest) == whole


def test_a_claim_with_what_is_around_it(client: TestClient) -> None:
    found = get(client, f"/claims/{MARKET[:10]}")
    assert found["claim"]["id"] == MARKET
    assert found["claim"]["report"]["publisher"] == "Coast Post"
    assert found["context"]["evidence"] == found["claim"]["quote"]
    assert found["incident"] == MARKET
    assert found["judgements"] == []


def test_the_picture_counts_every_claim_once(client: TestClient, ledger: Ledger) -> None:
    found = get(client, "/picture")
    placed = sum(each["claims"] for each in (*found["points"], *found["vague"]))
    assert found["total"] == placed + found["unplaced"] == len(list(ledger.claims()))
    assert found["total"] == found["undated"] + sum(each["claims"] for each in found["days"])
    assert sum(each["claims"] for each in found["facets"]["kind"]) == found["total"]
    assert {"river-air-force", "hill-rebels"} <= {each["value"] for each in found["facets"]["party"]}


def test_the_picture_by_a_filter(client: TestClient) -> None:
    found = get(client, "/picture", place="Sunport")
    assert [each["name"] for each in (*found["points"], *found["vague"])] == ["Sunport"]
    assert {each["value"] for each in found["facets"]["kind"]} == {"shelling"}


def test_incidents_the_most_told_first(client: TestClient) -> None:
    first, second = get(client, "/incidents", reports=2)["items"]
    assert (first["id"], first["reports"], first["origins"]) == (MARKET, 4, 4)
    assert first["killed"] == {"low": 9, "high": 14}
    assert first["disputed"]
    assert second["id"] == PORT
    assert ids(get(client, "/incidents", reports=2, disputed="true")) == [MARKET]
    assert ids(get(client, "/incidents", reports=2, kind="shelling")) == [PORT]


def test_an_incident_has_its_accounts_claims_and_tolls(client: TestClient) -> None:
    found = get(client, f"/incidents/{MARKET}")
    known = {each["id"] for each in found["claims"]}
    assert known >= {id_ for account in found["accounts"] for id_ in account["claims"]}
    outlets = {outlet for account in found["accounts"] for outlet in account["outlets"]}
    assert {each["report"]["publisher"] for each in found["claims"]} == outlets
    assert {each["rule"] for each in found["aggregates"]} == set(get(client, "/vocabulary")["rules"])
    by_one = get(client, f"/incidents/{MARKET}", rule="conservative")
    assert {each["rule"] for each in by_one["aggregates"]} == {"conservative"}


def test_as_of_before_anything_there_is_nothing(client: TestClient) -> None:
    assert get(client, "/incidents", as_of="2001-01-01T00:00:00Z")["items"] == []


def test_a_report_with_its_text(client: TestClient) -> None:
    listed = get(client, "/reports", text="coast")["items"]
    assert {each["publisher"] for each in listed} == {"Coast Post"}
    found = get(client, f"/reports/{listed[0]['digest']}")
    for claim in found["claims"]:
        start, end = claim["evidence"]
        assert found["text"][start:end]
    assert len(found["claims"]) == listed[0]["claims"]


def test_who_holds_what_and_who_backs_whom(client: TestClient, ledger: Ledger) -> None:
    put(ledger, HELD)
    [place] = [each for each in get(client, "/control") if each["place"] == "Tel Asal"]
    assert [each["holders"] for each in place["statements"]]
    [standing] = [each for each in get(client, "/control", on="2031-05-05") if each["place"] == "Tel Asal"]
    assert standing["on"] == "2031-05-05"
    assert get(client, "/foretold") == []
    assert get(client, "/parties", on="2031-05-04").keys() == {"nodes", "ties"}
    assert get(client, "/parties/sohr")["names"][0] == "Syrian Observatory for Human Rights"


def test_what_has_changed(client: TestClient) -> None:
    found = get(client, "/changes", since="2001-01-01T00:00:00Z")
    assert {each["change"] for each in found} == {"new"}
    titles = {each["id"]: each["title"] for each in found}
    assert titles[MARKET] == get(client, f"/incidents/{MARKET}")["title"]


def test_places_by_name_and_names_by_use(client: TestClient) -> None:
    assert get(client, "/places", text="Aleppo")[0]["name"] == "Aleppo"
    assert get(client, "/places", text="?") == []
    [use] = get(client, "/names/places", text="sunp")
    assert (use["name"], use["judgement"]) == ("Sunport", None)
    assert get(client, "/names/parties", text="jets")[0]["party"] == "river-air-force"


@pytest.mark.parametrize("sort", ["claims", "merges", "links"])
def test_what_wants_a_person(client: TestClient, ledger: Ledger, sort: str) -> None:
    found = get(client, "/queue", sort=sort)["items"]
    expected = [(each.claim, each.other) for each in ledger.queue(Sort(sort), "mara")]
    assert [(each["claim"]["id"], each["other"] and each["other"]["id"]) for each in found] == expected
    assert all(each["why"] for each in found)
